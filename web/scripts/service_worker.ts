// The worker of the pages: shows the last home page and a page about the missing connection, notes of what happened, and
// takes what other apps share. Everything else goes to the network as if it were not there.
import { forget, home } from "./service_worker_feed";
import { show, open, subscribeAgain } from "./service_worker_push";
import { takeShared } from "./service_worker_share";
import { clean, kept, network, offline, prepare, worker } from "./service_worker_shell";

worker.addEventListener("install", (event) => event.waitUntil(prepare().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(clean().then(() => worker.clients.claim())));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  if (request.method === "POST") {
    // Whoever signs out leaves nothing behind, even where the answer never comes.
    if (url.pathname === "/logout") event.waitUntil(forget());
    if (url.pathname === "/share" && request.mode === "navigate") event.respondWith(takeShared(request));
  } else if (request.method !== "GET") {
    return;
  } else if (request.mode === "navigate") {
    if (url.pathname === "/login") event.waitUntil(forget());
    const isHome = url.pathname === "/" && (url.search === "" || url.search === "?from=app");
    event.respondWith(isHome ? home(event) : network(event).catch(offline));
  } else if (url.pathname.startsWith("/assets/")) {
    // Their names change with what is in them.
    event.respondWith(kept(url.pathname).then((known) => known ?? fetch(request)));
  } else if (url.pathname.startsWith("/media/")) {
    event.respondWith(fetch(request).catch(async () => (await kept(url.pathname)) ?? Response.error()));
  }
});

worker.addEventListener("push", (event) => event.waitUntil(show(event)));
worker.addEventListener("notificationclick", (event) => event.waitUntil(open(event)));
worker.addEventListener("pushsubscriptionchange", (event) => (event as ExtendableEvent).waitUntil(subscribeAgain(event)));
