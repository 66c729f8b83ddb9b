// What the page shows, made of plain nodes: words go in as text, never as markup.

export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

const MARKS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "code" };
const CLASSES = { blockquote: "quote", expandable_blockquote: "quote", spoiler: "spoiler" };
const SAFE = /^(https?:|mailto:|tel:|tg:)/i;

function part(piece, write) {
  let made = document.createTextNode(piece.text);
  if (piece.command) made = node("button", { type: "button", class: "command", onclick: () => write(piece.command) }, made);
  else if (piece.link && SAFE.test(piece.link)) made = link(piece.link, made);
  for (const mark of piece.marks) {
    if (MARKS[mark]) made = node(MARKS[mark], {}, made);
    else if (CLASSES[mark]) made = node("span", { class: CLASSES[mark] }, made);
  }
  return made;
}

const words = (item, write) => item.parts.map((piece) => part(piece, write));

function block(item, write) {
  if (item.kind === "divider") return node("hr");
  if (item.kind !== "table") return node(item.kind === "heading" ? "h3" : "p", { class: item.kind }, ...words(item, write));
  const cell = (one) => node(one.header ? "th" : "td", { class: one.align, ...(one.header ? { scope: "col" } : {}) }, ...words(one, write));
  const table = node("table", {}, ...item.rows.map((row) => node("tr", {}, ...row.map(cell))));
  return node("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Таблица" }, table);
}

function link(address, ...children) {
  return node("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function media(found) {
  if (!found) return null;
  const address = `api/file/${encodeURIComponent(found.file)}`;
  if (found.kind === "photo") return node("img", { src: address, alt: "Картинка от бота или человека" });
  if (found.kind === "voice") return node("div", {}, "🎤 Голосовое ", node("a", { href: address, download: found.name }, "скачать"));
  const size = found.size < 1024 ? `${found.size} Б` : `${Math.round(found.size / 1024)} КБ`;
  return node("div", {}, "📎 ", node("a", { href: address, download: found.name }, found.name), ` · ${size}`);
}

function key(post, button, row, column, acts) {
  if (button.dead) return node("button", { type: "button", disabled: true }, button.label);
  if (button.taps) return node("button", { type: "button", onclick: () => acts.tap(post, row, column, button.label) }, button.label);
  if (button.url && SAFE.test(button.url)) return link(button.url, button.label);
  return node("button", { type: "button", onclick: () => acts.copy(button.copy ?? button.url ?? "") }, button.label);
}

export function post(item, acts) {
  const keys = item.rows.map((row, y) => node("div", {}, ...row.map((button, x) => key(item, button, y, x, acts))));
  const when = [item.edited ? "изменено" : "", item.silent ? "без звука" : "", item.time].filter(Boolean).join(" · ");
  return node(
    "article", { class: item.bot ? "" : "mine", "aria-label": item.bot ? "Бот" : "Вы" },
    node("div", { class: "bubble" },
      item.attached ? node("div", {}, item.attached) : null,
      media(item.media),
      node("div", { class: "words" }, ...words(item, acts.write), ...item.blocks.map((one) => block(one, acts.write))),
      node("span", { class: "when" }, when)),
    keys.length ? node("div", { class: "keys" }, ...keys) : null,
  );
}

export function letter(item, chosen, toggle) {
  const box = node("input", { type: "checkbox", checked: chosen, "aria-label": "Выбрать, чтобы переслать", onchange: () => toggle(item.number) });
  return node(
    "article", { class: "mine letter" }, box,
    node("div", { class: "bubble" },
      item.attached ? node("div", {}, item.attached) : null,
      node("div", { class: "words" }, item.text),
      node("span", { class: "when" }, item.time)),
  );
}

export function withDays(items, draw) {
  const drawn = [];
  let day = "";
  for (const item of items) {
    if (item.day !== day) drawn.push(node("div", { class: "day" }, (day = item.day)));
    drawn.push(draw(item));
  }
  return drawn;
}
