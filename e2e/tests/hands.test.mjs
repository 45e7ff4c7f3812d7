// What hands do beyond clicking: swipes, long presses, dragging, hovering, keys; and what moves, or does not, meanwhile.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { befriend, judge, launch, send, signIn, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { noise, picture } from "../lib/pictures.mjs";

let kith, browser, amina, gallery;

before(async () => {
  kith = await Kith.start({ join: "approval" });
  await kith.member("milo");
  browser = await launch();
  amina = await member("amina");
  await befriend(browser, kith, amina, "milo");
  gallery = await post(amina, "Three hills", await Promise.all([0, 1, 2].map((number) => picture(browser, number, { width: 400, height: 300 }))), ["one", "two", "three"]);
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

async function member(handle, options = {}) {
  const page = await visitor(browser, kith, options);
  await signIn(page, handle, kith.password);
  if (options.language) await send(page, "/language", { tag: options.language, back: "/" });
  return page;
}

const form = (page) => page.locator("main form[data-compose-form]");

/** Until so many photos have arrived. */
const arrived = (page, many) => page.waitForFunction((wanted) => [...document.querySelectorAll("main input[name=media]")].filter((field) => field.value).length === wanted, many, { timeout: 60_000 });

async function post(page, words, photos = [], alts = []) {
  await page.goto("/new");
  await form(page).locator("textarea[name=text]").fill(words);
  if (photos.length) {
    await form(page).locator("input[type=file]").setInputFiles(photos);
    await arrived(page, photos.length);
    for (const [at, alt] of alts.entries()) await form(page).locator("input[name=alt]").nth(at).fill(alt);
  }
  return sent(page);
}

async function sent(page) {
  await Promise.all([page.waitForURL(/\/p\/\d+$/), form(page).locator("[data-submit]").click()]);
  return new URL(page.url()).pathname;
}

/** A finger goes down at a place, over to others, and up again; it stays down for `rest` milliseconds. */
async function finger(page, places, rest = 0) {
  const client = await page.context().newCDPSession(page);
  const touch = (type, place) => client.send("Input.dispatchTouchEvent", { type, touchPoints: place ? [{ x: place[0], y: place[1] }] : [] });
  await touch("touchStart", places[0]);
  if (rest) await page.waitForTimeout(rest);
  for (const place of places.slice(1)) await touch("touchMove", place);
  await touch("touchEnd");
  await client.detach();
}

/** A swipe over the middle of the screen, by so many pixels. */
function swipe(page, across, down = 0) {
  const { width, height } = page.viewportSize();
  const place = (share) => [width / 2 + across * (share - 0.5), height / 2 + down * (share - 0.5)];
  return finger(page, [0, 0.2, 0.4, 0.6, 0.8, 1].map(place));
}

for (const [handle, language, onwards] of [["amina", "en", -1], ["milo", "ar", 1]]) {
  test(`in ${language} a swipe along the line of reading shows the next photo, and one down goes back to the page`, async () => {
    const page = await member(handle, { size: "phone", language });
    await page.goto(gallery);
    const photos = await page.locator("article.post [data-gallery] a").evaluateAll((links) => links.map((link) => link.dataset.full));
    await page.locator("article.post [data-gallery] a").first().tap();
    const shown = page.locator("dialog.viewer[open] .viewer-stage > img");
    const shows = async (at) => assert.equal(await shown.getAttribute("src"), photos[at]);
    await shows(0);
    await swipe(page, onwards * 200);
    await shows(1);
    await swipe(page, onwards * 200);
    await shows(2);
    await swipe(page, onwards * 200);
    await shows(2);
    await swipe(page, onwards * -200);
    await shows(1);
    await swipe(page, onwards * 30);
    await shows(1);
    await swipe(page, 0, 260);
    await page.locator("dialog.viewer").waitFor({ state: "detached" });
    assert.equal(new URL(page.url()).pathname, gallery);
    await page.context().close();
  });
}

test("the address of a post is copied, and so is an invitation; phones offer their own way of sending", async () => {
  await amina.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: kith.address });
  await amina.goto(gallery);
  const menu = amina.locator("article.post .post-head details.menu");
  await menu.locator("summary").click();
  assert.ok(await menu.locator("[data-share]").isHidden(), "not where there is no such way");
  await menu.locator("[data-copy]").click();
  await amina.locator("#flash .flash-good").waitFor();
  assert.equal(await amina.evaluate(() => navigator.clipboard.readText()), `${kith.address}${gallery}`);
  assert.equal(await menu.getAttribute("open"), null);
  await amina.goto("/invitations");
  await Promise.all([amina.waitForNavigation(), amina.locator("main form[action='/invitations'] .button-primary").click()]);
  await amina.locator("[data-copy-from]").click();
  const invitation = await amina.inputValue("#invite-link");
  await amina.waitForFunction(async (text) => (await navigator.clipboard.readText()) === text, invitation);

  const phone = await visitor(browser, kith, { size: "phone" });
  await phone.addInitScript(() => {
    navigator.share = async (what) => void (window.sent = what);
  });
  await signIn(phone, "amina", kith.password);
  await phone.goto(gallery);
  await phone.locator("article.post .post-head details.menu > summary").tap();
  await phone.locator("article.post [data-share]").tap();
  assert.equal((await phone.evaluate(() => window.sent)).url, `${kith.address}${gallery}`);
  await phone.context().close();
});

