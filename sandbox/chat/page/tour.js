// The steps of the tour above the chats: the server knows how far the visitor has come.
import { node } from "./draw.js";

let shown = "";

export function showTour(box, tour, open, act) {
  const state = JSON.stringify(tour);
  if (state === shown) return;
  shown = state;
  box.hidden = !tour;
  if (!tour) return;
  const end = (ended) => act("api/tour", { ended });
  if (tour.ended) {
    box.replaceChildren(node("button", { type: "button", onclick: () => end(false) }, "🧭 Показать знакомство"));
    return;
  }
  const title = (words, index) => node("li", { "aria-current": index === tour.at ? "step" : null }, `${index < tour.at ? "✓ " : `${index + 1}. `}${words}`);
  const whose = tour.person === null ? null : node("button", { type: "button", onclick: () => open(tour.person) }, "Открыть этот чат");
  box.replaceChildren(
    node("ol", {}, ...tour.titles.map(title)),
    node("p", { role: "status" }, tour.words),
    node("p", {}, ...[whose].filter(Boolean), " ", node("button", { type: "button", onclick: () => end(true) }, tour.person === null ? "Закрыть" : "Дальше я сам")),
  );
}
