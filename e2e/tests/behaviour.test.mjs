// What scripts add to pages, each part once and with its rough edges: drafts, photos, the picker, the feed, the viewer,
// notes, and what happens when the server refuses or is not there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signIn, sizes, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { picture } from "../lib/pictures.mjs";

const FRIENDS = 45; // more than the picker lists

let kith, browser, amina, friend, friendName;

before(async () => {
  kith = await Kith.start({ edges: Array.from({ length: FRIENDS }, (_, at) => [0, at + 1]) });
  browser = await launch();
  amina = await member("amina");
  await amina.goto("/u/amina/friends");
  const who = amina.locator("#people .who").first();
  friend = (await who.getAttribute("href")).slice(3);
  friendName = await who.innerText();
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

async function member(handle, options = {}) {
  const page = await visitor(browser, kith, options);
  await signIn(page, handle, kith.password);
  return page;
}

const form = (page) => page.locator("main form[data-compose-form]");
const text = (page) => form(page).locator("textarea[name=text]");

async function post(page, words, photos = []) {
  await page.goto("/new");
  await text(page).fill(words);
  if (photos.length) await attach(page, photos);
  await Promise.all([page.waitForURL(/\/p\/\d+/), form(page).locator("[data-submit]").click()]);
  return new URL(page.url()).pathname;
}

async function attach(page, photos) {
  await form(page).locator("input[type=file]").setInputFiles(photos);
  await page.waitForFunction((many) => [...document.querySelectorAll("main input[name=media]")].filter((field) => field.value).length === many, photos.length, { timeout: 60_000 });
}

test("a draft survives a closed tab and a refusal, and goes once its post is there", async () => {
  const context = amina.context();
  await amina.goto("/new");
  await text(amina).fill("Begun on the bus");
  await form(amina).locator("details:has(#cover) > summary").click();
  await form(amina).locator("#cover").fill("About buses");
  await form(amina).locator("#language").selectOption("de");
  await form(amina).locator("details[data-picker] > summary").click();
  await form(amina).locator("input[name=audience][value=people]").check({ force: true });
  await form(amina).locator("details[data-for-audience=people][open]").waitFor();
  await form(amina).locator("[data-pick=people] .pick-list input").nth(1).check();
  const named = await form(amina).locator("[data-pick=people] input:checked").inputValue();
  await amina.waitForTimeout(600);
  let page = await context.newPage();
  await amina.close();
  const isWhole = async () => {
    await page.goto("/new");
    assert.equal(await text(page).inputValue(), "Begun on the bus");
    assert.equal(await form(page).locator("#cover").inputValue(), "About buses");
    assert.equal(await form(page).locator("#language").inputValue(), "de");
    assert.equal(await form(page).locator("input[name=audience]:checked").inputValue(), "people");
    assert.deepEqual(await form(page).locator("[data-pick=people] input:checked").evaluateAll((boxes) => boxes.map((box) => box.value)), [named]);
  };
  await isWhole();
  // The line breaks while the post is on its way: nobody knows whether it arrived.
  await page.route("**/posts", (route) => route.abort());
  await form(page).locator("[data-submit]").click();
  await page.waitForTimeout(500);
  await page.unroute("**/posts");
  await isWhole();
  await Promise.all([page.waitForURL(/\/p\/\d+/), form(page).locator("[data-submit]").click()]);
  await page.goto("/new");
  assert.equal(await text(page).inputValue(), "", "posted, so no draft is left");
  amina = page;
});

test("the toolbar marks what is chosen, and the button says where the post goes", async () => {
  await amina.goto("/new");
  await text(amina).fill("plain bold");
  await text(amina).evaluate((field) => field.setSelectionRange(6, 10));
  await form(amina).locator("[data-mark=bold]").click();
  assert.equal(await text(amina).inputValue(), "plain **bold**");
  await form(amina).locator("[data-mark=italic]").click();
  assert.match(await text(amina).inputValue(), /[*_]bold/);
  const button = form(amina).locator("[data-submit]");
  for (const value of ["friends", "self"]) {
    await form(amina).locator("details[data-picker] > summary").click();
    const option = form(amina).locator(`input[name=audience][value=${value}]`);
    await option.check({ force: true });
    assert.ok((await button.innerText()).includes(await option.getAttribute("data-label")), await button.innerText());
    if (await form(amina).locator("details[data-picker][open]").count()) await form(amina).locator("details[data-picker] > summary").click();
  }
  await text(amina).fill("");
});

test("photos change places, and what is left out is said", async () => {
  await amina.goto("/new");
  await attach(amina, await Promise.all([0, 1].map((number) => picture(browser, number, { width: 300, height: 200 }))));
  const ids = () => form(amina).locator("input[name=media]").evaluateAll((fields) => fields.map((field) => field.value));
  const before = await ids();
  await form(amina).locator("[data-move='-1']").nth(1).click();
  assert.deepEqual(await ids(), before.toReversed());
  const problem = form(amina).locator("[data-photo-problem]");
  assert.ok(await problem.isHidden());
  await form(amina).locator("input[type=file]").setInputFiles([{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") }]);
  await problem.waitFor();
  const small = await picture(browser, 2, { width: 60, height: 40 });
  await form(amina).locator("input[type=file]").setInputFiles(Array.from({ length: 19 }, () => small));
  await amina.waitForFunction(() => /20/.test(document.querySelector("[data-photo-problem]").textContent));
  assert.equal(await form(amina).locator(".attachment").count(), 20);
  await amina.waitForFunction(() => !document.querySelector("main [data-submit]").disabled, null, { timeout: 120_000 });
  for (let left = 20; left > 0; left--) await form(amina).locator("[data-remove]").first().click();
  await text(amina).fill("");
  await amina.waitForTimeout(600);
});

test("the people picker filters, asks the server for more, and takes handles without script", async () => {
  await amina.goto("/u/amina/friends");
  const all = await amina.locator("#people > li").evaluateAll((rows) => rows.map((row) => ({ name: row.querySelector(".who").textContent, handle: row.querySelector("a").getAttribute("href").slice(3) })));
  await amina.goto("/new");
  await form(amina).locator("details[data-picker] > summary").click();
  await form(amina).locator("input[name=audience][value=people]").check({ force: true });
  await form(amina).locator("details[data-for-audience=people][open]").waitFor();
  const pick = form(amina).locator("[data-pick=people]");
  const listed = await pick.locator("label b").allInnerTexts();
  assert.equal(listed.length, 40);
  await pick.locator("input[type=search]").fill("zzzz");
  await pick.locator("[data-nobody]").waitFor();
  await pick.locator("input[type=search]").fill(listed[3]);
  await pick.locator("label:visible", { hasText: listed[3] }).first().waitFor();
  assert.ok((await pick.locator("label:visible").count()) < 10, "others are hidden");
  const missing = all.find(({ name }) => !listed.includes(name));
  if (missing) {
    await pick.locator("input[type=search]").fill(missing.name);
    const row = pick.locator("label:visible", { hasText: missing.name }).first();
    await row.waitFor();
    await row.locator("input").check();
    await pick.locator("input[type=search]").fill("");
    assert.ok(await row.locator("input").isChecked());
  }
  const plain = await member("amina", { script: false });
  await plain.goto("/new");
  await plain.fill("main textarea[name=text]", "For one by name");
  await plain.locator("main details[data-picker] > summary").click();
  await plain.locator("main input[name=audience][value=people]").check({ force: true });
  await plain.locator("main details[data-picker] > summary").click();
  const opened = plain.locator("main details:has([name=people_typed])").first();
  if ((await opened.getAttribute("open")) === null) await opened.locator("summary").click();
  await plain.locator("main [name=people_typed]").fill("@nobody-of-this-name");
  await Promise.all([plain.waitForNavigation(), plain.locator("main [data-submit]").click()]);
  assert.equal(await plain.locator("main [name=people_typed]").inputValue(), "@nobody-of-this-name", "a mistake comes back as typed");
  await plain.locator("main [name=people_typed]").fill(`@${friend}`);
  await Promise.all([plain.waitForURL(/\/p\/\d+/), plain.locator("main [data-submit]").click()]);
  const seen = await member(friend);
  assert.equal((await seen.goto(plain.url())).status(), 200, "who was named sees it");
  await seen.context().close();
  await plain.context().close();
});

test("changing for whom a post is shows only what the choice needs; without script all of it is there", async () => {
  const address = await post(amina, "For whom is this?");
  const isShown = (page) => Promise.all(["people", "friends_except"].map((audience) => page.locator(`main [data-for-audience=${audience}]`).isVisible()));
  await amina.goto(`${address}/audience`);
  const change = amina.locator("main form[data-compose-audience]");
  assert.deepEqual(await isShown(amina), [false, false], "for friends nobody is named");
  await change.locator("input[name=audience][value=friends_except]").check();
  assert.deepEqual(await isShown(amina), [false, true]);
  await change.locator("input[name=audience][value=people]").check();
  assert.deepEqual(await isShown(amina), [true, false]);
  await change.locator("[data-for-audience=people] input[type=search]").fill(friendName);
  await change.locator("[data-for-audience=people] label:visible", { hasText: friendName }).first().locator("input").check();
  await Promise.all([amina.waitForURL(`**${address}`), change.locator(".button-primary").click()]);
  await amina.goto(`${address}/audience`);
  assert.deepEqual(await isShown(amina), [true, false], "what was chosen is shown again");
  const plain = await member("amina", { script: false });
  await plain.goto(`${address}/audience`);
  assert.deepEqual(await isShown(plain), [true, true]);
  await plain.context().close();
});

test("a circle is filled by looking for friends who are not listed", async () => {
  await amina.goto("/u/amina/friends");
  await amina.goto(await amina.locator(".pager a").getAttribute("href"));
  const late = await amina.locator("#people .who").last().innerText();
  await amina.goto("/friends/circles");
  await amina.fill("main [name=name]", "Neighbours");
  await Promise.all([amina.waitForURL(/circles\/\d+$/), amina.locator("main form[action='/friends/circles'] .button-primary").click()]);
  const pick = amina.locator("main [data-pick=add]");
  assert.equal(await pick.locator("label:has([type=checkbox])").count(), 40);
  await pick.locator("input[type=search]").fill(late);
  const row = pick.locator("label:visible", { hasText: late }).first();
  await row.locator("input").check();
  await Promise.all([amina.waitForNavigation(), amina.locator("main form:has([data-pick]) .button-primary").click()]);
  assert.deepEqual(await amina.locator("#people .who").allInnerTexts(), [late]);
});

test("the feed goes on by itself and shows nothing twice", async () => {
  await amina.goto("/");
  const cards = amina.locator("#feed > article");
  const first = await cards.count();
  await amina.waitForFunction((many) => {
    scrollTo(0, document.body.scrollHeight);
    return document.querySelectorAll("#feed > article").length > many;
  }, first, { polling: 300 });
  const ids = await cards.evaluateAll((all) => all.map((card) => card.id));
  assert.equal(new Set(ids).size, ids.length);
});

test("a pill tells of new posts and asks from where this page has not seen", async () => {
  const asked = [];
  amina.on("request", (request) => request.url().includes("/live/state?posts=1") && asked.push(new URL(request.url()).searchParams));
  await amina.goto("/?tab=friends");
  await amina.waitForTimeout(500);
  const newest = await amina.locator("[data-live]").getAttribute("data-since");
  assert.match(newest, /^\d{6,}$/);
  assert.deepEqual([asked[0].get("since"), asked[0].get("tab")], [newest, "friends"]);
  const other = await member(friend);
  const hide = (hidden) => amina.evaluate((value) => {
    Object.defineProperty(document, "hidden", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
  await post(other, "While you look");
  await amina.locator(".live-pill:not([hidden])").waitFor();
  await amina.goto("/?tab=friends");
  await amina.waitForTimeout(500);
  await hide(true);
  await post(other, "While you look away");
  await hide(false);
  await amina.locator(".live-pill:not([hidden])").waitFor();
  assert.equal(asked.at(-1).get("since"), await amina.locator("[data-live]").getAttribute("data-since"), "whatever came, it is counted from the newest post here");
  await other.context().close();
});

test("the viewer follows the line of reading, and says what every photo shows", async () => {
  const photos = await Promise.all(Array.from({ length: 7 }, (_, number) => picture(browser, number, { width: 200, height: 150 })));
  await amina.goto("/new");
  await text(amina).fill("Seven pictures");
  await attach(amina, photos);
  await form(amina).locator("input[name=alt]").nth(6).fill("The seventh hill");
  assert.equal(await form(amina).locator("input[name=alt]").count(), 7);
  await Promise.all([amina.waitForURL(/\/p\/\d+/), form(amina).locator("[data-submit]").click()]);
  const address = amina.url();
  const arabic = await member("amina", { language: "ar", size: "phone" });
  const csrf = await arabic.locator("meta[name=csrf]").getAttribute("content");
  await arabic.request.post("/language", { form: { csrf, tag: "ar", back: "/" } });
  for (const [page, forth, back] of [[arabic, "ArrowLeft", "ArrowRight"]]) {
    await page.goto(address);
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    await page.locator("article.post [data-gallery] a").first().click();
    const shown = page.locator("dialog.viewer[open] .viewer-stage > img");
    const first = await shown.getAttribute("src");
    await page.keyboard.press(forth);
    assert.notEqual(await shown.getAttribute("src"), first);
    await page.keyboard.press(back);
    assert.equal(await shown.getAttribute("src"), first);
    await page.keyboard.press("End");
    assert.equal(await page.locator("dialog.viewer .viewer-caption").textContent(), "The seventh hill", "behind “+2” too");
    await page.keyboard.press("Escape");
    await page.locator("dialog.viewer").waitFor({ state: "detached" });
  }
  const csrfAgain = await arabic.locator("meta[name=csrf]").getAttribute("content");
  await arabic.request.post("/language", { form: { csrf: csrfAgain, tag: "en", back: "/" } });
  await arabic.context().close();
});

test("until a photo has come its placeholder stands there, and nothing moves when it comes", async () => {
  const address = await post(amina, "One picture", [await picture(browser, 1, { width: 640, height: 480 })]);
  let release;
  const held = new Promise((done) => (release = done));
  await amina.route("**/media/*/*", async (route) => {
    await held;
    await route.continue();
  });
  await amina.goto(address, { waitUntil: "domcontentloaded" });
  const box = () => amina.locator(".mosaic a").first().evaluate((link) => [link.getBoundingClientRect().height, document.documentElement.scrollHeight]);
  const blur = amina.locator(".mosaic img.blur").first();
  assert.ok((await blur.evaluate((image) => image.decode().then(() => image.naturalWidth))) >= 4);
  const before = await box();
  assert.ok(before[0] > 150, `room is kept: ${before}`);
  release();
  await amina.waitForFunction(() => document.querySelector(".mosaic img:not(.blur)").naturalWidth > 100);
  assert.deepEqual(await box(), before);
  await amina.unroute("**/media/*/*");
});

test("deleting asks first, can be taken back, and the offer ends in time", async () => {
  const address = await post(amina, "Gone in a moment");
  await amina.goto(address);
  const remove = async () => {
    await amina.locator("article.post details.menu > summary").first().click();
    await amina.locator("article.post form[data-confirm] button").click();
    await amina.locator("dialog[open] [data-yes]").waitFor();
  };
  await remove();
  await amina.keyboard.press("Escape");
  assert.equal((await amina.goto(address)).status(), 200, "asked, not done");
  await remove();
  await Promise.all([amina.waitForNavigation(), amina.locator("dialog[open] [data-yes]").click()]);
  await Promise.all([amina.waitForURL(`**${address}`), amina.locator("#flash form button").click()]);
  assert.equal((await amina.goto(address)).status(), 200);
  await remove();
  await Promise.all([amina.waitForNavigation(), amina.locator("dialog[open] [data-yes]").click()]);
  await amina.locator("#flash form button").hover();
  await amina.locator("#flash form").waitFor({ state: "detached", timeout: 13_000 });
});

test("a long text is folded and opens", async () => {
  await post(amina, Array.from({ length: 60 }, (_, at) => `Line ${at}`).join("\n\n"));
  await amina.goto("/u/amina");
  const words = amina.locator("article.post [data-fold]").first();
  await amina.locator("article.post .unfold").first().click();
  assert.ok(!(await words.getAttribute("class")).includes("folded"));
});

test("a refused comment keeps its words and says why; so does one that met no server, or no session", async () => {
  await post(amina, "To comment on");
  await amina.goto("/u/amina");
  const line = amina.locator("article.post", { hasText: "To comment on" }).first().locator("form.comment-form");
  const field = line.locator("[name=text]");
  const long = "too long ".repeat(700).trim();
  await field.fill(long);
  await line.locator("button").click();
  await line.locator(".error").waitFor();
  assert.equal(await field.inputValue(), long);
  assert.equal(await field.evaluate((box) => document.activeElement === box), true, "one can go on typing");
  await field.fill("Short enough");
  await amina.route("**/comments", (route) => route.abort());
  await line.locator("button").click();
  await amina.locator("#flash .flash-bad[role=alert]").waitFor();
  assert.equal(await field.inputValue(), "Short enough");
  await amina.unroute("**/comments");
  for (const status of [429, 503]) {
    await amina.route("**/comments", (route) => route.fulfill({ status, body: "busy" }));
    await line.locator("button").click();
    await amina.locator("#flash .flash-bad").first().waitFor();
    assert.equal(await field.inputValue(), "Short enough");
    await amina.unroute("**/comments");
  }
  // The session ends in another tab; signing in there is enough to send what is typed here.
  const tab = await amina.context().newPage();
  await tab.goto("/");
  await tab.evaluate(() => document.querySelector("form[action='/logout']").submit());
  await tab.waitForURL("**/login");
  await tab.waitForLoadState("load");
  await line.locator("button").click();
  await amina.locator("#flash a[href='/login']").waitFor();
  assert.equal(await field.inputValue(), "Short enough");
  await amina.locator("#flash a[href='/login']").evaluate((link) => { link.addEventListener("click", (event) => event.preventDefault()); link.click(); });
  await signIn(tab, "amina", kith.password);
  await tab.close();
  const renewed = amina.waitForResponse((answer) => answer.url().endsWith("/u/amina"));
  await amina.evaluate(() => dispatchEvent(new Event("focus")));
  await renewed;
  await amina.waitForTimeout(300);
  await line.locator("button").click();
  await amina.locator("article.comment", { hasText: "Short enough" }).first().waitFor();
});

test("the part of a photo that was chosen becomes the face", async () => {
  // Three stripes; the middle, which is green, is taken where nobody chooses.
  const paint = await browser.newPage({ viewport: { width: 900, height: 300 } });
  await paint.setContent('<body style="margin:0"><svg width="900" height="300"><rect width="300" height="300" fill="#d00000"/><rect x="300" width="300" height="300" fill="#00a000"/><rect x="600" width="300" height="300" fill="#0000d0"/></svg>');
  const stripes = { name: "stripes.png", mimeType: "image/png", buffer: await paint.screenshot({ type: "png" }) };
  await paint.close();
  const colour = () => amina.evaluate(async () => {
    const image = new Image();
    image.src = document.querySelector("img.avatar-xl").src;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const brush = canvas.getContext("2d");
    brush.drawImage(image, 0, 0, 1, 1);
    const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
    return red > 150 ? "red" : blue > 150 ? "blue" : green > 100 ? "green" : `${red} ${green} ${blue}`;
  });
  const section = amina.locator("form[action='/me/picture']:has([value=avatar])");
  const save = () => Promise.all([amina.waitForNavigation(), section.locator(".button-primary").click()]);
  await amina.goto("/me/edit");
  await section.locator("input[type=file]").setInputFiles([stripes]);
  const frame = section.locator("[data-crop-frame]");
  await amina.waitForFunction(() => document.querySelector("[name=crop_w]")?.value);
  assert.ok(Math.abs(Number(await section.locator("[name=crop_x]").inputValue()) - 1 / 3) < 0.01, "the middle at first");
  await save();
  assert.equal(await colour(), "green");
  await section.locator("input[type=file]").setInputFiles([stripes]);
  await amina.waitForFunction(() => document.querySelector("[name=crop_w]")?.value);
  await frame.focus();
  for (let step = 0; step < 30; step++) await amina.keyboard.press("ArrowRight");
  await save();
  assert.equal(await colour(), "red", "the photo moved to the right");
  await section.locator("input[type=file]").setInputFiles([stripes]);
  await amina.waitForFunction(() => document.querySelector("[name=crop_w]")?.value);
  const box = await frame.boundingBox();
  await amina.mouse.move(box.x + box.width - 10, box.y + box.height / 2);
  await amina.mouse.down();
  await amina.mouse.move(box.x - box.width, box.y + box.height / 2, { steps: 8 });
  await amina.mouse.up();
  await section.locator(".crop input[type=range]").focus();
  for (let step = 0; step < 5; step++) await amina.keyboard.press("ArrowUp");
  assert.ok(Number(await section.locator("[name=crop_h]").inputValue()) < 1, "enlarged");
  await save();
  assert.equal(await colour(), "blue", "dragged to the left");
  await section.locator("[name=remove]").click();
});

test("the part of a photo that was chosen as cover is what every width shows, from edge to edge", async () => {
  // Eight stripes, of which the frame takes four.
  const stripes = { red: [208, 0, 0], orange: [224, 128, 0], yellow: [224, 224, 0], green: [0, 160, 0], teal: [0, 160, 160], blue: [0, 0, 208], violet: [128, 0, 160], grey: [64, 64, 64] };
  const paint = await browser.newPage({ viewport: { width: 1600, height: 300 } });
  await paint.setContent(`<body style="margin:0"><svg width="1600" height="300">${Object.values(stripes).map((colour, at) => `<rect x="${at * 200}" width="200" height="300" fill="rgb(${colour})"/>`).join("")}</svg>`);
  const wide = { name: "stripes.png", mimeType: "image/png", buffer: await paint.screenshot({ type: "png" }) };
  /** The stripes at both edges of the cover as it is seen. */
  const edges = async () => {
    const shot = (await amina.locator(".profile-head img.cover").screenshot({ type: "png" })).toString("base64");
    const seen = await paint.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const brush = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d");
      brush.drawImage(image, 0, 0);
      return [0.03, 0.97].map((across) => [...brush.getImageData(image.width * across, image.height * 0.4, 1, 1).data]);
    }, shot);
    const far = (a, b) => a.reduce((sum, part, at) => sum + Math.abs(part - b[at]), 0);
    return seen.map((pixel) => Object.keys(stripes).sort((a, b) => far(stripes[a], pixel) - far(stripes[b], pixel))[0]);
  };
  const section = amina.locator("form[action='/me/picture']:has([value=cover])");
  for (const [keys, expected] of [[[], ["yellow", "blue"]], [Array.from({ length: 40 }, () => "ArrowLeft"), ["teal", "grey"]], [Array.from({ length: 40 }, () => "ArrowRight"), ["red", "green"]]]) {
    await amina.goto("/me/edit");
    await section.locator("input[type=file]").setInputFiles([wide]);
    await amina.waitForFunction(() => document.querySelector("[name=crop_w]")?.value);
    assert.ok(Math.abs(Number(await section.locator("[name=crop_w]").inputValue()) - 0.5) < 0.01, "half of it");
    await section.locator("[data-crop-frame]").focus();
    for (const key of keys) await amina.keyboard.press(key);
    await Promise.all([amina.waitForNavigation(), section.locator(".button-primary").click()]);
    for (const size of ["desktop", "phone"]) {
      await amina.setViewportSize(sizes[size]);
      await amina.goto("/u/amina");
      await amina.locator(".profile-head img.cover").evaluate((image) => image.decode());
      assert.deepEqual(await edges(), expected, size);
    }
    await amina.setViewportSize(sizes.desktop);
  }
  await paint.close();
  await amina.goto("/me/edit");
  await section.locator("[name=remove]").click();
});
