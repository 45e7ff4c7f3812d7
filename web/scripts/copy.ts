// Copies an address: <button data-copy="https://…" data-copied="Link copied">. Falls back to selecting a field: data-copy-from="id".
import { within } from "./awaken";
import { say } from "./flash";

document.addEventListener("click", (event) => {
  const button = within(event, "[data-copy], [data-copy-from]");
  if (!button) return;
  event.preventDefault();
  const field = document.getElementById(button.dataset.copyFrom ?? "") as HTMLInputElement | null;
  const text = button.dataset.copy ?? field?.value ?? "";
  const done = () => say(button.dataset.copied ?? "");
  field?.select();
  if (navigator.clipboard) navigator.clipboard.writeText(new URL(text, location.href).href).then(done, () => undefined);
  else if (field && document.execCommand("copy")) done();
  button.closest<HTMLDetailsElement>("details[open]")?.removeAttribute("open");
});
