// Text fields grow with their text, and Ctrl+Enter sends the form.
import { whenThereIs } from "./awaken";

whenThereIs("textarea", (element) => {
  const text = element as HTMLTextAreaElement;
  if (!CSS.supports("field-sizing", "content")) {
    const grow = () => {
      text.style.blockSize = "auto";
      text.style.blockSize = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
    };
    text.addEventListener("input", grow);
  }
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    text.form?.requestSubmit();
  });
});
