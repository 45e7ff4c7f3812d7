// The full date in the reader's own time zone, on hover: <time datetime="…">.
import { whenThereIs } from "./awaken";

const full = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });

whenThereIs("time[datetime*=T]", (element) => {
  const at = new Date(element.getAttribute("datetime") ?? "");
  if (!Number.isNaN(at.getTime())) element.title = full.format(at);
});
