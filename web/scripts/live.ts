// The "new posts" pill: <a class="live-pill" data-live="/live" data-since="…" data-tab="…" href="/" hidden><span></span></a>.
// The server sends an event "posts" whose data is the finished sentence; without a stream the page is simply not live.
import { whenThereIs } from "./awaken";

whenThereIs("[data-live]", (pill) => {
  const words = pill.querySelector("span");
  if (!words || !("EventSource" in window)) return;
  let stream: EventSource | null = null;
  const open = () => {
    if (stream || document.hidden) return;
    // A new stream knows nothing of the old one: it is told from where on this page has not seen, and for which tab.
    const page = new URLSearchParams({ since: pill.dataset.since || "0", tab: pill.dataset.tab ?? "" });
    stream = new EventSource(`${pill.dataset.live}?${page}`);
    stream.addEventListener("posts", (event) => {
      words.textContent = String(event.data);
      pill.hidden = false;
    });
  };
  // A page nobody looks at holds no connection.
  const close = () => { stream?.close(); stream = null; };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
});
