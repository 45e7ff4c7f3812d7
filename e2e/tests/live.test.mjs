// News on open pages: one stream for all tabs of a browser, numbers in the frame without a reload, and nothing lost when
// the tab that listens is closed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { befriend, launch, send, signIn, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";

let kith, browser, amina, milo;

async function member(handle) {
  const page = await visitor(browser, kith);
  await signIn(page, handle, kith.password);
  return page;
}

/** Writes a post and returns its address. */
async function post(page, words) {
  await page.goto("/new");
  const form = page.locator("main form[data-compose-form]");
  await form.locator("textarea[name=text]").fill(words);
  await Promise.all([page.waitForURL(/\/p\/\d+$/), form.locator("[data-submit]").click()]);
  return new URL(page.url()).pathname;
}

const bell = (page, number) => page.locator("[data-badge=notices] .count:not([hidden])", { hasText: new RegExp(`^${number}$`) });

before(async () => {
  kith = await Kith.start({ join: "approval" });
  await kith.member("milo");
  browser = await launch();
  amina = await member("amina");
  await befriend(browser, kith, amina, "milo");
  milo = await member("milo");
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

test("two tabs share one stream, and both show what it tells", async () => {
  const address = await post(amina, "Soup at eight");
  await send(amina, "/notices/read-all", {});
  const streams = [];
  amina.context().on("request", (request) => new URL(request.url()).pathname === "/live" && streams.push(request.url()));
  await amina.goto("/notices");
  await amina.waitForTimeout(500);
  const second = await amina.context().newPage();
  await second.goto("/people");
  await second.waitForTimeout(500);
  assert.equal(streams.length, 1, streams.join(" "));
  await second.evaluate(() => {
    window.told = [];
    document.addEventListener("kith:live", (event) => window.told.push(event.detail.kind));
  });
  await send(milo, `${address}/reaction`, { kind: "like" });
  await bell(amina, 1).waitFor();
  await bell(second, 1).waitFor();
  assert.deepEqual(await second.evaluate(() => window.told), ["notice"], "once");
  // The bell is said in words too.
  assert.match(await second.locator("[data-badge=notices]").getAttribute("aria-label"), /1/);
  await send(amina, "/notices/read-all", {});
  await second.locator("[data-badge=notices] .count").waitFor({ state: "hidden" });
  await second.close();
});

test("when the tab that listens is closed, another one goes on from where it was", async () => {
  const address = await post(amina, "Bread at nine");
  await send(amina, "/notices/read-all", {});
  const first = await amina.context().newPage();
  await first.goto("/people");
  const second = await amina.context().newPage();
  await second.goto("/people");
  await second.waitForTimeout(500);
  await amina.goto("about:blank");
  await first.close();
  await send(milo, `${address}/reaction`, { kind: "like" });
  await bell(second, 1).waitFor();
  await second.close();
});

test("a stream that failed is opened again once the browser is back on the network", async () => {
  await amina.route("**/live?*", (route) => route.abort());
  await amina.goto("/people");
  await amina.waitForTimeout(500);
  await amina.unroute("**/live?*");
  const told = amina.waitForResponse((answer) => new URL(answer.url()).pathname === "/live");
  await amina.evaluate(() => dispatchEvent(new Event("online")));
  assert.equal((await told).status(), 200);
});
