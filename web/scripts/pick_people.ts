// Choosing people by name: typing filters the rows, and asks the server for friends who are not among them.
import { whenThereIs } from "./awaken";
import { page } from "./ask_server";

const PAUSE = 200; // ms between the last key and the question

whenThereIs("[data-pick]", (box) => {
  const search = box.querySelector<HTMLInputElement>("input[type=search]");
  const list = box.querySelector<HTMLElement>(".pick-list");
  const nobody = box.querySelector<HTMLElement>("[data-nobody]");
  if (!search || !list) return;
  const rows = () => [...list.querySelectorAll<HTMLElement>("label")];
  const valueOf = (row: Element) => row.querySelector<HTMLInputElement>("input")?.value ?? "";
  const filter = () => {
    const words = search.value.trim().toLocaleLowerCase().split(/\s+/);
    for (const row of rows()) {
      const name = (row.textContent ?? "").toLocaleLowerCase();
      const isTicked = row.querySelector<HTMLInputElement>("input")?.checked ?? false;
      // Rows that the server found by handle stay as long as the question is the same.
      row.hidden = !isTicked && row.dataset.found !== search.value && !words.every((word) => name.includes(word));
    }
    if (nobody) nobody.hidden = rows().some((row) => !row.hidden);
  };
  const ask = async (word: string) => {
    const address = new URL(box.dataset.find ?? "", location.href);
    address.searchParams.set("field", box.dataset.pick ?? "");
    address.searchParams.set("word", word);
    const found = await page(address.href);
    if (word !== search.value) return;
    const here = new Map(rows().map((row) => [valueOf(row), row]));
    for (const row of found.querySelectorAll<HTMLElement>("label")) {
      const known = here.get(valueOf(row));
      (known ?? row).dataset.found = word;
      if (!known) list.append(row);
    }
    filter();
  };
  let waiting = 0;
  search.addEventListener("input", () => {
    filter();
    clearTimeout(waiting);
    const word = search.value;
    if (!box.dataset.find || !word.trim()) return;
    // Without an answer the rows that are here are still filtered.
    waiting = window.setTimeout(() => void ask(word).catch(() => undefined), PAUSE);
  });
  search.addEventListener("keydown", (event) => {
    // Enter would send the whole form.
    if (event.key === "Enter") event.preventDefault();
  });
});
