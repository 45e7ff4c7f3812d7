// The box on top of every page: what it offers while one types, by keys and by pointer, and the page behind it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signIn, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";

let kith, browser;

before(async () => {
  kith = await Kith.start({ edges: [[0, 1], [0, 2], [1, 2]] });
  browser = await launch();
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

test("people are offered while one types; arrows choose, Enter opens, Escape closes", async () => {
  const page = await member("amina");
  await page.goto("/");
  const box = page.locator("header form.search input");
  const offers = page.locator("#search-offers [role=option]");
  await box.fill("ami");
  await offers.first().waitFor();
  assert.equal(await box.getAttribute("aria-expanded"), "true");
  await box.press("ArrowDown");
  assert.equal(await box.getAttribute("aria-activedescendant"), "search-offer-0");
  assert.equal(await offers.first().getAttribute("aria-selected"), "true");
  await box.press("Escape");
  assert.equal(await box.getAttribute("aria-expanded"), "false");
  assert.ok(await page.locator("#search-offers").isHidden());
  await box.fill("amin");
  await offers.first().waitFor();
  await box.press("ArrowDown");
  await box.press("Enter");
  await page.waitForURL("**/u/amina");
});

test("the form leads to what was found, with and without script", async () => {
  for (const options of [{}, { script: false }]) {
    const page = await member("amina", options);
    await page.goto("/");
    const box = page.locator("header form.search input");
    await box.fill("amina");
    await box.press("Enter");
    await page.waitForURL("**/search?q=amina");
    await page.locator("#found-people a[href='/u/amina']").first().waitFor();
    await page.goto("/search?q=amina&from=nobody");
    await page.locator("#from-error").waitFor();
  }
});
