// The digest as a mailbox shows it: the pages that `golden_tests.rs` keeps, drawn 600 px wide and as wide as a phone, in a
// language that runs to the right and in one that runs to the left, by day and by night.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../lib/browser.mjs";
import { root } from "../lib/kith.mjs";

const folder = process.env.KITH_SCREENSHOTS ? join(root, "docs/screenshots") : join(root, "e2e/out");
const kept = join(root, "crates/kith/src/mail/snapshots");

let browser;

/** The page in a language, without what stands before it in the file. */
async function letter(language) {
  const file = await readFile(join(kept, `kith__mail__golden_tests__digest_page_${language}.snap`), "utf8");
  return file.replace(/^---\n.*?\n---\n/s, "");
}

before(async () => {
  await mkdir(folder, { recursive: true });
  browser = await launch();
});
after(() => browser?.close());

for (const [language, dir] of [["en", "ltr"], ["ar", "rtl"]]) {
  test(`the digest in ${language} fits a mailbox, runs the right way and loads nothing`, async () => {
    const source = await letter(language);
    for (const [size, theme, width] of [["mailbox", "light", 600], ["mailbox", "dark", 600], ["phone", "light", 390], ["phone", "light", 320]]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme, javaScriptEnabled: false });
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.setContent(source);
      const where = `${language} ${theme} ${width}`;
      assert.deepEqual(asked.filter((url) => /^https?:/.test(url)), [], where);
      const found = await page.evaluate(() => {
        const wide = [...document.querySelectorAll("body *")].filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5);
        });
        const card = document.querySelector(".card");
        const items = [...document.querySelectorAll(".line .link")];
        return {
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          wide: wide.map((one) => `${one.tagName} ${one.textContent.trim().slice(0, 40)}`),
          dirs: [document.documentElement.dir, document.querySelector("body [dir]").dir],
          direction: getComputedStyle(card).direction,
          // Where the words of the greeting begin, seen from the edges of the card.
          begins: (() => {
            const range = document.createRange();
            range.selectNodeContents(card.querySelector("p"));
            const [words, frame] = [range.getBoundingClientRect(), card.getBoundingClientRect()];
            return { left: words.left - frame.left, right: frame.right - words.right };
          })(),
          items: items.length,
          button: document.querySelector(".button").getBoundingClientRect().height,
        };
      });
      assert.equal(found.overflow, 0, where);
      assert.deepEqual(found.wide, [], where);
      assert.deepEqual([found.dirs, found.direction], [[dir, dir], dir], where);
      const [near, far] = dir === "rtl" ? [found.begins.right, found.begins.left] : [found.begins.left, found.begins.right];
      assert.ok(near < 40 && near < far, `${where}: the words begin ${JSON.stringify(found.begins)}`);
      assert.ok(found.items >= 5, `${where}: ${found.items} things that happened`);
      assert.ok(found.button >= 44, `${where}: a button of ${found.button} px`);
      await page.screenshot({ path: join(folder, `digest-${size}-${width}-${language}-${theme}.png`), fullPage: true });
      await page.close();
    }
  });
}
