// The page: who is looked at, what is asked for, what is done. The server knows everything else,
// so a reload loses nothing and every tab may be another person.
import { letter, node, post, withDays } from "./draw.js";
import { showTour } from "./tour.js";

const find = (selector, within = document) => within.querySelector(selector);
const panes = [];
const seen = new Map();
let people = [];

async function ask(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function act(path, body) {
  const form = body instanceof FormData;
  const headers = { "X-Sandbox": "1", ...(form ? {} : { "Content-Type": "application/json" }) };
  const answer = await fetch(path, { method: "POST", headers, body: form ? body : JSON.stringify(body) });
  if (answer.status === 409) return panes.forEach((pane) => pane.refresh());
  trouble(answer.ok ? "" : answer.status === 413 ? "Файл слишком большой." : "Не получилось. Попробуйте ещё раз.");
}

function trouble(words) {
  find("#trouble").textContent = words;
  find("#trouble").hidden = !words;
}

class Pane {
  constructor(id) {
    this.id = id;
    this.chosen = new Set();
    this.root = find("#pane").content.firstElementChild.cloneNode(true);
    this.at = (selector) => find(selector, this.root);
    this.at(".write").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    this.at("textarea").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    });
    this.at("input[type=file]").addEventListener("change", (event) => this.attach(event.target));
    this.root.addEventListener("dragover", (event) => { event.preventDefault(); this.root.classList.add("dropping"); });
    this.root.addEventListener("dragleave", () => this.root.classList.remove("dropping"));
    this.root.addEventListener("drop", (event) => this.drop(event));
    this.at(".voice").addEventListener("click", () => this.upload(new Blob([new Uint8Array(64)]), "voice.ogg", "voice"));
    this.at(".commands").addEventListener("click", () => this.menu());
    this.at("select").addEventListener("change", (event) => choose(this, Number(event.target.value)));
    this.at(".alert button").addEventListener("click", () => { this.at(".alert").hidden = true; });
    this.acts = {
      write: (text) => this.write(text),
      tap: (item, row, column, label) => act(this.path("tap"), { post: item.id, row, column, label }),
      copy: (text) => navigator.clipboard?.writeText(text).then(() => this.toast(`Скопировано: ${text}`)),
    };
  }

  get person() { return people.find((person) => person.id === this.id); }
  path(what) { return `api/chat/${this.id}/${what}`; }

  async show(id) {
    this.id = id;
    this.chosen.clear();
    this.at(".toast").hidden = this.at(".alert").hidden = this.at(".menu").hidden = true;
    await this.refresh(true);
    drawPeople();
  }

  async refresh(down = false) {
    const asked = this.id;
    const chat = await ask(`api/chat/${asked}`);
    if (asked !== this.id || !this.person) return;
    const box = this.at(".posts");
    const low = down || box.scrollHeight - box.scrollTop - box.clientHeight < 80;
    const client = this.person.client;
    const focused = this.focusedKey();
    this.at("h2").textContent = client ? `${this.person.name} пишет менеджеру` : `${this.person.name} и бот`;
    const drawn = client
      ? withDays(chat.letters, (item) => letter(item, this.chosen.has(item.number), (number) => this.toggle(number)))
      : withDays(chat.posts, (item) => post(item, this.acts));
    box.replaceChildren(...(drawn.length ? drawn : [node("p", { class: "empty" }, empty(client))]));
    // A chat opens at its end; what comes while it is open moves it there gently.
    if (low) box.scrollTo({ top: box.scrollHeight, behavior: down ? "instant" : "auto" });
    this.keyboard(client ? [] : chat.keyboard);
    this.commands = client ? [] : chat.commands;
    this.at(".commands").hidden = client;
    this.forwarding(client);
    this.others();
    focused?.();
    seen.set(this.id, this.person.changes);
  }

  // An edit in place must not throw who uses the keyboard out of the message.
  focusedKey() {
    const keys = [...this.root.querySelectorAll(".keys button")];
    const index = keys.indexOf(document.activeElement);
    if (index < 0) return null;
    return () => {
      const now = [...this.root.querySelectorAll(".keys button")];
      now[Math.min(index, now.length - 1)]?.focus({ preventScroll: true });
    };
  }

  keyboard(rows) {
    const draw = (label) => node("button", { type: "button", onclick: () => this.write(label) }, label);
    this.at(".keyboard").replaceChildren(...rows.map((row) => node("div", {}, ...row.map(draw))));
  }

  menu() {
    const list = this.at(".menu");
    list.hidden = !list.hidden;
    this.at(".commands").setAttribute("aria-expanded", String(!list.hidden));
    const draw = ([name, words]) => node("li", {}, node("button", { type: "button", onclick: () => { this.menu(); this.write(`/${name}`); } }, `/${name}`, node("span", {}, words)));
    list.replaceChildren(...this.commands.map(draw));
  }

  forwarding(client) {
    const bar = this.at(".forwarding");
    bar.hidden = !client;
    if (!client) return;
    const team = people.filter((person) => !person.client);
    const forward = (person) => node("button", { type: "button", disabled: !this.chosen.size, onclick: () => this.forward(person) }, `↪ ${person.short}`);
    const share = (person) => node("button", { type: "button", onclick: () => act(`api/chat/${person.id}/contact`, { client: this.id }) }, `👤 ${person.short}`);
    bar.replaceChildren("Переслать боту: ", ...team.map(forward), " Контакт: ", ...team.map(share));
  }

  async forward(person) {
    await act(`api/chat/${person.id}/forward`, { letters: [...this.chosen] });
    this.chosen.clear();
    this.toast(`Переслано: ${person.short} → бот`);
    await this.refresh();
  }

  toggle(number) {
    if (!this.chosen.delete(number)) this.chosen.add(number);
    this.forwarding(true);
  }

  others() {
    const options = people.map((person) => node("option", { value: person.id, selected: person.id === this.id }, person.name));
    this.at("select").replaceChildren(...options);
  }

  send() {
    const field = this.at("textarea");
    if (!field.value.trim()) return;
    this.write(field.value);
    field.value = "";
  }

  write(text) { return act(this.path("text"), { text }); }

  attach(field) {
    this.hand(field.files);
    field.value = "";
  }

  drop(event) {
    event.preventDefault();
    this.root.classList.remove("dropping");
    this.hand(event.dataTransfer.files);
  }

  hand([file]) {
    if (file) this.upload(file, file.name, file.type.startsWith("image/") ? "photo" : "document");
  }

  upload(file, name, kind) {
    const form = new FormData();
    form.append("kind", kind);
    form.append("caption", this.at("textarea").value);
    form.append("file", file, name);
    this.at("textarea").value = "";
    return act(this.path("file"), form);
  }

  toast(words) {
    const shown = this.at(".toast");
    shown.textContent = words;
    shown.hidden = false;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => { shown.hidden = true; }, 4000);
  }

  alert(words) {
    find("p", this.at(".alert")).textContent = words;
    this.at(".alert").hidden = false;
    find("button", this.at(".alert")).focus();
  }
}

