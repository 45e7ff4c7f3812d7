// Short notes at the bottom: closable; one with an undo counts ten seconds down, others leave after six, bad news stays.
import { whenThereIs, within } from "./awaken";

const UNDO_SECONDS = 10;
const PLAIN_SECONDS = 6;

/** Shows a note whose words came from the page. */
export function say(text: string): void {
  const note = show("flash-shell", text);
  if (note) leaveAfter(note, PLAIN_SECONDS);
}

/** Shows a shell of the page as a note, which stays until it is closed; the same words do not stand there twice. */
export function show(id: string, text?: string): HTMLElement | null {
  const shell = document.getElementById(id);
  if (!(shell instanceof HTMLTemplateElement)) return null;
  const note = (shell.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>("[data-flash]");
  const words = note?.querySelector(".flash-text");
  const area = document.getElementById("flash");
  if (!note || !words || !area) return null;
  if (text !== undefined) words.textContent = text;
  for (const old of area.children) if (old.querySelector(".flash-text")?.textContent === words.textContent) old.remove();
  area.append(note);
  return note;
}

/** Takes the note away in time, but never while someone points at it or has focus in it. */
function leaveAfter(note: HTMLElement, seconds: number): void {
  let left = seconds;
  const clock = setInterval(() => {
    if (note.matches(":hover, :focus-within") || document.hidden) return;
    left -= 0.1;
    if (left > 0 && note.isConnected) return;
    clearInterval(clock);
    note.remove();
  }, 100);
}

/** An undo is offered as long as the server grants it and no longer: its time runs whatever happens here. */
function countDown(note: HTMLElement): void {
  const bar = document.createElement("progress");
  bar.max = UNDO_SECONDS;
  bar.value = UNDO_SECONDS;
  bar.setAttribute("aria-hidden", "true");
  note.append(bar);
  const end = performance.now() + UNDO_SECONDS * 1000;
  const clock = setInterval(() => {
    bar.value = Math.max((end - performance.now()) / 1000, 0);
    if (bar.value > 0 && note.isConnected) return;
    clearInterval(clock);
    note.remove();
  }, 100);
}

whenThereIs("#flash > [data-flash]", (note) => {
  if (note.querySelector("form")) countDown(note);
  else if (!note.classList.contains("flash-bad")) leaveAfter(note, PLAIN_SECONDS);
});

document.addEventListener("click", (event) => {
  if (within(event, "[data-dismiss]")) within(event, "[data-flash], .notice")?.remove();
});
