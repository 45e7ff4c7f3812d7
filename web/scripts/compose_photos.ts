// Photos in the composer: chosen, dropped or pasted; each is sent at once, described, moved and removed in the list.
import { orderByHand } from "./order_by_hand";
import { upload } from "./upload";

export interface KeptPhoto { id: string; url: string; alt: string }
export interface Photos { kept: () => KeptPhoto[]; restore: (photo: KeptPhoto) => void }

const NONE: Photos = { kept: () => [], restore: () => undefined };

export function takePhotos(form: HTMLFormElement): Photos {
  const list = form.querySelector<HTMLElement>("[data-attachments]");
  const shell = form.querySelector<HTMLTemplateElement>("template[data-attachment]");
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  const submits = form.querySelectorAll<HTMLButtonElement>("[data-submit], [data-default]");
  if (!list || !shell || !input) return NONE;
  const problem = form.querySelector<HTMLElement>("[data-photo-problem]");
  const most = Number(list.dataset.attachments) || 20;
  // With scripts files travel alone; the form carries their ids, one `media` and one `alt` for each, in order.
  input.removeAttribute("name");
  let busy = 0;
  const count = (by: number) => {
    busy += by;
    for (const submit of submits) submit.disabled = busy > 0;
    form.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const addRow = (picture: string): HTMLElement | null => {
    const row = (shell.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>(".attachment");
    if (!row) return null;
    row.querySelector("img")?.setAttribute("src", picture);
    list.append(row);
    return row;
  };
  const finish = (row: HTMLElement, id: string, alt = "") => {
    row.querySelector<HTMLInputElement>("input[name=media]")!.value = id;
    // Nobody waits for a photo to have arrived before describing it.
    if (alt) row.querySelector<HTMLInputElement>("input[name=alt]")!.value = alt;
    row.querySelector("progress")?.remove();
  };
  const fail = (row: HTMLElement, problem: string) => {
    row.setAttribute("aria-invalid", "true");
    row.querySelectorAll("progress, .field").forEach((part) => part.remove());
    const words = row.querySelector<HTMLElement>("[data-problem]");
    if (words) Object.assign(words, { textContent: problem, hidden: false });
    row.querySelectorAll("input").forEach((field) => field.remove());
  };
  const take = (file: File) => {
    const row = addRow(URL.createObjectURL(file));
    if (!row) return;
    const bar = row.querySelector("progress");
    const work = upload(file, (part) => bar && (bar.value = part * 100));
    row.addEventListener("removed", work.stop);
    count(1);
    work.done.then(
      (answer) => (answer.id ? finish(row, answer.id) : fail(row, answer.problem ?? "")),
      () => fail(row, list.dataset.failed ?? ""),
    ).finally(() => count(-1));
    row.dataset.url = "";
    void work.done.then((answer) => (row.dataset.url = answer.url ?? "")).catch(() => undefined);
  };
  const takeAll = (files: Iterable<File>) => {
    const problems = new Set<string | undefined>();
    for (const file of files) {
      if (!file.type.startsWith("image/")) problems.add(list.dataset.notPictures);
      else if (list.children.length >= most) problems.add(list.dataset.tooMany);
      else take(file);
    }
    if (problem) Object.assign(problem, { textContent: [...problems].join(" "), hidden: !problems.size });
  };

  input.addEventListener("change", () => { takeAll(input.files ?? []); input.value = ""; });
  form.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("[data-add-photos]")) input.click();
    if (!target.closest("[data-remove]")) return;
    const row = target.closest(".attachment");
    row?.dispatchEvent(new Event("removed"));
    row?.remove();
    form.dispatchEvent(new Event("change", { bubbles: true }));
    form.querySelector("textarea")?.focus();
  });
  form.addEventListener("paste", (event) => {
    const files = event.clipboardData?.files;
    if (files?.length) { event.preventDefault(); takeAll(files); }
  });
  // A picture of the list that changes its place counts as a file as well.
  const isFromHere = () => list.querySelector(".dragging") !== null;
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files") || isFromHere()) return;
    event.preventDefault();
    form.classList.add("dropping");
  });
  for (const over of ["dragleave", "drop"]) form.addEventListener(over, () => form.classList.remove("dropping"));
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length || isFromHere()) return;
    event.preventDefault();
    takeAll(event.dataTransfer.files);
  });
  orderByHand(list, ".attachment");

  return {
    kept: () => [...list.querySelectorAll<HTMLElement>(".attachment")].flatMap((row) => {
      const id = row.querySelector<HTMLInputElement>("input[name=media]")?.value;
      const url = row.dataset.url ?? row.querySelector("img")?.getAttribute("src") ?? "";
      return id ? [{ id, url, alt: row.querySelector<HTMLInputElement>("input[name^=alt]")?.value ?? "" }] : [];
    }),
    restore: (photo) => {
      const row = addRow(photo.url);
      if (!row) return;
      row.dataset.url = photo.url;
      finish(row, photo.id, photo.alt);
    },
  };
}
