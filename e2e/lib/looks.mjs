// Pages as somebody sees them: at a desk and on a phone, read from left to right and from right to left.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { judge, send, signIn, sizes, visitor } from "./browser.mjs";
import { root } from "./kith.mjs";

const folder = join(root, "e2e/out");
const directions = { en: "ltr", ar: "rtl" };

/** Signs `handle` in on both widths. What comes back judges the page at a path in all four ways and keeps its pictures in
 * `e2e/out`, as `name-size-language.png`. `ready` does to each page what has to be done before. */
export async function eyesOf(browser, kith, handle, ready = async () => {}) {
  await mkdir(folder, { recursive: true });
  const pages = {};
  for (const size of Object.keys(sizes)) {
    pages[size] = await visitor(browser, kith, { size });
    await signIn(pages[size], handle, kith.password);
    await ready(pages[size]);
  }
  return async (path, name) => {
    for (const [size, page] of Object.entries(pages)) {
      for (const [language, direction] of Object.entries(directions)) {
        await send(page, "/language", { tag: language, back: "/" });
        const response = await page.goto(path);
        assert.equal(response.status(), 200, path);
        assert.equal(await page.evaluate(() => document.documentElement.dir), direction);
        await page.screenshot({ path: join(folder, `${name}-${size}-${language}.png`), fullPage: true });
        // The same markup is held against the standard once.
        await judge(page, { html: language === "en" && size === "desktop" });
      }
      // The language is the account's: other pages of the same member speak English again.
      await send(page, "/language", { tag: "en", back: "/" });
    }
  };
}

/** Presses what `button` names and waits for the page that it leads to. */
export async function press(page, button) {
  await Promise.all([page.waitForNavigation(), page.locator(button).click()]);
}

/** Where a page stands, without its query. */
export const pathOf = (page) => new URL(page.url()).pathname;
