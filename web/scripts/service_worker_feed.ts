// Part of the worker: the home page as it was last read, with its photos, for when there is no connection. One page of one
// member; it goes when they sign out and when somebody else signs in. No other page is ever kept.
import { assetsOf, network, offline } from "./service_worker_shell";

const FEED = "kith-feed";
const HOME = "/";
const PATIENCE = 3000;
const LONGEST_PAGE = 1_500_000;
const PHOTO_BYTES = 5_000_000;
const OWNER = "x-kith-owner";
// What a browser has to know of a page besides its text.
const HEADERS = ["content-type", "content-security-policy", "referrer-policy", "permissions-policy", "x-content-type-options", "cross-origin-opener-policy"];

/** Counts forgetting, so that an answer on its way then is not kept after it. */
let forgotten = 0;

export async function forget(): Promise<void> {
  forgotten += 1;
  await caches.delete(FEED);
}

/** The network comes first, but nobody waits for it for long where a page is at hand. */
export async function home(event: FetchEvent): Promise<Response> {
  const before = forgotten;
  const asked = network(event).then((answer) => ({ answer, copy: answer.clone() }));
  event.waitUntil(asked.then(({ copy }) => keep(copy, before)).catch(() => undefined));
  const fresh = asked.then(({ answer }) => (answer.status < 500 ? answer : last().then((known) => known ?? answer)));
  const slow = new Promise<undefined>((done) => setTimeout(done, PATIENCE)).then(last);
  const first = Promise.race([fresh, slow]).catch(last);
  return (await first) ?? fresh.catch(offline);
}

/** The page as it was, marked as such: styles then show how old it is. */
async function last(): Promise<Response | undefined> {
  const known = await caches.match(HOME, { cacheName: FEED, ignoreVary: true });
  if (!known) return undefined;
  return new Response((await known.text()).replace("<html ", "<html data-kept "), { headers: known.headers });
}

async function keep(answer: Response, before: number): Promise<void> {
  if (answer.status >= 400) return;
  const html = answer.ok && !answer.redirected ? await answer.text() : "";
  const owner = /<meta name="me" content="([^"]+)"/.exec(html)?.[1];
  if (!owner) return forget();
  const known = await caches.match(HOME, { cacheName: FEED, ignoreVary: true });
  if (known && known.headers.get(OWNER) !== owner) await caches.delete(FEED);
  // A word about what has just happened is true once.
  if (html.length > LONGEST_PAGE || html.includes(' data-flash="flash-') || before !== forgotten) return;
  const headers = new Headers({ [OWNER]: owner });
  for (const name of HEADERS) headers.set(name, answer.headers.get(name) ?? "");
  // A cache that was forgotten meanwhile is still written to, but nobody finds it any more.
  const cache = await caches.open(FEED);
  await cache.put(HOME, new Response(html, { headers }));
  await gather(cache, html, () => before === forgotten);
}

/** Photos come from what the browser has just shown, one after the other, as long as there is room. */
async function gather(cache: Cache, html: string, isWanted: () => boolean): Promise<void> {
  const photos = [...html.matchAll(/ src="(\/media\/\d+\/\w+)"/g)].map((match) => match[1] ?? "");
  const wanted = new Set([...assetsOf(html), ...photos]);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== HOME && !wanted.has(pathname)) await cache.delete(request);
  }
  let room = PHOTO_BYTES;
  for (const path of wanted) {
    if (!isWanted() || room <= 0) return;
    const known = await cache.match(path, { ignoreVary: true });
    const answer = known ?? (await fetch(path, { cache: "force-cache" }).catch(() => undefined));
    if (!answer?.ok) continue;
    const bytes = (await answer.clone().blob()).size;
    room -= path.startsWith("/media/") ? bytes : 0;
    if (!known && room > 0) await cache.put(path, answer);
    if (known && room <= 0) await cache.delete(path);
  }
}
