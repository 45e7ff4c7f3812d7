// Asks before a form is sent: <form data-confirm="What will happen" data-confirm-title="Delete this post?" data-confirm-yes="Delete">.
// Without scripts the server asks on a page of its own; `confirmed` tells it that the question was answered here.
import { within } from "./awaken";
import { openShell } from "./dialogs";

const answered = new WeakSet<HTMLFormElement>();

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const asking = (event.submitter as HTMLElement | null)?.closest<HTMLElement>("[data-confirm]") ?? within(event, "form[data-confirm]");
  if (!asking || answered.delete(form)) return;
  const dialog = openShell("confirm-shell");
  const yes = dialog?.querySelector<HTMLButtonElement>("[data-yes]");
  if (!dialog || !yes) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { confirm, confirmTitle, confirmYes, confirmDanger } = asking.dataset;
  const put = (selector: string, text: string | undefined) => {
    const place = dialog.querySelector(selector);
    if (place && text) place.textContent = text;
  };
  put("#confirm-text", confirm);
  put("#confirm-title", confirmTitle);
  put("[data-yes]", confirmYes);
  if (confirmDanger !== undefined) yes.classList.add("button-danger");
  yes.addEventListener("click", () => {
    dialog.close();
    answered.add(form);
    if (!form.querySelector("input[name=confirmed]")) form.insertAdjacentHTML("beforeend", '<input type="hidden" name="confirmed" value="yes">');
    form.requestSubmit(event.submitter as HTMLElement | null);
  });
}, { capture: true });