test("one box ticks all requests to join, and follows when one is left out", async () => {
  const guest = await visitor(browser, kith, { script: false });
  for (const handle of ["nils", "olga", "paul"]) {
    await guest.context().clearCookies();
    await guest.goto("/join");
    for (const [name, value] of [["display_name", handle], ["handle", handle], ["password", kith.password]]) await guest.fill(`[name=${name}]`, value);
    for (const box of await guest.locator("[name=old_enough], [name=agrees]").all()) await box.check();
    await Promise.all([guest.waitForURL((url) => !url.pathname.startsWith("/join")), guest.locator("main form .button-primary").click()]);
  }
  await guest.context().close();
  await amina.goto("/admin/requests");
  const all = amina.locator("[data-tick-all]");
  const rows = amina.locator("tbody input[type=checkbox]");
  const ticked = () => rows.evaluateAll((boxes) => boxes.map((box) => box.checked));
  const state = () => all.evaluate((box) => [box.checked, box.indeterminate]);
  assert.equal(await rows.count(), 3);
  await all.check();
  assert.deepEqual(await ticked(), [true, true, true]);
  await rows.nth(1).uncheck();
  assert.deepEqual(await state(), [false, true], "some");
  await rows.nth(1).check();
  assert.deepEqual(await state(), [true, false], "all again");
  await all.uncheck();
  assert.deepEqual(await ticked(), [false, false, false]);
});

test("a photo tells how far it is, and nothing is sent before it has arrived", async () => {
  const page = await member("amina");
  const line = await page.context().newCDPSession(page);
  await page.goto("/new");
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 });
  await page.evaluate(() => {
    window.progress = [];
    setInterval(() => {
      const bar = document.querySelector("main .attachment progress");
      if (bar) window.progress.push(bar.value);
    }, 40);
  });
  await form(page).locator("input[type=file]").setInputFiles([noise(900, 600)]);
  await form(page).locator(".attachment progress").waitFor();
  assert.ok(await form(page).locator("[data-submit]").isDisabled(), "while it is on its way");
  await arrived(page, 1);
  const seen = await page.evaluate(() => window.progress);
  assert.ok(seen.some((value) => value > 0 && value < 100), `it was on its way: ${seen}`);
  assert.deepEqual(seen, seen.toSorted((a, b) => a - b), "and never went back");
  assert.equal(await form(page).locator(".attachment progress").count(), 0);
  await page.waitForFunction(() => !document.querySelector("main [data-submit]").disabled);
  await page.context().close();
});

test("the row of reactions opens by hovering and by an arrow key, and is walked along the line of reading", async () => {
  const page = await member("milo", { language: "ar" });
  await page.goto(gallery);
  const reactions = page.locator("article.post .post-foot form.reactions");
  const more = reactions.locator("details.reaction-more");
  const isOpen = () => more.evaluate((details) => details.open);
  await reactions.locator(":scope > button").hover();
  assert.equal(await isOpen(), false, "not at once");
  await reactions.locator("details.reaction-more[open]").waitFor();
  await page.mouse.move(2, 2);
  await page.waitForFunction(() => !document.querySelector("article.post .post-foot details.reaction-more").open);
  await reactions.locator(":scope > button").focus();
  await page.keyboard.press("ArrowUp");
  assert.equal(await isOpen(), true);
  const kind = () => page.evaluate(() => document.activeElement.value);
  const kinds = await reactions.locator(".reaction-row button").evaluateAll((buttons) => buttons.map((button) => button.value));
  assert.equal(kinds.length, 7);
  assert.equal(await kind(), kinds[0]);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await kind(), kinds[1], "from right to left");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await kind(), kinds[6], "around the end");
  await page.keyboard.press("Escape");
  assert.equal(await isOpen(), false);
  await reactions.locator(":scope > button").focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  // The chosen one takes itself back when it is pressed again.
  await page.locator("article.post .post-foot .reaction-row button:nth-child(2)[value=none][aria-pressed=true]").waitFor({ state: "attached" });
  await page.context().close();
});

