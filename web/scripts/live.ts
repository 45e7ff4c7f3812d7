// News on open pages. Other scripts hear of it as "kith:live" on the document, with detail
// { kind: "message" | "message-changed" | "conversation" | "read" | "typing" | "notice" | "gap", conversation?, message?,
// account?, name?, notice?, unread? }; ids are text. After a gap a page asks anew for what it shows.
// The "new posts" pill: <a class="live-pill" data-live="/live" data-since="…" data-tab="…" href="/" hidden><span></span></a>.
import { whenThereIs } from "./awaken";
import { listen, wantPosts } from "./live_line";
import { type Numbers, numbers, show } from "./live_numbers";

const pills: (() => void)[] = [];

function hear(kind: string, data: string): void {
  // Each pill asks for itself, from its own newest post on; the stream only says when.
  if (["hello", "posts", "gap"].includes(kind)) pills.forEach((look) => look());
  if (kind === "hello" || kind === "posts") return;
  const told = JSON.parse(data) as Partial<Numbers> & { unread?: number | null; label?: string | null };
  if (kind === "state") {
    show("notices", told.notices ?? 0, told.notices_label);
    show("messages", told.messages ?? 0, told.messages_label);
    return;
  }
  if (typeof told.unread === "number") show(kind === "notice" ? "notices" : "messages", told.unread, told.label ?? undefined);
  document.dispatchEvent(new CustomEvent("kith:live", { detail: { kind, ...told } }));
}

if (document.body.dataset.liveAt && "EventSource" in window) listen(hear);

whenThereIs("[data-live]", (pill) => {
  const words = pill.querySelector("span");
  if (!words) return;
  pills.push(async () => {
    const found = await numbers({ posts: "1", since: pill.dataset.since || "0", tab: pill.dataset.tab ?? "" });
    if (!found?.posts) return;
    words.textContent = found.posts;
    pill.hidden = false;
  });
  wantPosts();
});
