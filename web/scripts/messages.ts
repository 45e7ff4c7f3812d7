// An open conversation: new messages come in below, sending stays on the page, others see that somebody writes.
// <section class="chat" data-chat="id" data-newest> around <ol id="thread"> and <form data-live-form>; without a script
// every step is a page of its own.
import { awaken, whenThereIs } from "./awaken";
import { page, send } from "./ask_server";
import { part, writeIn } from "./messages_form";

interface News { kind: string; conversation?: string; message?: string; name?: string }

const POLL = 20_000; // ms between questions while nothing comes by itself
const TYPING_SHOWN = 6_000;

whenThereIs("[data-chat]", (chat) => {
  const base = `/messages/${chat.dataset.chat}`;
  const thread = chat.querySelector<HTMLElement>("#thread");
  const scroll = chat.querySelector<HTMLElement>(".chat-scroll");
  const typing = chat.querySelector<HTMLElement>("#typing");
  if (!thread || !scroll) return;
  const isNewest = "newest" in chat.dataset;
  const last = () => [...thread.querySelectorAll<HTMLElement>("[data-message]")].at(-1);
  // The scroller begins at its end: zero is the bottom, above it is less.
  const isAtBottom = () => Math.abs(scroll.scrollTop) < 80;
  let heard = 0;
  let asked = Promise.resolve();

  const markRead = () => {
    const id = last()?.dataset.message;
    if (document.hidden || !id || !isAtBottom()) return;
    void send(`${base}/read`, { up_to: id }).catch(() => undefined);
  };
  const append = (html: DocumentFragment) => {
    const fresh = [...html.children].filter((row) => !row.id || !document.getElementById(row.id));
    if (!fresh.length) return;
    const wasAtBottom = isAtBottom();
    const [top, height] = [scroll.scrollTop, scroll.scrollHeight];
    const first = fresh.find((row) => row.matches("[data-message]"));
    if (first && !first.matches(".message-first")) last()?.classList.remove("message-last");
    if (fresh.some((row) => row.matches(".message-mine"))) thread.querySelectorAll(".message-seen").forEach((seen) => seen.remove());
    thread.append(...fresh);
    fresh.forEach((row) => awaken(row));
    if (typing) typing.hidden = true;
    // Who reads further up keeps their place.
    scroll.scrollTop = wasAtBottom ? 0 : top - (scroll.scrollHeight - height);
    markRead();
  };
  const fetchNewer = () => {
    if (!isNewest) return;
    asked = asked.then(async () => append((await part(`${base}/part?after=${last()?.dataset.message ?? 0}`)).html)).catch(() => undefined);
  };
  const exchange = (html: DocumentFragment) => {
    const row = html.querySelector<HTMLElement>("[data-message]");
    const here = row && document.getElementById(row.id);
    if (!row || !here) return;
    here.replaceChildren(...row.childNodes);
    awaken(here);
  };
  const refresh = async (id: string) => {
    const here = document.getElementById(`message-${id}`);
    if (here) exchange((await part(`${base}/part?only=${id}`)).html);
  };
  const refreshList = async () => {
    const fresh = (await page("/messages")).querySelector("#chat-lines");
    const lines = document.querySelector("#chat-lines");
    if (!fresh || !lines || document.querySelector(".chats .tabs a[aria-current]")?.getAttribute("href") !== "/messages") return;
    fresh.querySelector(`a[href^="${base}"]`)?.setAttribute("aria-current", "page");
    lines.replaceChildren(...fresh.childNodes);
  };

  let hiding = 0;
  document.addEventListener("kith:live", (event) => {
    const news = (event as CustomEvent<News>).detail;
    heard = Date.now();
    if (news.kind === "message" || news.kind === "conversation") void refreshList().catch(() => undefined);
    if (news.conversation !== chat.dataset.chat) return news.kind === "gap" ? fetchNewer() : undefined;
    if (news.kind === "message") fetchNewer();
    if (news.kind === "message-changed" && news.message) void refresh(news.message).catch(() => undefined);
    if (news.kind === "read" && last()?.matches(".message-mine")) void refresh(last()?.dataset.message ?? "").catch(() => undefined);
    if (news.kind === "typing" && typing) {
      typing.textContent = (typing.dataset.pattern ?? "").replace("{name}", news.name ?? "");
      typing.hidden = false;
      clearTimeout(hiding);
      hiding = window.setTimeout(() => (typing.hidden = true), TYPING_SHOWN);
    }
  });
  setInterval(() => { if (!document.hidden && Date.now() - heard > POLL) fetchNewer(); }, POLL);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) fetchNewer(); });
  scroll.addEventListener("scrollend", markRead);

  writeIn(chat, base, isNewest, exchange, () => { scroll.scrollTop = 0; fetchNewer(); });
});
