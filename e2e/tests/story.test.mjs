// The first evening of a community, as its people live it: set up, invite, join on a phone in Arabic, befriend, post
// photos for friends, comment, react, see what strangers see (nothing), edit, share, delete and take it back.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { judge, launch, signIn, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith, root } from "../lib/kith.mjs";
import { picture } from "../lib/pictures.mjs";

// README and docs/first-evening.md show these; KITH_SCREENSHOTS=yes writes them anew, all in one run.
const folder = process.env.KITH_SCREENSHOTS ? join(root, "docs/screenshots") : join(root, "e2e/out");
const shoot = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });
const toTheMiddle = (place) => place.evaluate((element) => element.scrollIntoView({ block: "center" }));

let kith, browser, amina, layla, invitation, postAddress;

before(async () => {
  await mkdir(folder, { recursive: true });
  kith = await Kith.start({ setUp: false });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

test("the first visitor answers five questions", async () => {
  amina = await visitor(browser, kith);
  const [, address, code] = kith.output.match(/(http:\/\/\S+\/setup)\b.* ([A-Z2-9]{4}-[A-Z2-9]{4})\b/) ?? [];
  assert.ok(code, `the program prints where to go:\n${kith.output}`);
  await amina.goto(address);
  await judge(amina);
  const next = async () => {
    await Promise.all([amina.waitForNavigation(), amina.locator("main form .button-primary").click()]);
    await judge(amina);
  };
  await amina.fill("[name=code]", code);
  await next();
  await amina.fill("[name=name]", "Elmfield");
  await shoot(amina, "setup-desktop-en-light");
  await next();
  for (const tag of ["en", "ar", "de"]) await amina.locator(`[name=languages][value=${tag}]`).check();
  await next();
  await amina.locator("[name=join][value=invite]").check({ force: true });
  await next();
  await amina.fill("[name=base_url]", kith.address);
  await next();
  await amina.fill("[name=display_name]", "Amina Mansour");
  await amina.fill("[name=handle]", "amina");
  await amina.fill("[name=password]", "short");
  await amina.locator("main form .button-primary").click();
  await amina.locator("#password-error").waitFor();
  assert.equal(await amina.inputValue("[name=display_name]"), "Amina Mansour", "a failed form comes back filled in");
  await amina.fill("[name=password]", kith.password);
  await next();
  await amina.goto("/");
  await judge(amina);
  await shoot(amina, "empty-home-desktop-en-light");
});

test("she makes an invitation with a slip to print", async () => {
  await amina.goto("/invitations");
  await amina.fill("[name=max_uses]", "5");
  await amina.fill("[name=note]", "Choir evening");
  await amina.locator("main form .button-primary").click();
  invitation = await amina.inputValue("#invite-link");
  assert.ok(invitation.startsWith(`${kith.address}/join/`), invitation);
  await judge(amina);
  await amina.goto(await amina.locator("a[href*='/slips']").first().getAttribute("href"));
  await judge(amina);
  await shoot(amina, "slips-desktop-en-light");
});

test("Layla joins by the link, on her phone, in Arabic", async () => {
  layla = await visitor(browser, kith, { size: "phone", language: "ar", theme: "dark" });
  await layla.goto(invitation);
  assert.equal(await layla.locator("html").getAttribute("dir"), "rtl");
  await judge(layla);
  await shoot(layla, "join-phone-ar-dark");
  await layla.fill("[name=display_name]", "ليلى حداد");
  await layla.fill("[name=handle]", "layla");
  await layla.fill("[name=password]", "سبعة مصابيح فوق التل");
  for (const box of ["old_enough", "agrees"]) await layla.locator(`[name=${box}]`).check();
  await Promise.all([layla.waitForURL((url) => !url.pathname.startsWith("/join")), layla.locator("main form .button-primary").click()]);
  await judge(layla);
});

test("they become friends", async () => {
  await layla.goto("/u/amina");
  await judge(layla);
  await layla.locator("button[name=step][value=ask]").first().click();
  await amina.goto("/friends");
  await judge(amina);
  await shoot(amina, "befriending-desktop-en-light");
  await amina.locator("button[name=step][value=confirm]").click();
  await amina.goto("/u/layla");
  await judge(amina);
});

test("Layla posts three photos for her friends", async () => {
  await layla.goto("/");
  await layla.locator(".bottombar a[href='/new']").click();
  const sheet = layla.locator("dialog form[data-compose-form]");
  await sheet.waitFor();
  await sheet.locator("textarea[name=text]").fill("صور من **الحديقة** هذا الصباح 🌿\n\nمن يريد شتلات الطماطم؟");
  await sheet.locator("input[type=file]").setInputFiles(await Promise.all([0, 1, 2].map((number) => picture(browser, number))));
  await layla.waitForFunction(() => [...document.querySelectorAll("dialog input[name=media]")].filter((field) => field.value).length === 3, null, { timeout: 60_000 });
  await sheet.locator("input[name=alt]").first().fill("تلال خضراء تحت شمس الصباح");
  await judge(layla, { html: false });
  await shoot(layla, "composer-phone-ar-dark");
  await Promise.all([layla.waitForNavigation(), sheet.locator("[data-submit]").click()]);
  await layla.goto("/");
  await layla.locator("article.post img[src^='/media/']").nth(2).waitFor();
  await judge(layla);
  await shoot(layla, "home-phone-ar-dark");
  postAddress = await layla.locator("article.post .post-meta a").first().getAttribute("href");
});

test("Amina sees it, comments and reacts", async () => {
  await amina.goto("/");
  const post = amina.locator("article.post").first();
  await post.locator("img[alt='تلال خضراء تحت شمس الصباح']").waitFor();
  await post.locator(".comments form.comment-form [name=text]").fill("How lovely! I'll take two.");
  await post.locator(".comments form.comment-form button").click();
  const comment = amina.getByText("How lovely! I'll take two.").first();
  await comment.waitFor();
  await toTheMiddle(comment);
  await shoot(amina, "commenting-desktop-en-light");
  await amina.goto(postAddress);
  await toTheMiddle(amina.locator("article.post .post-foot").first());
  await amina.locator("article.post .post-foot details.reaction-more > summary").first().click();
  await amina.locator("article.post .post-foot .reaction-row").first().waitFor();
  await shoot(amina, "reacting-desktop-en-light");
  await amina.locator("article.post .post-foot .reaction-row button[name=kind][value=love]").first().click();
  await amina.locator("article.post .tally .emoji", { hasText: "❤️" }).first().waitFor();
  await judge(amina);
  await amina.goto("/");
  await shoot(amina, "home-desktop-en-light");
  await amina.goto("/u/layla");
  await shoot(amina, "profile-desktop-en-light");
});

test("photos open in the viewer and answer to the keyboard", async () => {
  await amina.goto(postAddress);
  await amina.locator("article.post [data-gallery] a").first().click();
  const viewer = amina.locator("dialog.viewer[open]");
  await viewer.waitFor();
  const first = await viewer.locator("img").first().getAttribute("src");
  await amina.keyboard.press("ArrowRight");
  await amina.waitForFunction((src) => document.querySelector("dialog.viewer[open] img")?.getAttribute("src") !== src, first);
  await shoot(amina, "viewer-desktop-en-light");
  await amina.keyboard.press("Escape");
  await viewer.waitFor({ state: "hidden" });
});

test("a stranger sees nothing of it", async () => {
  await layla.goto("/me/as/stranger");
  await judge(layla);
  await shoot(layla, "stranger-phone-ar-dark");
  assert.equal(await layla.locator("article.post").count(), 0, "view as a stranger");
  await kith.member("stefan");
  const stranger = await visitor(browser, kith);
  await signIn(stranger, "stefan", kith.password);
  assert.equal((await stranger.goto(postAddress)).status(), 404);
  assert.equal((await stranger.goto("/u/layla")).status(), 200);
  assert.equal(await stranger.locator("article.post").count(), 0);
  const outside = await visitor(browser, kith);
  assert.equal((await outside.goto(postAddress)).status(), 404);
});

test("she edits it, and what it said before can be read", async () => {
  await layla.goto(`${postAddress}/edit`);
  await judge(layla);
  await layla.locator("textarea[name=text]").fill("صور من الحديقة هذا الصباح. نفدت الشتلات!");
  await Promise.all([layla.waitForNavigation(), layla.locator("main [data-submit]").click()]);
  await layla.goto(`${postAddress}/history`);
  await layla.getByText("من يريد شتلات الطماطم؟").first().waitFor();
  await judge(layla);
  await shoot(layla, "history-phone-ar-dark");
});

test("Amina passes it on, and nobody new sees the original", async () => {
  await amina.goto(`${postAddress}/share`);
  await judge(amina);
  await amina.locator("main textarea[name=text]").fill("Look at these.");
  await Promise.all([amina.waitForNavigation(), amina.locator("main [data-submit]").click()]);
  await amina.goto("/u/amina");
  await amina.getByText("Look at these.").first().waitFor();
  await judge(amina);
  await shoot(amina, "shared-desktop-en-light");
});

test("a deletion can be taken back", async () => {
  await layla.goto(`${postAddress}/delete`);
  await judge(layla);
  await Promise.all([layla.waitForNavigation(), layla.locator("main .button-danger").first().click()]);
  const undo = layla.locator("[data-flash] form button").first();
  await undo.waitFor();
  await shoot(layla, "deleted-phone-ar-dark");
  await undo.click();
  await layla.waitForLoadState("load");
  assert.equal((await layla.goto(postAddress)).status(), 200);
});

test("every page on the way was sound", () => soundSoFar());
