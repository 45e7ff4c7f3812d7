// A draft survives a closed tab and a post that was not taken: all that was typed and chosen is kept on this device
// until a page says that the post is there.
import { whenThereIs } from "./awaken";
import type { KeptPhoto, Photos } from "./compose_photos";

const PREFIX = "kith-draft:";
const PHOTOS_LAST = 20 * 3600 * 1000; // the server forgets unused uploads after a day
// Kept elsewhere, or not of the person: photos, the page's token, where the post will stand.
const NOT_KEPT = new Set(["csrf", "submission", "text", "media", "alt", "photos", "share", "to", "planned"]);

/** `names`: of the people ticked, since not all of them have a row on a fresh page. */
interface Draft { text: string; fields: [string, string][]; names: Record<string, string>; photos: KeptPhoto[]; at: number; word?: string; sent?: string }

function read(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
    return draft && Array.isArray(draft.fields) ? draft : null;
  } catch {
    return null;
  }
}

function write(key: string, draft: Draft): void {
  try {
    if (draft.text.trim() || draft.photos.length) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // No room or no permission: the form still works, it is only not kept.
  }
}

export function keepDraft(form: HTMLFormElement, text: HTMLTextAreaElement, photos: Photos): void {
  const name = form.dataset.draft;
  if (!name) return;
  const key = PREFIX + name;
  const submission = form.querySelector<HTMLInputElement>("input[name=submission]");
  const kept = read(key);
  // A form that comes back from the server has everything already, and says what is wrong with it.
  if (kept && !text.value && !photos.kept().length) {
    text.value = kept.text;
    restoreFields(form, kept);
    if (Date.now() - kept.at < PHOTOS_LAST) kept.photos.forEach(photos.restore);
    if (kept.sent && submission) askOnce(form, submission, kept.sent);
    // What was not sent goes on under its number, by which the server keeps it too.
    else if (kept.word && submission) submission.value = kept.word;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const save = (sent?: string) => write(key, { text: text.value, ...fieldsOf(form), photos: photos.kept(), at: Date.now(), word: submission?.value, sent });
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(save, 400);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!event.defaultPrevented) save(submission?.value);
  });
  if (text.value) save();
}

/** What was sent without an answer goes under its old number, so that it cannot be there twice; changed, it is a new post. */
function askOnce(form: HTMLFormElement, submission: HTMLInputElement, sent: string): void {
  const fresh = submission.value;
  submission.value = sent;
  for (const change of ["input", "change"]) form.addEventListener(change, (event) => { if (event.isTrusted) submission.value = fresh; });
}

function fieldsOf(form: HTMLFormElement): Pick<Draft, "fields" | "names"> {
  const fields = [...new FormData(form)].filter(([name]) => !NOT_KEPT.has(name)).map(([name, value]) => [name, String(value)] as [string, string]);
  const ticked = [...form.querySelectorAll<HTMLInputElement>("[data-pick] input:checked")];
  const names = Object.fromEntries(ticked.map((box) => [box.value, box.closest("label")?.querySelector("b")?.textContent ?? ""]));
  return { fields, names };
}

function restoreFields(form: HTMLFormElement, { fields, names }: Draft): void {
  const seen = new Map<string, number>(); // the answers of a poll have one name
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>("input[name], select[name], textarea[name]")) {
    if (NOT_KEPT.has(field.name)) continue;
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) field.checked = values.includes(field.value);
    else {
      const place = seen.get(field.name) ?? 0;
      seen.set(field.name, place + 1);
      field.value = values[place] ?? field.value;
      if (values[place] && /^text/.test(field.type)) field.closest("details")?.setAttribute("open", "");
    }
  }
  for (const box of form.querySelectorAll<HTMLElement>("[data-pick]")) {
    const list = box.querySelector(".pick-list");
    const model = list?.querySelector("label");
    for (const [, id] of fields.filter(([name]) => name === box.dataset.pick)) {
      if (!model || !names[id] || list?.querySelector(`input[value="${CSS.escape(id)}"]`)) continue;
      const row = model.cloneNode(true) as HTMLElement;
      row.querySelector(".avatar")?.remove();
      row.querySelector("b")!.textContent = names[id] ?? "";
      Object.assign(row.querySelector("input")!, { value: id, checked: true });
      list?.append(row);
    }
  }
}

// The page after it says that the post is there.
whenThereIs("[data-flash='flash-posted'], [data-flash='flash-scheduled'], [data-flash='flash-draft-kept']", () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX) && read(key)?.sent) localStorage.removeItem(key);
});

// Nobody else at this device reads what was begun here.
document.addEventListener("submit", (event) => {
  if (!(event.target as Element).matches("form[action='/logout']")) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
});
