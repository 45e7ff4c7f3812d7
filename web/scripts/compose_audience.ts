// The audience picker repeats the choice in its summary and on the button: "Post to Friends".
export function followAudience(form: HTMLFormElement): void {
  const picker = form.querySelector<HTMLDetailsElement>("details[data-picker]");
  const button = form.querySelector<HTMLButtonElement>("[data-submit][data-pattern]");
  const label = picker?.querySelector("[data-picked]");
  const icon = picker?.querySelector("summary use");
  const show = () => {
    const chosen = picker?.querySelector<HTMLInputElement>("input:checked") ?? null;
    const option = form.querySelector<HTMLSelectElement>("select[name=audience]")?.selectedOptions[0] ?? null;
    const name = (chosen ?? option)?.dataset.label;
    if (!name) return;
    if (label) label.textContent = name;
    const drawn = chosen?.closest("label")?.querySelector("use")?.getAttribute("href");
    if (icon && drawn) icon.setAttribute("href", drawn);
    if (button) button.textContent = (button.dataset.pattern ?? "{audience}").replace("{audience}", name);
    // What only some audiences need (which circle, which people) is shown with them.
    for (const part of form.querySelectorAll<HTMLElement>("[data-for-audience]")) {
      part.hidden = !(part.dataset.forAudience ?? "").split(" ").includes((chosen ?? option)?.value ?? "");
    }
  };
  const showCommenters = () => {
    const comments = form.querySelector<HTMLSelectElement>("select[name=comments]")?.value;
    for (const part of form.querySelectorAll<HTMLElement>("[data-for-comments]")) part.hidden = part.dataset.forComments !== comments;
  };
  form.addEventListener("change", show);
  form.addEventListener("change", showCommenters);
  picker?.addEventListener("click", (event) => {
    // A choice by pointer closes the picker; arrow keys keep it open for looking around.
    if (!(event.target instanceof HTMLInputElement) || event.clientX === 0) return;
    picker.querySelector("summary")?.focus();
    picker.open = false;
  });
  show();
  showCommenters();
}
