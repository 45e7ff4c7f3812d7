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
export async function visitor(browser, kith, { size = "desktop", language = "en", theme = "light", script = true, motion = "reduce", worker = false } = {}) {
  const context = await browser.newContext({
    viewport: sizes[size], locale: language, colorScheme: theme, javaScriptEnabled: script, baseURL: kith.address,
    hasTouch: size === "phone", reducedMotion: motion,
    // A worker between page and network hides requests from tests that hold them up; only its own tests let it in.
    serviceWorkers: worker ? "allow" : "block",
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

/** Sends a form without its page. */
export async function send(page, path, form) {
  const csrf = await page.locator("meta[name=csrf]").getAttribute("content");
  const answer = await page.request.post(path, { form: { csrf, ...form } });
  assert.ok(answer.ok(), `${path}: ${answer.status()}`);
}

/** The visitor of `page` and `handle`, who has the usual password, become friends. */
export async function befriend(browser, kith, page, handle) {
  await page.goto(`/u/${handle}`);
  await Promise.all([page.waitForNavigation(), page.locator(".profile-actions button[value=ask]").click()]);
  const other = await visitor(browser, kith);
  await signIn(other, handle, kith.password);
  await other.goto("/friends");
  await Promise.all([other.waitForNavigation(), other.locator("main button[name=step][value=confirm]").click()]);
  await other.context().close();
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

/** What is too small for a finger in either direction, with its selector and size. A link within a sentence is as large as its
 * words (WCAG 2.5.8 leaves it out), and what is closed is opened for the measuring: menus count too. Runs in the page. */
function smallTargets(least) {
  const closed = [...document.querySelectorAll("details:not([open])")];
  for (const details of closed) details.open = true;
  const name = (element) => {
    const own = element.tagName.toLowerCase() + (element.id ? `#${element.id.replace(/\d+/, "…")}` : "") + [...element.classList].map((word) => `.${word}`).join("");
    return element.name ? `${own}[name=${element.name}]` : own;
  };
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    // Dots between links make no sentence; words do.
    const letters = (text) => text.replace(/\P{L}/gu, "").length;
    return letters(block.textContent) > letters([...block.querySelectorAll("a, button, summary")].map((link) => link.textContent).join(""));
  };
  const isClipped = (element) => {
    for (let one = element; one; one = one.parentElement) if (one.offsetWidth <= 1 && one.offsetHeight <= 1) return true;
    return false;
  };
  const size = (element) => {
    const area = /^(checkbox|radio|file|range)$/.test(element.type) ? (element.closest("label") ?? element.labels?.[0] ?? element) : element;
    const boxes = [element, area].map((one) => one.getBoundingClientRect());
    // A reach beyond the letters is drawn by a pseudo-element that lies over them.
    const reach = ["::before", "::after"].map((which) => getComputedStyle(area, which)).filter((style) => style.content !== "none" && style.position === "absolute");
    return [
      Math.max(...boxes.map((box) => box.width), ...reach.map((style) => parseFloat(style.width) || 0)),
      Math.max(...boxes.map((box) => box.height), ...reach.map((style) => parseFloat(style.height) || 0)),
    ];
  };
  const found = new Map();
  for (const element of document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button], [role=application]")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("[aria-hidden=true]")) continue;
    const box = element.getBoundingClientRect();
    if (box.bottom <= 0 || isClipped(element) || inSentence(element)) continue;
    const [width, height] = size(element).map((number) => Math.round(number * 10) / 10);
    if (height >= least - 0.5 && width >= least - 0.5) continue;
    const selector = `${name(element.parentElement)} > ${name(element)}`;
    if (!found.has(selector)) found.set(selector, `a target of ${width} × ${height} px: ${selector} "${(element.innerText || element.getAttribute("aria-label") || "").trim().slice(0, 30)}"`);
  }
  for (const details of closed) details.open = false;
  return [...found.values()];
}

/** What holds on every page: valid HTML, nothing for axe, no key of a catalogue left over, nothing wider than the screen, and
 * on a phone nothing to touch that is smaller than a finger. */
export async function judge(page, { axe = true, html = true } = {}) {
  const where = page.url();
  const problems = [...page.complaints];
  page.complaints.length = 0;
  const text = await page.locator("body").innerText();
  if (text.includes("⟦")) problems.push(`a key without a sentence: ${text.match(/⟦[^⟧]*⟧/)?.[0]}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 1) problems.push(`wider than the screen by ${overflow} px`);
  if (page.viewportSize().width === sizes.phone.width) problems.push(...(await page.evaluate(smallTargets, 44)));
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
