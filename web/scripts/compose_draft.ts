// A draft survives a closed tab: text, audience and finished photos are kept on this device until the post is sent.
import type { KeptPhoto, Photos } from "./compose_photos";

const PREFIX = "kith-draft:";
const PHOTOS_LAST = 20 * 3600 * 1000; // the server forgets unused uploads after a day

interface Draft { text: string; audience: string; photos: KeptPhoto[]; at: number }

function read(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
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
  const radios = () => [...form.querySelectorAll<HTMLInputElement>("input[name=audience]")];
  const kept = read(key);
  if (kept && !text.value) {
    text.value = kept.text;
    const radio = radios().find((one) => one.value === kept.audience);
    if (radio) radio.checked = true;
    if (Date.now() - kept.at < PHOTOS_LAST) kept.photos.forEach(photos.restore);
    text.dispatchEvent(new Event("input", { bubbles: true }));
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => write(key, { text: text.value, audience: radios().find((one) => one.checked)?.value ?? "", photos: photos.kept(), at: Date.now() }), 400);
  };
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    clearTimeout(timer);
    localStorage.removeItem(key);
  });
}

// Nobody else at this device reads what was begun here.
document.addEventListener("submit", (event) => {
  if (!(event.target as Element).matches("form[action='/logout']")) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
});
