// Part of the worker: the page about the missing connection, in one language, with its styles; kept until the next build.
declare const VERSION: string;

export const worker = self as unknown as ServiceWorkerGlobalScope;

const PREFIX = "kith-shell-";
const LANGUAGE = new URL(worker.location.href).searchParams.get("lang") ?? "";
const SHELL = `${PREFIX}${VERSION}-${LANGUAGE}`;
const OFFLINE = "/offline";

/** Addresses of styles, scripts and icons that a page names. */
export function assetsOf(html: string): string[] {
  return [...new Set(html.match(/\/assets\/[\w.-]+/g) ?? [])];
}

/** Fetches what is kept from the start. Without cookies: the page is the same for everybody. */
export async function prepare(): Promise<void> {
  const answer = await fetch(`${OFFLINE}?lang=${encodeURIComponent(LANGUAGE)}`, { credentials: "omit", cache: "no-store" });
  if (!answer.ok || answer.redirected) throw new Error("no page to keep");
  const html = await answer.clone().text();
  const cache = await caches.open(SHELL);
  await cache.put(OFFLINE, answer);
  await cache.addAll([...assetsOf(html), "/favicon.svg"]);
}

/** A page on its way: browsers ask for it while the worker wakes up. */
export async function network(event: FetchEvent): Promise<Response> {
  return ((await event.preloadResponse) as Response | undefined) ?? fetch(event.request);
}

/** Drops what earlier builds and other languages kept. */
export async function clean(): Promise<void> {
  await worker.registration.navigationPreload?.enable();
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

export function kept(path: string): Promise<Response | undefined> {
  return caches.match(path, { ignoreVary: true });
}

export async function offline(): Promise<Response> {
  return (await kept(OFFLINE)) ?? Response.error();
}

/** What a page of ours says to its own scripts, read off it; empty for whoever is signed out. */
export async function ask(...patterns: RegExp[]): Promise<string[]> {
  const answer = await fetch("/settings/devices", { headers: { accept: "text/html" } });
  const html = answer.ok ? await answer.text() : "";
  return patterns.map((pattern) => pattern.exec(html)?.[1] ?? "");
}

export const TOKEN = /<meta name="csrf" content="([^"]+)"/;
