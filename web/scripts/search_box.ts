// The box on top of every page offers people and tags while one types (a combobox with a list); without it, and for
// everything else, the form leads to the page of the search.
import { whenThereIs } from "./awaken";

const PAUSE = 150; // ms between the last key and the question

interface Offer { name: string; line?: string; href: string; avatar?: string | null; initials: string; hue: number }

function face(offer: Offer): HTMLElement {
  if (offer.avatar) {
    const image = new Image(96, 96);
    image.src = offer.avatar;
    image.alt = "";
    image.className = "avatar avatar-s";
    return image;
  }
  const letters = document.createElement("span");
  letters.className = `avatar avatar-s hue-${offer.hue}`;
  letters.ariaHidden = "true";
  letters.textContent = offer.initials;
  return letters;
}

function row(offer: Offer, index: number): HTMLElement {
  const item = document.createElement("li");
  item.id = `search-offer-${index}`;
  item.role = "option";
  item.ariaSelected = "false";
  item.dataset.href = offer.href;
  const text = document.createElement("span");
  text.className = "person-text";
  for (const [tag, words] of [["b", offer.name], ["span", offer.line]] as const) {
    if (!words) continue;
    const line = document.createElement(tag);
    line.dir = "auto";
    line.textContent = words;
    if (tag === "span") line.className = "muted";
    text.append(line);
  }
  item.append(face(offer), text);
  return item;
}

whenThereIs("form[data-suggest]", (form) => {
  const box = form.querySelector<HTMLInputElement>("input[type=search]");
  if (!box) return;
  const list = document.createElement("ul");
  list.id = "search-offers";
  list.role = "listbox";
  list.className = "search-offers";
  list.ariaLabel = box.placeholder;
  list.hidden = true;
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.role = "status";
  form.append(list, said);
  box.role = "combobox";
  box.ariaAutoComplete = "list";
  box.ariaExpanded = "false";
  box.setAttribute("aria-controls", list.id);

  let chosen = -1;
  const rows = () => [...list.children] as HTMLElement[];
  const choose = (index: number) => {
    chosen = index;
    rows().forEach((item, at) => (item.ariaSelected = String(at === index)));
    const item = rows()[index];
    if (item) { box.setAttribute("aria-activedescendant", item.id); item.scrollIntoView({ block: "nearest" }); }
    else box.removeAttribute("aria-activedescendant");
  };
  const show = (isOpen: boolean) => {
    list.hidden = !isOpen;
    box.ariaExpanded = String(isOpen);
    choose(-1);
  };
  const ask = async (words: string) => {
    const address = new URL(form.dataset.suggest ?? "", location.href);
    address.searchParams.set("q", words);
    const answer = await fetch(address, { headers: { accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok || words !== box.value.trim() || document.activeElement !== box) return;
    const found = (await answer.json()) as { offers: Offer[]; said: string };
    list.replaceChildren(...found.offers.map(row));
    said.textContent = found.said;
    show(found.offers.length > 0);
  };
  let waiting = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    const words = box.value.trim();
    if (!words) { said.textContent = ""; return show(false); }
    // Without an answer the form is there all the same.
    waiting = window.setTimeout(() => void ask(words).catch(() => show(false)), PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const count = rows().length;
    if (event.key === "ArrowDown") choose((chosen + 2) % (count + 1) - 1);
    else if (event.key === "ArrowUp") choose((chosen + count + 1) % (count + 1) - 1);
    else if (event.key === "Escape") { event.stopPropagation(); show(false); }
    else if (event.key === "Enter" && chosen >= 0) location.assign(rows()[chosen]?.dataset.href ?? form.dataset.suggest ?? "/");
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", () => show(false));
  // The box keeps the focus while somebody presses on a row, else the list would be gone before the click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = (event.target as Element).closest<HTMLElement>("li");
    if (item?.dataset.href) location.assign(item.dataset.href);
  });
});
