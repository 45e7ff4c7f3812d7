// The phone's own way of passing an address on: <button data-share="/p/7" data-share-title="…" hidden>, shown where a finger
// points and the device has such a way.
import { whenThereIs, within } from "./awaken";

whenThereIs("[data-share]", (button) => {
  if ("share" in navigator && matchMedia("(pointer: coarse)").matches) button.hidden = false;
});

document.addEventListener("click", (event) => {
  const button = within(event, "[data-share]");
  if (!button) return;
  const url = new URL(button.dataset.share ?? "", location.href).href;
  // Whoever closes the device's window has only changed their mind.
  navigator.share({ url, title: button.dataset.shareTitle ?? document.title }).catch(() => undefined);
  button.closest<HTMLDetailsElement>("details[open]")?.removeAttribute("open");
});
