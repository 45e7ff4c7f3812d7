// A request in the background that did not work says why; what was typed stays where it is.
import { freshToken } from "./ask_server";
import { show } from "./flash";

// A refused form comes back as a form, with the complaint at its field (the header says so): it takes the old one's place.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { detail } = event as CustomEvent<{ xhr: XMLHttpRequest; shouldSwap: boolean; isError: boolean }>;
  if (detail.xhr.status < 400 || !detail.xhr.getResponseHeader("hx-reswap")) return;
  detail.shouldSwap = true;
  detail.isError = false;
});

document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  if (xhr.status === 401) {
    const note = show("signed-out-shell");
    // Signing in happens in a tab of its own; the forms of this page then need the new token.
    note?.querySelector("a")?.addEventListener("click", () => addEventListener("focus", renew, { once: true }));
    return;
  }
  if (xhr.status === 403) renew();
  // The page about the error says it best; without one (a proxy answered) there is a sentence for everything.
  const says = new DOMParser().parseFromString(xhr.responseText, "text/html").querySelector("[data-says]")?.textContent;
  trouble(says ?? "", "failed");
});

for (const name of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(name, () => trouble("", "offline"));

function trouble(text: string, otherwise: "failed" | "offline"): void {
  const shell = document.getElementById("trouble-shell");
  show("trouble-shell", text || (shell?.dataset[otherwise] ?? ""));
}

const renew = () => void freshToken().catch(() => undefined);