function empty(client) {
  return client ? "Напишите менеджеру как клиент. Потом выберите сообщение и перешлите его боту." : "Здесь пока пусто. Напишите /start.";
}

function drawPeople() {
  const current = new Set(panes.map((pane) => pane.id));
  const draw = (person) => {
    const fresh = Math.max(0, person.changes - (seen.get(person.id) ?? person.changes));
    return node(
      "button", { type: "button", "aria-label": fresh ? `${person.name}, нового: ${fresh}` : person.name, "aria-current": String(current.has(person.id)), onclick: () => open(person.id) },
      node("span", { class: "face", "aria-hidden": "true" }, person.short[0]), node("span", {}, person.name),
      fresh ? node("span", { class: "fresh" }, String(fresh)) : node("span"),
      node("span", { class: "last" }, person.newest),
    );
  };
  const group = (name, members) => (members.length ? [node("h2", {}, name), ...members.map(draw)] : []);
  find("#people").replaceChildren(
    ...group("Компания", people.filter((person) => !person.client)),
    ...group("Клиенты", people.filter((person) => person.client)),
  );
}

function open(id) {
  find("#desk").classList.remove("listing");
  find("#drawer").setAttribute("aria-expanded", "false");
  location.hash = panes.length > 1 ? `${id},${panes[1].id}` : String(id);
}

function choose(pane, id) {
  location.hash = panes.map((other) => (other === pane ? id : other.id)).join(",");
}

async function follow() {
  const wanted = location.hash.slice(1).split(",").map(Number).filter((id) => people.some((person) => person.id === id));
  const ids = wanted.length ? wanted.slice(0, 2) : people.slice(0, 1).map((person) => person.id);
  while (panes.length > ids.length) panes.pop().root.remove();
  for (const [index, id] of ids.entries()) {
    if (!panes[index]) {
      panes.push(new Pane(id));
      find("#panes").append(panes[index].root);
      panes[index].show(id);
    } else if (panes[index].id !== id) panes[index].show(id);
  }
  find("#beside").setAttribute("aria-pressed", String(panes.length > 1));
  drawPeople();
}

async function refresh() {
  const all = await ask("api/people");
  people = all.people;
  for (const person of people) if (!seen.has(person.id)) seen.set(person.id, person.changes);
  find("#clock").textContent = `🕘 ${all.weekday} ${all.clock}`;
  await Promise.all(panes.map((pane) => pane.refresh()));
  drawPeople();
  showTour(find("#tour"), all.tour, open, act);
}

// Many events of one moment are one look at the server.
let looking = false;
let again = false;
async function look() {
  if (looking) { again = true; return; }
  looking = true;
  try {
    do { again = false; await refresh(); } while (again);
    trouble("");
  } catch { trouble("Песочница не отвечает: она ещё запущена?"); }
  looking = false;
}

function hear(event) {
  const { what, who, text } = JSON.parse(event.data);
  for (const pane of panes) {
    if (pane.person?.short !== who) continue;
    if (what === "toast") pane.toast(text);
    if (what === "alert") pane.alert(text);
  }
  look();
}

for (const button of document.querySelectorAll("[data-to]")) {
  button.addEventListener("click", () => act("api/clock", { to: button.dataset.to }));
}
find("#drawer").addEventListener("click", () => {
  const listing = find("#desk").classList.toggle("listing");
  find("#drawer").setAttribute("aria-expanded", String(listing));
});
find("#beside").addEventListener("click", () => {
  const first = panes[0].id;
  const other = people.find((person) => person.id !== first && !person.client)?.id ?? first;
  location.hash = panes.length > 1 ? String(first) : `${first},${other}`;
});
window.addEventListener("hashchange", follow);

await look();
await follow();
const events = new EventSource("api/events");
events.onmessage = hear;
events.onerror = () => trouble("Песочница не отвечает: она ещё запущена?");
