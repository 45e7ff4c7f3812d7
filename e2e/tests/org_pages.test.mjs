// A parish page that three people run, each from their own account: founded, described in two languages, written for, and
// looked after. All steps are taken without a script; what they lead to is judged and pictured with one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { judge, launch, send, signIn, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { eyesOf, pathOf, press } from "../lib/looks.mjs";
import { picture } from "../lib/pictures.mjs";

const parish = "/u/saint_clare";
const manage = "/pages/saint_clare/manage";
const words = "The choir sings on Friday at six";
const arabic = "نغني معًا كل يوم جمعة";

// The accessibility checker needs a script; the same pages are judged with one by those who only look.
const judgePlain = (page) => judge(page, { axe: false });

let kith, browser, amina, zoe, milo, stefan, zoeSees, post;

async function member(handle, options = {}) {
  const page = await visitor(browser, kith, { script: false, ...options });
  await signIn(page, handle, kith.password);
  return page;
}

/** Opens a page and asks that it is there. */
async function open(page, path) {
  assert.equal((await page.goto(path)).status(), 200, path);
}

/** Begins to act as the parish. */
async function act(page) {
  await open(page, parish);
  await press(page, "main form[action='/act-as'] button");
  await page.locator(".acting-bar").waitFor();
}

before(async () => {
  kith = await Kith.start();
  for (const handle of ["zoe", "milo", "stefan"]) await kith.member(handle);
  browser = await launch();
  amina = await member("amina");
  [zoe, milo, stefan] = [await member("zoe"), await member("milo"), await member("stefan")];
  zoeSees = await eyesOf(browser, kith, "zoe");
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

test("zoe founds a page, and what failed comes back filled in", async () => {
  await open(zoe, "/pages");
  await judgePlain(zoe);
  await press(zoe, ".page-head a[href='/pages/new']");
  await zoe.fill("#display_name", "Saint Clare");
  await zoe.fill("#handle", "no spaces");
  await zoe.selectOption("#category", "faith");
  await zoe.fill("#about", "We **sing** and help each other.");
  await press(zoe, "main form[action='/pages'] .button-primary");
  await zoe.locator("#handle-error").waitFor();
  assert.equal(await zoe.inputValue("#about"), "We **sing** and help each other.");
  assert.equal(await zoe.inputValue("#category"), "faith");
  await zoe.fill("#handle", "saint_clare");
  await press(zoe, "main form[action='/pages'] .button-primary");
  assert.equal(pathOf(zoe), manage);
  await judgePlain(zoe);
  await zoeSees("/pages/new", "page-new");
});

test("she says when it is open, and writes about it in Arabic too", async () => {
  await open(zoe, manage);
  for (const day of [0, 1, 2, 3, 4, 5, 6]) await zoe.fill(`#hours_${day}`, "0-24");
  await zoe.fill("#hours_0", "mornings");
  await zoe.fill("#phone", "+49 30 1234");
  await zoe.fill("#address", "Hill Street 3");
  await zoe.locator("[name=button][value=call]").check();
  await press(zoe, "form[action$='/details'] .button-primary");
  await zoe.locator("#hours-error").waitFor();
  assert.equal(await zoe.inputValue("#hours_0"), "mornings", "what was typed is still there");
  assert.equal(await zoe.inputValue("#phone"), "+49 30 1234");
  await zoe.fill("#hours_0", "0-24");
  await press(zoe, "form[action$='/details'] .button-primary");
  await open(zoe, `${manage}?show=details&language=ar`);
  await zoe.fill("#about-text", arabic);
  await press(zoe, "form[action$='/about'] .button-primary");
  await open(zoe, manage);
  await zoe.setInputFiles("#cover-photo", [await picture(browser, 3, { width: 1600, height: 600 })]);
  await press(zoe, "form[action$='/picture']:has([value=cover]) .button-primary");
  await zoeSees(manage, "page-details");
});

test("milo and stefan are asked and come to help", async () => {
  for (const [page, handle, role] of [[milo, "milo", "editor"], [stefan, "stefan", "analyst"]]) {
    await open(zoe, `${manage}?show=team`);
    await zoe.fill("#person", handle);
    await zoe.locator(`[name=role][value=${role}]`).check();
    await press(zoe, "form[action$='/invite'] .button-primary");
    await open(page, "/notices");
    await page.getByText("Saint Clare").first().waitFor();
    await open(page, "/pages");
    await judgePlain(page);
    await press(page, "form[action$='/answer'] button[value=yes]");
    assert.equal(pathOf(page), parish);
  }
  await zoeSees(`${manage}?show=team`, "page-team");
});

test("milo writes as the parish, and only its team knows that it was him", async () => {
  await act(milo);
  await judgePlain(milo);
  await open(milo, "/new");
  await milo.fill("main textarea[name=text]", words);
  await press(milo, "main [data-submit]");
  post = pathOf(milo);
  assert.match(post, /^\/p\/\d+$/);
  await milo.locator("article.post .post-meta", { hasText: "by Milo" }).waitFor();
  await judgePlain(milo);
  await open(amina, post);
  await amina.locator("article.post .who", { hasText: "Saint Clare" }).waitFor();
  assert.equal(await amina.getByText("by Milo").count(), 0);
  await open(zoe, `${manage}?show=log`);
  await zoe.locator("main li", { hasText: "Milo wrote a post" }).waitFor();
  await judgePlain(zoe);
  await zoeSees(`${manage}?show=log`, "page-log");
});

test("a page does nothing that belongs to a person, and there is a way back", async () => {
  for (const path of ["/settings", "/invitations", "/friends"]) {
    assert.equal((await milo.goto(path)).status(), 403, path);
    await milo.locator(".acting-bar").waitFor();
  }
  await press(milo, ".acting-bar button");
  assert.equal(await milo.locator(".acting-bar").count(), 0);
  await open(milo, "/settings");
});

test("stefan sees the figures and nothing else", async () => {
  await open(stefan, manage);
  await stefan.locator(".page-figures").waitFor();
  assert.equal(await stefan.locator("form[action='/act-as']").count(), 0);
  assert.equal(await stefan.locator("form[action$='/details'], form[action$='/invite']").count(), 0);
  await judgePlain(stefan);
});

test("amina, who runs the community, confirms it; visitors see it open", async () => {
  await open(amina, manage);
  await press(amina, "form[action$='/verified'] button");
  const outside = await visitor(browser, kith);
  await open(outside, parish);
  await outside.locator("h1 .verified").waitFor();
  await outside.locator(".page-hours").waitFor();
  await outside.locator(".chip-good").first().waitFor();
  await judge(outside);
  await open(outside, `${parish}?about=ar`);
  await outside.getByText(arabic).waitFor();
});

test("whoever writes to the parish reaches its team", async () => {
  await open(amina, "/messages/with/saint_clare");
  await amina.fill("main textarea[name=text]", "Can I sing with you?");
  await press(amina, "main form[action='/messages/with/saint_clare'] [data-submit]");
  for (const page of [zoe, milo]) {
    await act(page);
    await open(page, "/messages?folder=requests");
    await page.getByText("Can I sing with you?").first().waitFor();
    await press(page, ".acting-bar button");
  }
});

test("it looks right to whoever reads it, and to whoever acts as it", async () => {
  await zoeSees(parish, "page");
  await zoeSees("/pages", "pages");
  const acting = await eyesOf(browser, kith, "zoe", async (page) => {
    await page.goto(parish);
    const id = await page.locator("main form[action='/act-as'] [name=page]").inputValue();
    await send(page, "/act-as", { page: id, back: parish });
  });
  await acting("/", "page-acting-home");
  await acting(parish, "page-acting");
});

test("every page on the way was sound", () => soundSoFar());
