// Writing in an open conversation: Enter sends, photos travel alone, others learn that somebody writes, and neither a
// message nor a reaction leaves the page.
import { awaken, whenThereIs, within } from "./awaken";
import { send, token } from "./ask_server";
import { takePhotos } from "./compose_photos";

const TYPING_AGAIN = 4_000; // ms

whenThereIs("form[data-message-form]", (form) => void takePhotos(form as HTMLFormElement));

/** Asks for a part of a page, or sends a form that is answered with one; `isGood` tells whether the form was taken. */
export async function part(address: string, body?: FormData): Promise<{ isGood: boolean; html: DocumentFragment }> {
  const headers = { "hx-request": "true", "x-csrf-token": token(), accept: "text/html" };
  const answer = await fetch(address, { method: body ? "POST" : "GET", body: body ?? null, headers, credentials: "same-origin" });
  const shell = document.createElement("template");
  shell.innerHTML = await answer.text();
  // A refusal that is a form is shown in the place of the form; a page about an error is not.
  if (!answer.ok && !shell.content.querySelector("form[data-live-form]")) throw new Error(String(answer.status));
  return { isGood: answer.ok, html: shell.content };
}

/** Reactions take the place of a message's inside by `exchange`; after a message was sent `sent` fetches it. */
export function writeIn(chat: HTMLElement, base: string, isNewest: boolean, exchange: (html: DocumentFragment) => void, sent: () => void): void {
  let told = 0;
  chat.addEventListener("input", (event) => {
    if (!within(event, "form[data-live-form] textarea") || Date.now() - told < TYPING_AGAIN) return;
    told = Date.now();
    void send(`${base}/typing`, {}).catch(() => undefined);
  });
  chat.addEventListener("keydown", (event) => {
    const text = within(event, "form[data-message-form] textarea") as HTMLTextAreaElement | null;
    // Fingers have a button to send; their Enter begins a new line. With Ctrl any text field sends.
    if (!text || event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    if (!text.form?.querySelector<HTMLButtonElement>("[data-submit]")?.disabled) text.form?.requestSubmit();
  });
  chat.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const isAct = form.matches("[data-message-act]");
    if ("plain" in form.dataset || (!isAct && !(isNewest && form.matches("[data-live-form]")))) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    const text = form.querySelector("textarea");
    if (text) text.readOnly = true;
    const submitter = event.submitter;
    void part(form.action, new FormData(form, submitter)).then(({ isGood, html }) => {
      if (isAct) return exchange(html);
      form.replaceWith(html);
      const now = chat.querySelector<HTMLFormElement>("form[data-live-form]");
      if (now) awaken(now);
      now?.querySelector("textarea")?.focus();
      if (isGood) sent();
    }).catch((reason: unknown) => {
      form.removeAttribute("aria-busy");
      if (text) text.readOnly = false;
      // Without a connection what was typed stays where it is, and trouble.ts says so.
      if (reason instanceof TypeError) { document.dispatchEvent(new CustomEvent("htmx:sendError")); return; }
      form.dataset.plain = "";
      form.requestSubmit(submitter);
    });
  });
}
