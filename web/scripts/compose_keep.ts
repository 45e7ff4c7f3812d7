// While one writes, the server keeps what stands in the composer, so that it is there on any device and after any accident.
import { send } from "./ask_server";

const EVERY = 5000;

export function keepOnServer(form: HTMLFormElement, text: HTMLTextAreaElement): void {
  const address = form.dataset.keep;
  if (!address) return;
  const said = form.querySelector<HTMLElement>("[data-kept]");
  let timer = 0;
  let ended = false;
  const keep = () => {
    timer = 0;
    const fields = new FormData(form);
    fields.delete("photos"); // a file that was not sent yet
    if (ended || !form.isConnected || !(text.value.trim() || fields.getAll("media").some(String))) return;
    send(address, fields)
      .then((answer) => answer.json() as Promise<{ kept: boolean }>)
      .then(({ kept }) => { if (said) said.textContent = kept ? said.dataset.kept ?? "" : ""; })
      .catch(() => { if (said) said.textContent = ""; });
  };
  const later = () => { timer ||= window.setTimeout(keep, EVERY); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    clearTimeout(timer);
    ended = true;
  });
}
