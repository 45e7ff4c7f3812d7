// Follows "Show more" by itself when it comes near: <p class="pager" data-endless="feed"><a rel="next" href="…">.
// The link stays a real link; after some pages it waits to be pressed, so that there is an end to scrolling.
import htmx from "htmx.org";
import { awaken, whenThereIs, within } from "./awaken";
import { page } from "./ask_server";

const PAGES_BY_ITSELF = 8;
let followed = 0;

// The address follows the reader, so that reloading or coming back starts at the same page.
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    const address = (target as HTMLElement).dataset.page;
    if (isIntersecting && address) history.replaceState(history.state, "", address);
  }
}, { rootMargin: "0px 0px -60% 0px" });

async function follow(pager: HTMLElement): Promise<void> {
  const link = pager.querySelector<HTMLAnchorElement>("a[rel=next]");
  const id = pager.dataset.endless ?? "";
  const list = document.getElementById(id);
  if (!link || !list || pager.getAttribute("aria-busy") === "true") return;
  pager.setAttribute("aria-busy", "true");
  const held = pager.contains(document.activeElement);
  try {
    const next = await page(link.href);
    const items = [...(next.getElementById(id)?.children ?? [])].filter((item) => !item.id || !document.getElementById(item.id)).map((item) => document.importNode(item, true) as HTMLElement);
    list.append(...items);
    for (const item of items) { htmx.process(item); awaken(item); }
    const first = items[0];
    if (first) {
      first.dataset.page = link.href;
      seen.observe(first);
      if (held) { first.tabIndex = -1; first.focus({ preventScroll: true }); }
    }
    const more = next.querySelector<HTMLElement>(`.pager[data-endless="${id}"]`);
    if (!more) return pager.remove();
    const fresh = document.importNode(more, true);
    pager.replaceWith(fresh);
    awaken(fresh);
  } catch {
    pager.removeAttribute("aria-busy"); // the link is still there to be pressed
    pager.removeAttribute("data-endless");
  }
}

whenThereIs(".pager[data-endless]", (pager) => {
  const near = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    if (followed++ < PAGES_BY_ITSELF) void follow(pager);
  }, { rootMargin: "700px" });
  near.observe(pager);
});

document.addEventListener("click", (event) => {
  const pager = within(event, ".pager[data-endless]");
  if (!pager || !within(event, "a[rel=next]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  followed = 0;
  void follow(pager);
});
