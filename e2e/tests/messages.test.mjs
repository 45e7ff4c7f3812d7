// Two people chat, one at a desk and one on a phone: messages come in by themselves, nothing leaves the page, and all of
// it works without a script too.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { befriend, judge, launch, send, signIn, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith, root } from "../lib/kith.mjs";

const folder = process.env.KITH_SCREENSHOTS ? join(root, "docs/screenshots") : join(root, "e2e/out");
const shoot = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });
const bubble = (page, words) => page.locator(".message-bubble", { hasText: words });

let kith, browser, amina, milo, chat;

async function member(handle, options = {}) {
  const page = await visitor(browser, kith, options);
  await signIn(page, handle, kith.password);
  return page;
}

before(async () => {
  await mkdir(folder, { recursive: true });
  kith = await Kith.start({ join: "approval" });
  for (const handle of ["milo", "nour"]) await kith.member(handle);
  browser = await launch();
  amina = await member("amina");
  await befriend(browser, kith, amina, "milo");
  milo = await member("milo", { size: "phone" });
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

test("the first message begins a conversation from a profile", async () => {
  await amina.goto("/messages");
  await judge(amina);
  await amina.goto("/u/milo");
  await Promise.all([amina.waitForURL("**/messages/with/milo"), amina.locator(".profile-actions a[href^='/messages/with/']").click()]);
  await judge(amina);
  await amina.fill("#message-text", "Soup at eight?");
  await Promise.all([amina.waitForURL(/\/messages\/\d+/), amina.locator("[data-submit]").click()]);
  chat = new URL(amina.url()).pathname;
  await judge(amina);
  await milo.goto("/");
  assert.ok(await milo.locator(".bottombar a[href='/messages'] .count").isVisible());
  await milo.goto("/messages");
  await judge(milo);
  await shoot(milo, "messages-phone-en-light");
  await milo.locator(".chat-line").first().click();
  await bubble(milo, "Soup at eight?").waitFor();
  assert.ok(await milo.locator("#new").isVisible(), "what is new begins at a line");
  assert.ok(await milo.locator(".chats").isHidden(), "a phone shows one at a time");
  await judge(milo);
});

test("messages come in by themselves and nothing leaves the page", async () => {
  let loads = 0;
  amina.on("framenavigated", () => loads++);
  await milo.fill("#message-text", "Gladly. What shall I bring?");
  await milo.locator("[data-submit]").click();
  await bubble(milo, "Gladly").waitFor();
  await bubble(amina, "Gladly").waitFor({ timeout: 45_000 });
  await amina.fill("#message-text", "Bread");
  await amina.press("#message-text", "Shift+Enter");
  await amina.locator("#message-text").pressSequentially("and yourself");
  await amina.press("#message-text", "Enter");
  await bubble(amina, "and yourself").waitFor();
  assert.equal(await amina.inputValue("#message-text"), "");
  assert.equal(loads, 0, "the page was left");
  await bubble(milo, "and yourself").waitFor({ timeout: 45_000 });
  assert.equal(await bubble(milo, "and yourself").count(), 1, "nothing stands there twice");
  await amina.waitForTimeout(200);
  await shoot(amina, "messages-desktop-en-light");
  await shoot(milo, "conversation-phone-en-light");
});

test("a message asks, and a vote shows on both pages", async () => {
  const ask = amina.locator("#write details", { has: amina.locator("[name=poll_option]") });
  await ask.locator("summary").click();
  for (const [at, answer] of ["Soup", "Cake"].entries()) await ask.locator("[name=poll_option]").nth(at).fill(answer);
  await judge(amina);
  await amina.fill("#message-text", "What shall it be?");
  await amina.locator("[data-submit]").click();
  const asked = (page) => page.locator(".message", { hasText: "What shall it be?" });
  await asked(milo).locator(".poll form").waitFor({ timeout: 45_000 });
  await judge(milo);
  await asked(milo).locator(".poll .choice").nth(1).click();
  await asked(milo).locator(".poll button").click();
  await asked(milo).locator("meter[value='100']").waitFor();
  await asked(amina).locator(".poll-share", { hasText: "100" }).waitFor({ timeout: 45_000 });
  await judge(amina);
});

test("a reaction shows at once, and an answer leads to what it answers", async () => {
  const message = amina.locator(".message", { hasText: "Gladly" });
  await message.hover();
  await message.locator("summary").click();
  await message.locator("button[name=kind]").nth(1).click();
  await message.locator(".message-tally").waitFor();
  await message.hover();
  await message.locator("summary").click();
  await Promise.all([amina.waitForURL(/reply=/), message.locator("[data-reply]").click()]);
  await amina.fill("#message-text", "Nothing else");
  await amina.press("#message-text", "Enter");
  await amina.locator(".message", { hasText: "Nothing else" }).locator("a.message-quote").waitFor();
  await judge(amina);
});

test("what is refused stays in the form", async () => {
  const long = "x".repeat(5_001);
  await amina.goto(chat);
  await amina.fill("#message-text", long);
  await amina.press("#message-text", "Enter");
  await amina.locator("#message-text-error").waitFor();
  assert.equal((await amina.inputValue("#message-text")).length, 5_001);
});

test("strangers ask, and all of it works without a script", async () => {
  // The accessibility checker needs a script; the same pages are judged with one above.
  const nour = await member("nour", { script: false, theme: "dark" });
  await nour.goto("/messages/with/milo");
  await judge(nour, { axe: false });
  if (await nour.locator("#message-text").count()) {
    await nour.fill("#message-text", "Hello, neighbour");
    await nour.locator("[data-submit]").click();
    const plain = await member("milo", { script: false, size: "phone" });
    await plain.goto("/messages?folder=requests");
    await judge(plain, { axe: false });
    await plain.locator(".chat-line").first().click();
    await judge(plain, { axe: false });
    await plain.locator("button[value=accept]").click();
    await plain.fill("#message-text", "Hello");
    await plain.locator("[data-submit]").click();
    await bubble(plain, "Hello").last().waitFor();
  }
  const box = await nour.locator("main").boundingBox();
  assert.ok(box.width > 0);
});

test("a conversation reads from right to left", async () => {
  const page = await member("milo", { language: "ar", size: "phone", theme: "dark" });
  await send(page, "/language", { tag: "ar", back: "/" });
  await page.goto(chat);
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  await shoot(page, "conversation-phone-ar-dark");
  await judge(page);
  await page.goto(`${chat}/about`);
  await judge(page);
  await shoot(page, "about-conversation-phone-ar-dark");
});

test("everything was sound", soundSoFar);
