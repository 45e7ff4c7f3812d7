// Photos over the page: <a href="/photo/7" data-full="…" data-caption="…"> inside [data-gallery]. Keys, swipe, and the way back.
import { within } from "./awaken";
import { openShell } from "./dialogs";

const SWIPE_PX = 48;

document.addEventListener("click", (event) => {
  const link = within(event, "[data-gallery] a[data-full]");
  const gallery = link?.closest("[data-gallery]");
  if (!link || !gallery || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const photos = [...gallery.querySelectorAll<HTMLAnchorElement>("a[data-full]")];
  if (show(photos, photos.indexOf(link as HTMLAnchorElement))) event.preventDefault();
});

function show(photos: HTMLAnchorElement[], first: number): boolean {
  const dialog = openShell("viewer-shell");
  const stage = dialog?.querySelector<HTMLElement>(".viewer-stage");
  if (!dialog || !stage) return false;
  const picture = document.createElement("img");
  stage.append(picture);
  const caption = dialog.querySelector(".viewer-caption");
  const position = dialog.querySelector("[data-position]");
  const back = dialog.querySelector<HTMLButtonElement>("[data-prev]");
  const forth = dialog.querySelector<HTMLButtonElement>("[data-next]");
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  let at = first;

  const go = (to: number) => {
    const photo = photos[to];
    if (!photo) return;
    at = to;
    const words = photo.dataset.caption ?? photo.querySelector("img")?.alt ?? "";
    picture.src = photo.dataset.full ?? photo.href;
    picture.alt = words;
    if (caption) caption.textContent = words;
    if (position) position.textContent = photos.length > 1 ? `${numbers.format(at + 1)} / ${numbers.format(photos.length)}` : "";
    if (back) back.hidden = at === 0;
    if (forth) forth.hidden = at === photos.length - 1;
    const next = photos[at + 1]?.dataset.full;
    if (next) new Image().src = next;
  };

  back?.addEventListener("click", () => go(at - 1));
  forth?.addEventListener("click", () => go(at + 1));
  const rtl = getComputedStyle(dialog).direction === "rtl";
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") go(at + (rtl ? -1 : 1));
    else if (event.key === "ArrowLeft") go(at + (rtl ? 1 : -1));
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(photos.length - 1);
    else return;
    event.preventDefault();
  });
  let start: PointerEvent | null = null;
  stage.addEventListener("pointerdown", (event) => (start = event));
  stage.addEventListener("pointerup", (event) => {
    if (!start) return;
    const across = event.clientX - start.clientX;
    const down = event.clientY - start.clientY;
    start = null;
    if (Math.abs(across) > SWIPE_PX && Math.abs(across) > Math.abs(down)) go(at + (across < 0 !== rtl ? 1 : -1));
    else if (down > SWIPE_PX * 2 && Math.abs(down) > Math.abs(across)) dialog.close();
  });
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  dialog.addEventListener("close", () => photos[at]?.focus());
  go(first);
  return true;
}
