// The audience picker repeats the choice in its summary and on the button: "Post to Friends". What only some choices need
// (which people, who may comment) is shown with them; the page that changes an audience does the same without a picker.
import { whenThereIs } from "./awaken";

export function followAudience(form: HTMLFormElement): void {
  const picker = form.querySelector<HTMLDetailsElement>("details[data-picker]");
  const button = form.querySelector<HTMLButtonElement>("[data-submit][data-pattern]");
  const label = picker?.querySelector("[data-picked]");
  const icon = picker?.querySelector("summary use");
  const parts = () => form.querySelectorAll<HTMLElement>("[data-for-audience]");
  const isFor = (part: HTMLElement, value: string) => (part.dataset.forAudience ?? "").split(" ").includes(value);
  const show = () => {
    const chosen = form.querySelector<HTMLInputElement>("input[name=audience]:checked");
    const name = chosen?.dataset.label;
    if (!chosen || !name) return;
    if (label) label.textContent = name;
    const drawn = chosen.closest("label")?.querySelector("use")?.getAttribute("href");
    if (icon && drawn) icon.setAttribute("href", drawn);
    if (button) button.textContent = (button.dataset.pattern ?? "{audience}").replace("{audience}", name);
    for (const part of parts()) part.hidden = !isFor(part, chosen.value);
  };
  const showCommenters = () => {
    const comments = form.querySelector<HTMLSelectElement>("select[name=comments]")?.value;
    for (const part of form.querySelectorAll<HTMLElement>("[data-for-comments]")) part.hidden = part.dataset.forComments !== comments;
  };
  form.addEventListener("change", (event) => {
    show();
    showCommenters();
    const { target } = event;
    // Whoever chooses "certain people" names them next.
    if (target instanceof HTMLInputElement && target.name === "audience") {
      for (const part of parts()) if (part instanceof HTMLDetailsElement) part.open = isFor(part, target.value);
    }
  });
  picker?.addEventListener("click", (event) => {
    // A choice by pointer closes the picker; arrow keys keep it open for looking around.
    if (!(event.target instanceof HTMLInputElement) || event.clientX === 0) return;
    picker.querySelector("summary")?.focus();
    picker.open = false;
  });
  show();
  showCommenters();
}

whenThereIs("form[data-compose-audience]", (form) => followAudience(form as HTMLFormElement));
