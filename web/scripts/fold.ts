// Long texts are folded after some lines: <div class="words" data-fold="See more">. Without scripts they are simply long.
import { whenThereIs } from "./awaken";

whenThereIs("[data-fold]", (text) => {
  text.classList.add("folded");
  if (text.scrollHeight <= text.clientHeight + 40) {
    text.classList.remove("folded");
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "text-button unfold strong";
  button.textContent = text.dataset.fold ?? "";
  const open = () => {
    text.classList.remove("folded");
    button.remove();
  };
  button.addEventListener("click", () => {
    open();
    text.tabIndex = -1;
    text.focus({ preventScroll: true });
  });
  // Who tabs to a link in the hidden part sees it.
  text.addEventListener("focusin", open, { once: true });
  (text.closest(".post-body") ?? text).after(button);
});