test("a long press opens the row of reactions and presses nothing under the finger; a short one reacts", async () => {
  const page = await member("amina", { size: "phone" });
  await page.goto(gallery);
  const main = page.locator("article.post .post-foot form.reactions > button");
  await main.evaluate((button) => button.scrollIntoView({ block: "center" }));
  const box = await main.boundingBox();
  const middle = [box.x + box.width / 2, box.y + box.height / 2];
  await finger(page, [middle], 700);
  const row = page.locator("article.post .post-foot .reaction-row");
  await row.waitFor();
  assert.equal(await main.getAttribute("aria-pressed"), "false");
  const frame = await row.boundingBox();
  assert.ok(frame.x >= 0 && frame.x + frame.width <= page.viewportSize().width, "all of it is on the screen");
  await row.locator("button[value=wow]").tap();
  await page.locator("article.post .post-foot .reaction-row button[value=none][aria-pressed=true]").waitFor({ state: "attached" });
  await page.locator("article.post .post-foot form.reactions > button[aria-pressed=true]").tap();
  await page.locator("article.post .post-foot form.reactions > button[aria-pressed=false]").waitFor();
  await page.context().close();
});

test("photos stand in the order they were put in, in a new post and after editing", async () => {
  const order = () => amina.locator("article.post .mosaic img:not(.blur)").evaluateAll((images) => images.map((image) => image.alt));
  await amina.goto("/new");
  await form(amina).locator("textarea[name=text]").fill("In order");
  await form(amina).locator("input[type=file]").setInputFiles(await Promise.all([0, 1, 2].map((number) => picture(browser, number, { width: 240, height: 180 }))));
  await arrived(amina, 3);
  for (const [at, alt] of ["one", "two", "three"].entries()) await form(amina).locator("input[name=alt]").nth(at).fill(alt);
  await form(amina).locator("[data-move='-1']").nth(2).click();
  await form(amina).locator("[data-move='-1']").nth(1).click();
  const address = await sent(amina);
  assert.deepEqual(await order(), ["three", "one", "two"]);

  await amina.goto(`${address}/edit`);
  const rows = form(amina).locator(".attachment");
  assert.equal(await rows.count(), 3);
  // By hand this time: the last one is dragged above the first.
  await rows.nth(2).locator("img").dragTo(rows.nth(0), { targetPosition: { x: 30, y: 4 } });
  await Promise.all([amina.waitForURL(`**${address}`), form(amina).locator("[data-submit]").click()]);
  assert.deepEqual(await order(), ["two", "three", "one"]);

  // Without scripts they stay as they stand, and one that is not kept goes.
  const plain = await member("amina", { script: false });
  await plain.goto(`${address}/edit`);
  await plain.locator("main input[name=media]").nth(1).uncheck();
  await Promise.all([plain.waitForURL(`**${address}`), plain.locator("main [data-submit]").click()]);
  await plain.context().close();
  await amina.goto(address);
  assert.deepEqual(await order(), ["two", "one"]);
});

const moving = (page) => page.evaluate(() => document.getAnimations().filter((one) => one.playState === "running").map((one) => one.animationName ?? one.transitionProperty));

test("who has not asked for stillness sees sound pages, and sheets that rise", async () => {
  const page = await member("amina", { motion: "no-preference" });
  for (const path of ["/", gallery, "/u/amina"]) {
    await page.goto(path);
    await judge(page);
  }
  await page.goto("/");
  await page.locator("a.ask[data-compose]").click();
  await page.locator("dialog.sheet[open]").waitFor();
  const name = await page.locator("dialog.sheet[open]").evaluate((sheet) => getComputedStyle(sheet).animationName);
  assert.equal(name, "rise");
  await page.context().close();
});

test("who has asked for stillness sees nothing move", async () => {
  const page = await member("amina");
  const still = async (what) => {
    await page.waitForTimeout(60);
    // What lasts a hundredth of a millisecond is over with the next picture, which a busy machine draws late.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    assert.deepEqual(await moving(page), [], what);
  };
  for (const path of ["/", gallery, "/u/amina", "/new"]) {
    await page.goto(path);
    await still(path);
  }
  await page.goto("/");
  await page.locator(".topbar details.menu > summary").first().click();
  await still("an open menu");
  await page.keyboard.press("Escape");
  await page.locator("a.ask[data-compose]").click();
  await page.locator("dialog.sheet[open] form[data-compose-form]").waitFor();
  await still("an open sheet");
  // What turns for as long as somebody waits stands still, too.
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("span"), { className: "spinner" })));
  await still("a spinner");
  await page.context().close();
});

test("every page on the way was sound", () => soundSoFar());
