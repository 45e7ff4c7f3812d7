// Short notes at the bottom: closable; one with an undo counts ten seconds down, others leave after six.
import { whenThereIs, within } from "./awaken";

const UNDO_SECONDS = 10;
const PLAIN_SECONDS = 6;

/** Shows a note whose words came from the page. */
export function say(text: string): void {
  const shell = document.getElementById("flash-shell");
  if (!(shell instanceof HTMLTemplateElement)) return;
  const note = (shell.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>("[data-flash]");
  const words = note?.querySelector(".flash-text");
  if (!note || !words) return;
  words.textContent = text;
  document.getElementById("flash")?.append(note);
  leaveAfter(note, PLAIN_SECONDS);
}

/** Takes the note away in time, but never while someone points at it or has focus in it. */
function leaveAfter(note: HTMLElement, seconds: number, bar?: HTMLProgressElement): void {
  let left = seconds;
  const step = 0.1;
  const clock = setInterval(() => {
    if (note.matches(":hover, :focus-within") || document.hidden) return;
    left -= step;
    if (bar) bar.value = Math.max(left, 0);
    if (left > 0 && note.isConnected) return;
    clearInterval(clock);
    note.remove();
  }, step * 1000);
}

whenThereIs("#flash > [data-flash]", (note) => {
  const undo = note.querySelector("form");
  if (!undo) {
    if (!note.classList.contains("flash-bad")) leaveAfter(note, PLAIN_SECONDS);
    return;
  }
  const bar = document.createElement("progress");
  bar.max = UNDO_SECONDS;
  bar.value = UNDO_SECONDS;
  bar.setAttribute("aria-hidden", "true");
  note.append(bar);
  leaveAfter(note, UNDO_SECONDS, bar);
});

document.addEventListener("click", (event) => {
  if (within(event, "[data-dismiss]")) within(event, "[data-flash], .notice")?.remove();
});
