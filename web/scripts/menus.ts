// Menus are <details>: one open at a time, closed by a click elsewhere, by Escape, or by leaving with Tab.
import { within } from "./awaken";

const MENUS = "details.menu, details.picker, details.reaction-more";

function closeOthers(keep: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[open]")) {
    if (menu.matches(MENUS) && menu !== keep && !(keep && menu.contains(keep))) menu.open = false;
  }
}

document.addEventListener("click", (event) => closeOthers(within(event, MENUS)));
// Pressing on plain text inside a menu moves focus to <main>; only focus moved by keys means leaving.
let byKeys = false;
document.addEventListener("keydown", () => (byKeys = true), { capture: true });
document.addEventListener("pointerdown", () => (byKeys = false), { capture: true });
document.addEventListener("focusin", (event) => { if (byKeys) closeOthers(within(event, MENUS)); });
document.addEventListener("keydown", (event) => {
  const menu = within(event, "details[open]") as HTMLDetailsElement | null;
  if (event.key !== "Escape" || !menu?.matches(MENUS)) return;
  event.preventDefault();
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary")?.focus();
});
