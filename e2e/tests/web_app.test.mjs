// The web app: its worker, what it keeps and forgets, what other apps share, notices, and the offer to install.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signIn, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { picture } from "../lib/pictures.mjs";

let kith, browser;

before(async () => {
  kith = await Kith.start({ edges: [[0, 1], [0, 2], [1, 2]] });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

/** Somebody whose pages have a worker. */
async function member(handle, options = {}) {
  const page = await visitor(browser, kith, { worker: true, ...options });
  await signIn(page, handle, kith.password);
  await hasWorker(page);
  return page;
}

/** Waits until the worker stands between this page and the network. */
async function hasWorker(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
}

/** Whether the home page is kept on the device. */
const keptHome = (page) => page.evaluate(async () => (await caches.has("kith-feed")) && Boolean(await (await caches.open("kith-feed")).match("/")));

/** What is written after an answer takes a moment. */
async function until(question, expected, what) {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    if ((await question()) === expected) return;
  }
  assert.fail(what);
}

async function readHome(page) {
  await page.goto("/");
  await until(() => keptHome(page), true, "the home page is not kept");
}

/** While the program rests nobody reaches it, neither pages nor the worker. */
async function offline(work) {
  await kith.end();
  try {
    await work();
  } finally {
    await kith.serve();
  }
}

async function post(page, words, photo) {
  await page.goto("/new");
  const form = page.locator("main form[data-compose-form]");
  await form.locator("textarea[name=text]").fill(words);
  if (photo) {
    await form.locator("input[type=file]").setInputFiles([photo]);
    await page.waitForFunction(() => [...document.querySelectorAll("main input[name=media]")].some((field) => field.value), null, { timeout: 60_000 });
  }
  await Promise.all([page.waitForURL(/\/p\/\d+/), form.locator("[data-submit]").click()]);
  return new URL(page.url()).pathname;
}

test("the manifest says how the app is installed and what it takes", async () => {
  const page = await visitor(browser, kith, { language: "de" });
  await page.goto("/");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await page.evaluate(async (address) => (await fetch(address)).json(), address);
  assert.equal(manifest.start_url, "/?from=app");
  assert.equal(manifest.display, "standalone");
  assert.deepEqual([manifest.lang, manifest.dir], await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]));
  assert.ok(manifest.icons.some((icon) => icon.purpose === "maskable" && icon.sizes === "512x512"));
  assert.deepEqual([manifest.share_target.action, manifest.share_target.method], ["/share", "POST"]);
  // Whoever is not signed in has no worker and keeps nothing.
  assert.equal(await page.evaluate(() => caches.keys().then((names) => names.length)), 0);
  await page.context().close();
});

test("without a connection the last home page is there with its photos, and every other page says so", async () => {
  const page = await member("amina");
  const words = "Kept for the train";
  const path = await post(page, words, await picture(browser, 1));
  await readHome(page);
  await until(() => page.evaluate(async () => (await (await caches.open("kith-feed")).keys()).some((one) => one.url.includes("/media/"))), true, "no photo is kept");
  await offline(async () => {
    await page.goto("/");
    await page.getByText(words).first().waitFor();
    assert.ok(await page.locator(".offline-note").isVisible(), "it does not say how old it is");
    const photo = page.locator(".mosaic img:not(.blur)").first();
    await photo.scrollIntoViewIfNeeded();
    await until(() => photo.evaluate((image) => image.complete && image.naturalWidth > 0), true, "the photo is not shown");
    const isRound = await page.evaluate(() => getComputedStyle(document.querySelector(".composer-row .ask")).borderRadius !== "0px");
    assert.ok(isRound, "without its styles");
    await page.goto(path);
    await page.locator("[data-offline-page]").waitFor();
    assert.equal(await page.getByText(words).count(), 0, "another page was kept");
  });
  await page.goto("/");
  assert.ok(await page.locator(".offline-note").isHidden());
  await page.context().close();
});

test("the page about the missing connection speaks the language of the member", async () => {
  const page = await member("amina", { language: "ar" });
  await page.request.post("/language", { form: { csrf: await page.locator("meta[name=csrf]").getAttribute("content"), tag: "ar" } });
  await page.goto("/settings");
  await until(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("kith-shell-")).every((name) => name.endsWith("-ar"))), true, "no worker for the new language");
  await offline(async () => {
    await page.goto("/people");
    await page.locator("html[lang=ar][dir=rtl] [data-offline-page]").waitFor();
  });
  await page.goto("/");
  await page.request.post("/language", { form: { csrf: await page.locator("meta[name=csrf]").getAttribute("content"), tag: "en" } });
  await page.context().close();
});

