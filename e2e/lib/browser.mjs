// Headless Chromium: contexts by language, width, theme and script, and what every page must hold.
import { existsSync } from "node:fs";
import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));

export function launch() {
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"],
  });
}

export const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/** A visitor's browser. Requests to other origins and script errors are collected in `page.complaints`. */
export async function visitor(browser, kith, { size = "desktop", language = "en", theme = "light", script = true } = {}) {
  const context = await browser.newContext({
    viewport: sizes[size], locale: language, colorScheme: theme, javaScriptEnabled: script, baseURL: kith.address,
    hasTouch: size === "phone", reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(`script: ${error}`));
  page.on("console", (message) => message.type() === "error" && !/status of 4\d\d/.test(message.text()) && page.complaints.push(`console: ${message.text()}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== kith.address) page.complaints.push(`A13 foreign request: ${url.origin}`);
  });
  return page;
}

/** Signs in through the page's own form. */
export async function signIn(page, handle, password) {
  await page.goto("/login");
  await page.fill("[name=login]", handle);
  await page.fill("[name=password]", password);
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/login")), page.press("[name=password]", "Enter")]);
}

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Style of writing, not validity.
    "void-style": "off", "no-trailing-whitespace": "off", "attribute-boolean-style": "off", "attribute-empty-style": "off", "doctype-style": "off",
    "long-title": "off", "no-inline-style": "error", "require-sri": "off", "element-case": "error", "attr-quotes": "error", "prefer-native-element": "off",
    "tel-non-breaking": "off", "no-implicit-button-type": "off", "input-missing-label": "off",
  },
});

/** Complaints about pages so far; a test at the end of each file asks that there be none, so that one page with a flaw
 * does not hide what comes after it. */
const flaws = [];
export function soundSoFar() {
  assert.deepEqual(flaws.splice(0), []);
}

/** What holds on every page: valid HTML, nothing for axe, no key of a catalogue left over, nothing wider than the screen. */
export async function judge(page, { axe = true, html = true } = {}) {
  const where = page.url();
  const problems = [...page.complaints];
  page.complaints.length = 0;
  const text = await page.locator("body").innerText();
  if (text.includes("⟦")) problems.push(`a key without a sentence: ${text.match(/⟦[^⟧]*⟧/)?.[0]}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 1) problems.push(`wider than the screen by ${overflow} px`);
  if (html) {
    const source = await (await page.request.get(where)).text();
    const report = await validator.validateString(source);
    for (const message of report.results.flatMap((result) => result.messages)) problems.push(`HTML ${message.ruleId} line ${message.line}: ${message.message}`);
  }
  if (axe) {
    const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    for (const violation of found.violations) {
      const [node] = violation.nodes;
      problems.push(`axe ${violation.id}: ${violation.help} at ${node?.target.join(" ")}: ${node?.failureSummary}`);
    }
  }
  const path = where.replace(/^https?:\/\/[^/]+/, "");
  flaws.push(...problems.map((problem) => `${path} ${problem}`));
}
