// The row of reactions opens by hovering, by a long press, or by the up and down keys; the small arrow works for everyone.
import { whenThereIs } from "./awaken";

const HOVER_MS = 380;
const LEAVE_MS = 320;
const PRESS_MS = 420;

whenThereIs("form.reactions", (form) => {
  const more = form.querySelector<HTMLDetailsElement>("details.reaction-more");
  const main = form.querySelector<HTMLButtonElement>(":scope > button");
  const row = form.querySelector<HTMLElement>(".reaction-row");
  if (!more || !main || !row) return;
  const choices = [...row.querySelectorAll<HTMLButtonElement>("button")];
  let timer = 0;
  const later = (ms: number, open: boolean) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => (more.open = open), ms);
  };

  form.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(HOVER_MS, true));
  form.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && !row.matches(":focus-within") && later(LEAVE_MS, false));

  let pressed = false;
  main.addEventListener("pointerdown", (event) => {
    pressed = false;
    if (event.pointerType === "mouse") return;
    clearTimeout(timer);
    timer = window.setTimeout(() => { pressed = true; more.open = true; navigator.vibrate?.(10); }, PRESS_MS);
  });
  for (const end of ["pointerup", "pointercancel", "pointermove"] as const) {
    main.addEventListener(end, (event) => {
      const moved = end !== "pointermove" || Math.hypot(event.movementX, event.movementY) > 6;
      if (event.pointerType !== "mouse" && moved) clearTimeout(timer);
    });
  }
  main.addEventListener("contextmenu", (event) => { if (pressed || more.open) event.preventDefault(); });
  main.addEventListener("click", (event) => {
    clearTimeout(timer);
    if (!pressed) return;
    // The finger that opened the row neither presses the button under it nor counts as a click beside the row.
    event.preventDefault();
    event.stopPropagation();
    pressed = false;
  });

  main.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    more.open = true;
    (choices.find((one) => one.getAttribute("aria-pressed") === "true") ?? choices[0])?.focus();
  });
  row.addEventListener("keydown", (event) => {
    const forward = getComputedStyle(row).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = event.key === "ArrowLeft" || event.key === "ArrowRight" ? (event.key === forward ? 1 : -1) : 0;
    const at = choices.indexOf(document.activeElement as HTMLButtonElement);
    if (!step || at < 0) return;
    event.preventDefault();
    choices[(at + step + choices.length) % choices.length]?.focus();
  });
});
