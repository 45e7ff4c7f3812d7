// One stream of news for all open pages of this browser: the page that holds the lock listens and passes on to the
// others. Browsers that know no locks or channels have a stream for each page. Every event has a place in the order, so
// that a page that comes back is told each thing once.
import { numbers } from "./live_numbers";
import { PASSING, Stream, type Told, reaches } from "./live_stream";

type Word = { told: Told } | { wants: "posts" } | { since: string };

// How long a page that nobody looks at listens, and after how long a device may have slept.
const AWAY = 60_000, ASLEEP = 30_000, SPREAD = 2_000, REMEMBERED = 64;

const takers: ((kind: string, data: string) => void)[] = [];
let heard = document.body.dataset.liveAt ?? "";
let channel: BroadcastChannel | null = null;
let wish: AbortController | null = null;
let release: (() => void) | null = null;
let leads = false, wantsPosts = false, withPosts = false, away = 0, hiddenAt = 0;
// What the page that leads has told, and from where on it knows all.
let recent: Told[] = [], from = "";

const stream = new Stream(tell, () => {
  withPosts ||= wantsPosts;
  const query = new URLSearchParams({ last: heard });
  if (withPosts) query.set("posts", "1");
  return query;
});

function take(told: Told): void {
  const isNew = !told.id || !reaches(heard, told.id);
  if (!isNew && !PASSING.includes(told.kind)) return;
  if (isNew && told.id) heard = told.id;
  if (told.kind === "hello" && wantsPosts && !leads) say({ wants: "posts" });
  takers.forEach((taker) => taker(told.kind, told.data));
}

function say(word: Word): void { channel?.postMessage(word); }

function tell(told: Told): void {
  if (told.id && !PASSING.includes(told.kind)) recent = [...recent, told].slice(-REMEMBERED);
  take(told);
  say({ told });
  // Not all browsers at once, when the server was away.
  if (told.kind === "gap") setTimeout(ask, Math.random() * SPREAD);
}

/** Tells everybody the numbers of this moment. */
async function ask(): Promise<void> {
  const found = await numbers();
  if (found) tell({ kind: "state", data: JSON.stringify(found), id: "" });
}

/** Somebody came back: what they missed, or that it is not known any more. */
function resend(since: string): void {
  const first = recent[0]?.id ?? "";
  const isKnown = reaches(since, from) && (recent.length < REMEMBERED || reaches(since, first));
  if (!isKnown) return say({ told: { kind: "gap", data: "{}", id: heard } });
  for (const told of recent) if (!reaches(since, told.id)) say({ told });
}

function start(): void {
  leads = true;
  recent = [];
  from = heard;
  stream.open();
}

function lead(): void {
  if (wish) return;
  wish = new AbortController();
  if (!channel) return start();
  const held = () => new Promise<void>((done) => { release = done; start(); });
  // Whoever gives up waiting is told so as an error.
  navigator.locks.request("kith-live", { signal: wish.signal }, held).catch(() => undefined);
}

function rest(): void {
  stream.close();
  leads = false;
  wish?.abort();
  release?.();
  wish = release = null;
}

function hear({ data }: MessageEvent<Word>): void {
  if ("told" in data) take(data.told);
  else if (!leads) return;
  else if ("since" in data) resend(data.since);
  else if (!withPosts) { withPosts = true; stream.again(); }
}

function begin(): void {
  if (!channel && "BroadcastChannel" in window && "locks" in navigator) {
    channel = new BroadcastChannel("kith-live");
    channel.onmessage = hear;
  }
  lead();
  say({ since: heard });
  if (wantsPosts) say({ wants: "posts" });
}

function look(): void {
  clearTimeout(away);
  if (document.hidden) { hiddenAt = Date.now(); away = setTimeout(rest, AWAY); return; }
  const slept = hiddenAt > 0 && Date.now() - hiddenAt > ASLEEP;
  begin();
  // The line of a device that slept may have nobody at its other end.
  if (leads && slept) stream.again();
}

/** Begins to listen; `taker` is handed all that comes. */
export function listen(taker: (kind: string, data: string) => void): void {
  takers.push(taker);
  document.addEventListener("visibilitychange", look);
  addEventListener("online", () => { if (leads) stream.again(); });
  addEventListener("pagehide", () => { rest(); channel?.close(); channel = null; });
  addEventListener("pageshow", (event) => { if (event.persisted) begin(); });
  begin();
}

/** Asks to hear of new posts too. */
export function wantPosts(): void {
  wantsPosts = true;
  if (!leads) say({ wants: "posts" }); else if (!withPosts) stream.again();
}
