// The toolbar over the text: <button data-mark="bold">. Also Ctrl+B, Ctrl+I and Ctrl+K.
const AROUND: Record<string, string> = { bold: "**", italic: "_" };
const BEFORE: Record<string, string> = { list: "- ", quote: "> " };
const KEYS: Record<string, string> = { b: "bold", i: "italic", k: "link" };

export function addToolbar(form: HTMLFormElement, text: HTMLTextAreaElement): void {
  form.addEventListener("click", (event) => {
    const mark = (event.target as Element).closest<HTMLElement>("[data-mark]")?.dataset.mark;
    if (mark) apply(text, mark);
  });
  text.addEventListener("keydown", (event) => {
    const mark = KEYS[event.key.toLowerCase()];
    if (!mark || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    apply(text, mark);
  });
}

/** Marks the selection, or takes the marks away when they are there. */
function apply(text: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: start, selectionEnd: end, value } = text;
  const chosen = value.slice(start, end);
  const around = AROUND[mark];
  const before = BEFORE[mark];
  if (around) {
    const marked = value.slice(start - around.length, start) === around && value.slice(end, end + around.length) === around;
    if (marked) put(text, start - around.length, end + around.length, chosen, 0, chosen.length);
    else put(text, start, end, around + chosen + around, around.length, around.length + chosen.length);
  } else if (before) {
    const lineStart = value.lastIndexOf("\n", start - 1) + 1;
    const lines = value.slice(lineStart, end).split("\n");
    const all = lines.every((line) => line.startsWith(before));
    const changed = lines.map((line) => (all ? line.slice(before.length) : before + line)).join("\n");
    put(text, lineStart, end, changed, changed.length, changed.length);
  } else if (mark === "link") {
    const address = /^https?:\/\/\S+$/.test(chosen);
    const written = address ? `[](${chosen})` : `[${chosen}](https://)`;
    const at = address ? 1 : chosen.length + 3;
    put(text, start, end, written, at, address ? 1 : at + 8);
  }
}

function put(text: HTMLTextAreaElement, start: number, end: number, words: string, from: number, to: number): void {
  text.focus();
  text.setSelectionRange(start, end);
  // insertText keeps the browser's own undo; setRangeText is for those that no longer know it.
  if (!document.execCommand("insertText", false, words)) {
    text.setRangeText(words, start, end, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
  text.setSelectionRange(start + from, start + to);
}
