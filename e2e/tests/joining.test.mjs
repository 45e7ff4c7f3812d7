// What a script adds to the ways in: the meter beside a new password, and the proof of work of forms for strangers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { judge, launch, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";

let kith, browser;

before(async () => {
  kith = await Kith.start({ join: "open" });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

const good = "seven lanterns over elmfield";

async function fill(page, handle) {
  await page.fill("[name=display_name]", handle);
  await page.fill("[name=handle]", handle);
  await page.fill("[name=password]", good);
  for (const box of await page.locator("[name=old_enough], [name=agrees]").all()) await box.check();
}

async function sent(page) {
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/join")), page.locator("main form .button-primary").click()]);
  return new URL(page.url()).pathname;
}

/** The meter's score after typing. */
async function scored(page, password) {
  await page.fill("[name=password]", "");
  await page.fill("[name=password]", password);
  await page.waitForFunction((text) => document.querySelector("#strength [data-text]").textContent !== text, "");
  return page.locator("#strength progress");
}

async function tryMeter(page) {
  assert.ok(await page.locator("#password-hint").isVisible());
  assert.ok(await page.locator("#strength").isHidden(), "nothing is said before something is typed");
  await scored(page, "short");
  await page.locator("#strength progress[data-score='0']").waitFor();
  assert.match(await page.locator("#strength [data-text]").innerText(), /short/i);
  await scored(page, "seven lanterns over a quiet hill");
  await page.locator("#strength progress[data-score='4']").waitFor();
}

test("the meter beside a first password reacts, for the first admin and for those who join", async () => {
  const fresh = await Kith.start({ setUp: false });
  try {
    const page = await visitor(browser, fresh);
    const [, address, code] = fresh.output.match(/(http:\/\/\S+\/setup)\b.* ([A-Z2-9]{4}-[A-Z2-9]{4})\b/) ?? [];
    await page.goto(address);
    await page.fill("[name=code]", code);
    await Promise.all([page.waitForNavigation(), page.locator("main form .button-primary").click()]);
    await page.goto("/setup/admin");
    await tryMeter(page);
    await judge(page);
    await page.context().close();
  } finally {
    await fresh.stop();
  }
  const page = await visitor(browser, kith);
  await page.goto("/join");
  await tryMeter(page);
  await judge(page);
  await page.context().close();
});

test("with a script one joins an open community by a real proof", async () => {
  const page = await visitor(browser, kith);
  await page.goto("/join");
  await fill(page, "proven");
  assert.equal(await sent(page), "/", "straight in");
  await judge(page);
  await page.context().close();
});

test("a form that stood open for longer than a proof lives works out a new one", async () => {
  const page = await visitor(browser, kith);
  await page.clock.install();
  const asked = [];
  page.on("request", (request) => new URL(request.url()).pathname === "/proof" && asked.push(request.url()));
  await page.goto("/join");
  await fill(page, "patient");
  await page.locator("[data-proof][data-state=done]").waitFor();
  const first = await page.inputValue("[name=altcha]");
  await page.clock.fastForward("40:00");
  const sending = page.waitForRequest((request) => request.method() === "POST" && new URL(request.url()).pathname === "/join");
  assert.equal(await sent(page), "/", "straight in");
  const proof = new URLSearchParams((await sending).postData()).get("altcha");
  assert.ok(proof && proof !== first, "the old proof was not sent");
  assert.equal(asked.length, 2);
  await page.context().close();
});

test("without a script one asks and waits", async () => {
  const page = await visitor(browser, kith, { script: false });
  await page.goto("/join");
  await fill(page, "scriptless");
  assert.equal(await sent(page), "/waiting");
  await page.context().close();
});

test("whoever waits finds a sound page and withdraws after being asked", async () => {
  const page = await visitor(browser, kith);
  await page.goto("/login");
  await page.fill("[name=login]", "scriptless");
  await page.fill("[name=password]", good);
  await Promise.all([page.waitForURL((url) => url.pathname === "/waiting"), page.press("[name=password]", "Enter")]);
  await judge(page);
  await page.goto("/settings");
  assert.equal(await page.locator("main .tile").count(), 2);
  await judge(page);
  await page.goto("/waiting");
  await page.locator("form[action='/waiting/withdraw'] button").click();
  const asked = page.locator("dialog[open] [data-yes]");
  await asked.waitFor();
  await Promise.all([page.waitForURL((url) => url.pathname === "/"), asked.click()]);
  assert.ok(await page.locator("form[action='/login']").count(), "signed out");
  await page.context().close();
});

test("the pages of this file are sound", () => soundSoFar());