test("signing out forgets the home page, and so does somebody else who comes after", async () => {
  const page = await member("amina");
  await readHome(page);
  await page.locator("details.menu > summary").first().click();
  await Promise.all([page.waitForURL(/\/login/), page.locator("form[action='/logout'] button").click()]);
  await until(() => keptHome(page), false, "kept after signing out");
  await offline(async () => {
    await page.goto("/");
    await page.locator("[data-offline-page]").waitFor();
  });

  await signIn(page, "amina", kith.password);
  await hasWorker(page);
  await readHome(page);
  // Somebody else, by way of another session in the same browser and without the page for signing in.
  const other = await visitor(browser, kith);
  await other.goto("/u/amina/friends");
  await signIn(other, "amina", kith.password);
  await other.goto("/u/amina/friends");
  const friend = (await other.locator("#people .who").first().getAttribute("href")).slice(3);
  await other.context().clearCookies();
  await signIn(other, friend, kith.password);
  await page.context().addCookies(await other.context().cookies());
  await page.goto("/");
  const owner = () => page.evaluate(async () => (await (await caches.open("kith-feed")).match("/"))?.headers.get("x-kith-owner"));
  await until(owner, friend, "the page of whoever was here before is still kept");
  await other.context().close();
  await page.context().close();
});

test("what another app shares comes into the composer, photos too", async () => {
  const page = await member("amina");
  const photo = await picture(browser, 2);
  await page.goto("/settings");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<form id="other-app" method="post" action="/share" enctype="multipart/form-data"><input name="title"><input name="text"><input name="url"><input type="file" name="photos" multiple></form>');
  });
  await page.fill("#other-app [name=title]", "Fair");
  await page.fill("#other-app [name=text]", "On Sunday");
  await page.fill("#other-app [name=url]", "https://fair.example/");
  await page.setInputFiles("#other-app [name=photos]", [photo]);
  await Promise.all([page.waitForURL(/\/share\?/, { timeout: 60_000 }), page.evaluate(() => document.querySelector("#other-app").submit())]);
  const form = page.locator("main form[data-compose-form]");
  assert.equal(await form.locator("textarea[name=text]").inputValue(), "Fair\n\nOn Sunday\n\nhttps://fair.example/");
  assert.equal(await form.locator(".attachment img").count(), 1);
  await Promise.all([page.waitForURL(/\/p\/\d+/), form.locator("[data-submit]").click()]);
  assert.equal(await page.locator(".mosaic img:not(.blur)").count(), 1);
  await page.context().close();
});

test("a push becomes a notice that leads to its page", async () => {
  const page = await member("amina");
  await page.context().grantPermissions(["notifications"], { origin: kith.address });
  const line = await page.context().newCDPSession(page);
  const registered = new Promise((done) => line.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => registrations[0] && done(registrations[0].registrationId)));
  await line.send("ServiceWorker.enable");
  const data = JSON.stringify({ title: "Ben mentioned you", body: "Hello", icon: `${kith.address}/icon-192.png`, lang: "en", dir: "ltr", tag: "notice-1", url: "/p/1", unread: 2 });
  await line.send("ServiceWorker.deliverPushMessage", { origin: kith.address, registrationId: await registered, data });
  const shown = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, tag, data: url }) => [title, body, tag, url].join("|")).join());
  await until(shown, "Ben mentioned you|Hello|notice-1|/p/1", "no notice is shown");
  await page.context().close();
});

test("the devices page says how it stands, with scripts and without", async () => {
  const page = await member("amina");
  await page.goto("/settings/devices");
  const said = page.locator("[data-push-when]:visible");
  await said.first().waitFor();
  assert.equal(await said.count(), 1, "one state at a time");
  await page.context().close();
  const plain = await visitor(browser, kith, { script: false });
  await signIn(plain, "amina", kith.password);
  await plain.goto("/settings/devices");
  assert.equal(await plain.locator("[data-push-on]").isVisible(), false);
  assert.equal(await plain.locator("[data-push] .no-script").isVisible(), true);
  await plain.goto("/");
  assert.equal(await plain.locator("[data-install]").isVisible(), false);
  await plain.context().close();
});

test("the offer to install comes on the third day, and not again after a no", async () => {
  const page = await member("amina", { size: "phone" });
  const card = page.locator("[data-install]");
  const offer = () => page.evaluate(() => dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt: async () => undefined, userChoice: Promise.resolve({ outcome: "dismissed" }) })));
  await page.goto("/");
  await offer();
  assert.equal(await card.isVisible(), false, "on the first day");
  await page.evaluate(() => localStorage.setItem("kith-days", JSON.stringify([2, "long ago"])));
  await page.goto("/");
  assert.equal(await card.isVisible(), false, "the browser has not said that it can");
  await offer();
  await card.waitFor({ state: "visible" });
  await card.locator("button.button[data-install-later]").click();
  await page.goto("/");
  await offer();
  assert.equal(await card.isVisible(), false, "again after a no");
  await page.evaluate(() => localStorage.setItem("kith-install-later", String(Date.now() - 61 * 24 * 3600 * 1000)));
  await page.goto("/");
  await offer();
  await card.waitFor({ state: "visible" });
  await page.context().close();
});
