// Light, dark, or as the device: changes at once, and is remembered by the server in the background.
import { within } from "./awaken";
import { send } from "./ask_server";

document.addEventListener("submit", (event) => {
  const form = within(event, "form[action='/theme']") as HTMLFormElement | null;
  const button = event.submitter as HTMLButtonElement | null;
  if (!form || !button?.value) return;
  event.preventDefault();
  const fields = new FormData(form);
  fields.set(button.name, button.value);
  document.documentElement.dataset.theme = button.value;
  for (const other of form.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
  send(form.action, fields).catch(() => HTMLFormElement.prototype.submit.call(form));
});
