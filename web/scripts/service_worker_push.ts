// Part of the worker: notes of what happened, written by the server in the language of their reader.
import { TOKEN, ask, worker } from "./service_worker_shell";

interface Note { title: string; body: string; icon: string; lang: string; dir: NotificationDirection; tag: string; url: string; unread: number }
interface Badges { setAppBadge?: (count: number) => Promise<void>; clearAppBadge?: () => Promise<void> }
interface Changed extends Event { newSubscription?: PushSubscription | null }

const badges = navigator as Badges;

export async function show(event: PushEvent): Promise<void> {
  const note = event.data?.json() as Note | undefined;
  if (!note) return;
  const { title, body, icon, lang, dir, tag } = note;
  await worker.registration.showNotification(title, { body, icon, lang, dir, tag, badge: "/badge-96.png", data: note.url });
  await badges.setAppBadge?.(note.unread).catch(() => undefined);
}

/** A tab that shows the page comes to the front; otherwise one is opened, so that nothing half written is left. */
export async function open(event: NotificationEvent): Promise<void> {
  event.notification.close();
  const url = new URL(String(event.notification.data ?? "/"), worker.location.origin);
  if (url.origin !== worker.location.origin) return;
  await badges.clearAppBadge?.().catch(() => undefined);
  const tabs = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = tabs.find((tab) => tab.url === url.href);
  await (there ? there.focus() : worker.clients.openWindow(url.href));
}

/** Push services change addresses now and then; the server is told the new one. */
export async function subscribeAgain(event: Event): Promise<void> {
  const [csrf = "", key = ""] = await ask(TOKEN, / data-push="([^"]+)"/);
  if (!csrf || !key) return;
  const fresh = (event as Changed).newSubscription
    ?? (await worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  const { endpoint = "", keys = {} } = fresh.toJSON();
  const body = new URLSearchParams({ endpoint, p256dh: keys.p256dh ?? "", auth: keys.auth ?? "" });
  await fetch("/settings/devices/on", { method: "POST", body, headers: { "x-csrf-token": csrf, accept: "application/json" } });
}
