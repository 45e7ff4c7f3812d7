// Notices on pages: the bell, the way to what a line is about, the table of choices, on both widths and without a script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { befriend, judge, launch, send, signIn, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";

let kith, browser, amina, milo;

async function member(handle, options = {}) {
  const page = await visitor(browser, kith, options);
  await signIn(page, handle, kith.password);
  return page;
}

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

test("a reaction rings, and following its line silences the bell", async () => {
  await amina.goto("/new");
  const form = amina.locator("main form[data-compose-form]");
  await form.locator("textarea[name=text]").fill("Soup at eight");
  await Promise.all([amina.waitForURL(/\/p\/\d+$/), form.locator("[data-submit]").click()]);
  const post = new URL(amina.url()).pathname;
  await send(milo, `${post}/reaction`, { kind: "like" });
  await amina.goto("/notices");
  assert.ok(await amina.locator(".topbar a[href='/notices'] .count").isVisible());
  await judge(amina);
  const line = amina.locator(".notice-line", { hasText: "reacted to your post" });
  await Promise.all([amina.waitForURL(`**${post}`), line.locator(".notice-link").click()]);
  await amina.goto("/notices");
  assert.equal(await amina.locator(".notice-line.is-unread", { hasText: "reacted to your post" }).count(), 0);
});

test("choices fit a phone and work without a script", async () => {
  const page = await member("milo", { size: "phone", script: false, theme: "dark" });
  await page.goto("/settings/notices");
  await judge(page, { axe: false });
  await page.locator("input[name='reaction-a']").uncheck();
  await page.locator("main form .button-primary").click();
  assert.equal(await page.locator("input[name='reaction-a']").isChecked(), false);
  await page.goto("/notices");
  await judge(page, { axe: false });
});
