// The offer to install, on the home page: <section data-install="key" hidden>, with parts for each way:
// <p data-install-when="apple">. It comes on the third day somebody is here, and not again for sixty days after a no.
import { whenThereIs } from "./awaken";
import { isApple, isInstalled, state, turnOn } from "./web_app";

interface Prompt extends Event { prompt: () => Promise<unknown>; userChoice: Promise<{ outcome: string }> }

const DAYS = "kith-days";
const LATER = "kith-install-later";
const THIRD = 3;
const REST = 60 * 24 * 3600 * 1000;

/** On how many days somebody was here with this browser, today included. */
function daysHere(): number {
  const today = new Date().toDateString();
  const [days = 0, last = ""] = JSON.parse(localStorage.getItem(DAYS) ?? "[]") as [number?, string?];
  if (last === today) return days;
  localStorage.setItem(DAYS, JSON.stringify([days + 1, today]));
  return days + 1;
}

const isTooEarly = () => daysHere() < THIRD || Date.now() - Number(localStorage.getItem(LATER) ?? 0) < REST;

whenThereIs("[data-install]", (card) => {
  let prompt: Prompt | null = null;
  if (isTooEarly()) return;
  const show = (way: string) => {
    for (const part of card.querySelectorAll<HTMLElement>("[data-install-when]")) part.hidden = !part.dataset.installWhen?.split(" ").includes(way);
    card.hidden = false;
  };
  const close = () => {
    localStorage.setItem(LATER, String(Date.now()));
    card.hidden = true;
  };
  if (isInstalled) {
    void state(false).then((now) => { if (now === "off" && Notification.permission === "default") show("push"); });
  } else if (isApple) {
    show("apple");
  } else {
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      prompt = event as Prompt;
      show("install");
    });
  }
  for (const later of card.querySelectorAll("[data-install-later]")) later.addEventListener("click", close);
  addEventListener("appinstalled", close);
  card.querySelector("[data-install-now]")?.addEventListener("click", () => {
    void prompt?.prompt().then(() => prompt?.userChoice).finally(close);
  });
  card.querySelector("[data-install-push]")?.addEventListener("click", () => {
    void turnOn(card.dataset.install ?? "").catch(() => undefined).finally(close);
  });
});
