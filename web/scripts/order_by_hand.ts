// Rows change places by buttons (data-move="-1" or "1"), which everyone can use, or by dragging.
export function orderByHand(list: HTMLElement, rows: string): void {
  const changed = () => list.dispatchEvent(new Event("change", { bubbles: true }));
  list.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-move]");
    const row = button?.closest(rows);
    if (!button || !row) return;
    if (button.dataset.move === "-1") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    button.focus();
    changed();
  });

  let dragged: Element | null = null;
  list.addEventListener("dragstart", (event) => {
    dragged = (event.target as Element).closest(rows);
    dragged?.classList.add("dragging");
    event.dataTransfer?.setData("text/plain", "");
  });
  list.addEventListener("dragover", (event) => {
    const over = (event.target as Element).closest(rows);
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    if (event.clientY < top + height / 2) over.before(dragged);
    else over.after(dragged);
  });
  list.addEventListener("dragend", () => {
    dragged?.classList.remove("dragging");
    dragged = null;
    changed();
  });
}
