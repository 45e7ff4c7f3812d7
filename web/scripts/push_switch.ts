// Turning notes on for this browser: <section data-push="key" data-push-known="true">, with one part for each way it can
// stand: <p data-push-when="denied" hidden>.
import { whenThereIs } from "./awaken";
import { state, turnOn } from "./web_app";

whenThereIs("[data-push]", (box) => {
  const problem = box.querySelector<HTMLElement>("[data-push-problem]");
  const button = box.querySelector<HTMLButtonElement>("[data-push-on]");
  const show = (now: string) => {
    for (const part of box.querySelectorAll<HTMLElement>("[data-push-when]")) part.hidden = part.dataset.pushWhen !== now;
  };
  state(box.dataset.pushKnown === "true").then(show, () => show("none"));
  button?.addEventListener("click", async () => {
    button.disabled = true;
    if (problem) problem.hidden = true;
    try {
      const now = await turnOn(box.dataset.push ?? "");
      if (now === "on") return location.reload();
      show(now);
    } catch {
      if (problem) problem.hidden = false;
    }
    button.disabled = false;
  });
});
