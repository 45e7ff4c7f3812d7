// One box ticks all of its table: <input type="checkbox" data-tick-all>.
document.addEventListener("change", (event) => {
  const box = event.target as HTMLInputElement;
  const table = box.closest("table");
  if (!table || box.type !== "checkbox") return;
  const rest = [...table.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]")];
  const all = table.querySelector<HTMLInputElement>("[data-tick-all]");
  if (box === all) for (const other of rest) other.checked = box.checked;
  else if (all) {
    const ticked = rest.filter((other) => other.checked).length;
    all.checked = ticked === rest.length;
    all.indeterminate = ticked > 0 && ticked < rest.length;
  }
});
