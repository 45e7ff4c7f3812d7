// The composer: opens as a sheet over any page, and ties the parts of its form together.
// The form itself comes from the page the link leads to, so there is one markup for both.
import { awaken, whenThereIs, within } from "./awaken";
import { page } from "./ask_server";
import { openShell } from "./dialogs";
import { followAudience } from "./compose_audience";
import { keepDraft } from "./compose_draft";
import { keepOnServer } from "./compose_keep";
import { addToolbar } from "./compose_markdown";
import { takePhotos } from "./compose_photos";

document.addEventListener("click", (event) => {
  const link = within(event, "a[data-compose]") as HTMLAnchorElement | null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (document.querySelector("main form[data-compose-form]")) return;
  const dialog = openShell("sheet-shell");
  const body = dialog?.querySelector("[data-sheet-body]");
  if (!dialog || !body) return;
  event.preventDefault();
  page(link.href).then((document_) => {
    const form = document_.querySelector<HTMLFormElement>("form[data-compose-form]");
    if (!form) throw new Error("no form");
    body.replaceChildren(document.importNode(form, true));
    awaken(body);
    body.querySelector("textarea")?.focus();
    if (link.dataset.compose === "photos") body.querySelector<HTMLElement>("[data-add-photos]")?.click();
  }).catch(() => location.assign(link.href));
});

whenThereIs("form[data-compose-form]", (element) => {
  const form = element as HTMLFormElement;
  const text = form.querySelector<HTMLTextAreaElement>("textarea[name=text]");
  if (!text) return;
  addToolbar(form, text);
  followAudience(form);
  const photos = takePhotos(form);
  keepDraft(form, text, photos);
  keepOnServer(form, text);
  countCharacters(form, text);
});

/** Shows what is left when the end comes near. */
function countCharacters(form: HTMLFormElement, text: HTMLTextAreaElement): void {
  const place = form.querySelector<HTMLElement>("[data-count]");
  const limit = Number(form.dataset.limit ?? 0);
  if (!place || !limit) return;
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const show = () => {
    const left = limit - [...text.value].length;
    place.dataset.state = left < 0 ? "over" : left < limit / 10 ? "near" : "";
    place.textContent = left < limit / 2 ? numbers.format(left) : "";
  };
  text.addEventListener("input", show);
  show();
}
