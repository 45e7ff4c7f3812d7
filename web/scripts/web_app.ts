// The worker of a member's pages, in the language of the page; and whether this browser is woken for whoever is signed in.
import { send, token } from "./ask_server";
import { within } from "./awaken";

const KEPT = "kith-push"; // for whom, and the page's token when the server was told: it changes with the session
const me = document.querySelector<HTMLMetaElement>("meta[name=me]")?.content ?? "";
const canBeWoken = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** Whether this page runs as an app of its own. */
export const isInstalled = matchMedia("(display-mode: standalone)").matches || (navigator as { standalone?: boolean }).standalone === true;
// An iPad says that it is a Mac, but no Mac is touched.
export const isApple = /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);

export type State = "none" | "apple" | "denied" | "off" | "on";

async function subscription(): Promise<PushSubscription | null> {
  return (await (await navigator.serviceWorker.getRegistration("/"))?.pushManager.getSubscription()) ?? null;
}

/** How it stands with this browser; `isKnown`: to the server, for this session. */
export async function state(isKnown: boolean): Promise<State> {
  if (!canBeWoken) return isApple && !isInstalled ? "apple" : "none";
  if (Notification.permission === "denied") return "denied";
  return isKnown && (await subscription()) ? "on" : "off";
}

/** Asks the person, then the browser, then tells the server. */
export async function turnOn(key: string): Promise<State> {
  if ((await Notification.requestPermission()) !== "granted") return Notification.permission === "denied" ? "denied" : "off";
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const made = await pushManager.subscribe(options).catch(async () => {
    // One that was made for another key stands in the way.
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(options);
  });
  await tell(made);
  return "on";
}

export async function turnOff(): Promise<void> {
  localStorage.removeItem(KEPT);
  if (canBeWoken) await (await subscription())?.unsubscribe();
}

async function tell(made: PushSubscription): Promise<void> {
  const { endpoint = "", keys = {} } = made.toJSON();
  await send("/settings/devices/on", { endpoint, p256dh: keys.p256dh ?? "", auth: keys.auth ?? "" });
  localStorage.setItem(KEPT, JSON.stringify([me, token()]));
}

/** A new session of the same member goes on being woken; somebody else's notes are not shown to whoever came after. */
async function followSession(): Promise<void> {
  const [whose, told] = JSON.parse(localStorage.getItem(KEPT) ?? "[]") as string[];
  if (!whose || !me || (whose === me && told === token())) return;
  if (whose !== me) return turnOff();
  const made = await subscription();
  if (made) await tell(made);
}

if (me && "serviceWorker" in navigator) {
  const language = encodeURIComponent(document.documentElement.lang);
  navigator.serviceWorker.register(`/service-worker.js?lang=${language}`, { scope: "/" }).catch(() => undefined);
  if (canBeWoken) followSession().catch(() => undefined);
  // Somebody is looking: the number at the icon has done its work.
  (navigator as { clearAppBadge?: () => Promise<void> }).clearAppBadge?.().catch(() => undefined);
}

document.addEventListener("submit", (event) => {
  if (within(event, "form[action='/logout'], form[data-push-off]")) void turnOff().catch(() => undefined);
});
