// One post in Spanish and Arabic, read by two members: written without a script, read by each in their language, with a way
// to the other that leads to its page and, where there is a script, changes the words in place.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { judge, launch, send, signIn, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { eyesOf, pathOf, press } from "../lib/looks.mjs";

const spanish = "El domingo paseamos junto al río";
const arabic = "نتنزه يوم الأحد على ضفة النهر";

const judgePlain = (page) => judge(page, { axe: false });

let kith, browser, amina, milo, post;

async function member(handle, language, options = {}) {
  const page = await visitor(browser, kith, { script: false, ...options });
  await signIn(page, handle, kith.password);
  await send(page, "/language", { tag: language, back: "/" });
  return page;
}

async function open(page, path) {
  assert.equal((await page.goto(path)).status(), 200, path);
}

/** The words of the post on a page, with their language. */
async function words(page) {
  const body = page.locator("article.post .words").first();
  return [await body.getAttribute("lang"), (await body.innerText()).trim()];
}

before(async () => {
  kith = await Kith.start();
  for (const handle of ["zoe", "milo"]) await kith.member(handle);
  browser = await launch();
  [amina, milo] = [await member("amina", "es"), await member("milo", "ar")];
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

test("amina writes in two languages, and a failed form keeps both", async () => {
  await open(amina, "/new");
  await amina.fill("#compose-text", spanish);
  await amina.locator("details.compose-more:has(#language) > summary").click();
  await amina.selectOption("#language", "es");
  await amina.locator("main [data-picker] > summary").click();
  await amina.locator("main [name=audience][value=community]").check({ force: true });
  await amina.locator("details:has(#more-text-2) > summary").click();
  await amina.selectOption("#more-language-2", "es");
  await amina.fill("#more-text-2", arabic);
  await press(amina, "form.compose .compose-foot .button-primary");
  await amina.locator("#more-language-2-error").waitFor();
  assert.deepEqual([await amina.inputValue("#compose-text"), await amina.inputValue("#more-text-2")], [spanish, arabic]);
  await judgePlain(amina);
  await amina.selectOption("#more-language-2", "ar");
  await press(amina, "form.compose .compose-foot .button-primary");
  post = pathOf(amina);
  assert.match(post, /^\/p\/\d+$/);
  assert.deepEqual(await words(amina), ["es", spanish]);
  await judgePlain(amina);
});

test("milo reads the Arabic text, and goes to the other without a script", async () => {
  await open(milo, post);
  assert.deepEqual(await words(milo), ["ar", arabic]);
  const direction = await milo.locator("article.post .words p").first().evaluate((body) => getComputedStyle(body).direction);
  assert.equal(direction, "rtl");
  await press(milo, ".also-in a[lang=es]");
  assert.equal(pathOf(milo), post);
  assert.deepEqual(await words(milo), ["es", spanish]);
  await judgePlain(milo);
  await press(milo, ".also-in a[lang=ar]");
  assert.deepEqual(await words(milo), ["ar", arabic]);
  await milo.fill("#comment-text", "سآتي");
  await press(milo, "#write-comment > button");
  await open(amina, post);
  assert.deepEqual(await words(amina), ["es", spanish]);
  assert.equal(await amina.locator(".comment").count(), 1, "there is one thread");
});

test("with a script the words change in place on a card", async () => {
  const scripted = await member("milo", "ar", { script: true, size: "phone" });
  await open(scripted, "/u/amina");
  assert.deepEqual(await words(scripted), ["ar", arabic]);
  await scripted.locator(".also-in a[lang=es]").first().click();
  await scripted.locator("article.post .words[lang=es]").first().waitFor();
  assert.equal(pathOf(scripted), "/u/amina", "the page stays");
  assert.deepEqual(await words(scripted), ["es", spanish]);
  await judge(scripted);
});

test("amina changes both texts, and the history shows them", async () => {
  await open(amina, `${post}/edit`);
  assert.equal(await amina.inputValue("#more-language-2"), "ar");
  await amina.fill("#more-text-2", `${arabic}.`);
  await press(amina, "form.compose .compose-foot .button-primary");
  await open(amina, `${post}/history`);
  assert.equal(await amina.locator("article .words[lang=ar]").count(), 2);
  await judgePlain(amina);
});

test("it looks well at both widths and in both directions", async () => {
  const zoeSees = await eyesOf(browser, kith, "zoe");
  await zoeSees(post, "languages-post");
  await zoeSees("/u/amina", "languages-card");
  const aminaSees = await eyesOf(browser, kith, "amina");
  await aminaSees(`${post}/edit`, "languages-edit");
});

test("every page on the way was sound", () => soundSoFar());
