// The device's own way of passing something on: <button data-share="/p/7" data-share-title="…" hidden>, shown where there is one.
import { whenThereIs, within } from "./awaken";

whenThereIs("[data-share]", (button) => {
  if ("share" in navigator) button.hidden = false;
});

document.addEventListener("click", (event) => {
  const button = within(event, "[data-share]");
  if (!button) return;
  event.preventDefault();
  const url = new URL(button.dataset.share ?? "", location.href).href;
  navigator.share({ url, title: button.dataset.shareTitle ?? document.title }).catch(() => undefined);
});
