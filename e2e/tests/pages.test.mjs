// Every page a member can reach: two widths, three languages, two themes, and without script. Valid, readable by axe,
// nothing wider than the screen, nothing asked of others, no script error.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { judge, launch, signIn, sizes, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { picture } from "../lib/pictures.mjs";

const outside = ["/", "/login", "/recover", "/join", "/about", "/about/rules", "/about/terms", "/about/privacy", "/about/imprint", "/contact", "/nothing-here"];
const inside = [
  "/", "/?tab=friends", "/new", "/people", "/people?q=zoe", "/friends", "/friends/circles", "/saved", "/invitations", "/u/amina", "/u/amina/about", "/u/amina/friends", "/u/amina/photos", "/u/zoe",
  "/me/edit", "/me/as/stranger", "/t/garden", "/settings", "/settings/account", "/settings/sessions", "/settings/language", "/settings/privacy", "/settings/blocking", "/settings/filters", "/settings/leave",
  "/admin", "/admin/requests", "/admin/requests/declined", "/admin/members", "/admin/settings", "/admin/pages", "/admin/pages/rules/en", "/admin/inbox", "/admin/log",
];

let kith, browser;

before(async () => {
  kith = await Kith.start();
  await kith.member("zoe");
  browser = await launch();
  const page = await visitor(browser, kith);
  await signIn(page, "amina", kith.password);
  await page.goto("/new");
  await page.locator("main textarea[name=text]").fill("The #garden is open on Saturday. **Bring gloves.**\n\nالحديقة مفتوحة يوم السبت.");
  await page.locator("main input[type=file]").setInputFiles([await picture(browser, 3)]);
  await page.waitForFunction(() => document.querySelector("main input[name=media]")?.value);
  await Promise.all([page.waitForNavigation(), page.locator("main [data-submit]").click()]);
  await page.context().close();
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

async function choose(page, tag) {
  const csrf = await page.locator("meta[name=csrf]").getAttribute("content");
  const answer = await page.request.post("/language", { form: { csrf, tag, back: "/" } });
  assert.ok(answer.ok());
}

for (const [size, language, theme] of [["desktop", "en", "light"], ["phone", "ar", "dark"], ["phone", "de", "light"]]) {
  test(`every page at ${sizes[size].width} px in ${language}, ${theme}`, async (t) => {
    const visit = (page, path) => t.test(path, async () => {
      const response = await page.goto(path);
      assert.ok(response.status() < 500, `status ${response.status()}`);
      // The same markup is held against the standard once; what differs by width, language and colour each time.
      await judge(page, { html: language === "en" });
    });
    const page = await visitor(browser, kith, { size, language, theme });
    for (const path of outside) await visit(page, path);
    await signIn(page, "amina", kith.password);
    await choose(page, language);
    for (const path of inside) await visit(page, path);
    await page.context().close();
  });
}

test("without script a member signs in, posts a photo, comments and reacts", async () => {
  const page = await visitor(browser, kith, { size: "phone", script: false });
  await signIn(page, "zoe", kith.password);
  await page.goto("/new");
  await page.fill("main textarea[name=text]", "Written without any script");
  await page.setInputFiles("main input[type=file]", [await picture(browser, 1)]);
  await page.locator("main details[data-picker] > summary").click();
  await page.locator("main input[name=audience][value=community]").check({ force: true });
  await Promise.all([page.waitForNavigation(), page.locator("main [data-submit]").click()]);
  await page.goto("/u/zoe");
  const address = await page.locator("article.post .post-meta a").first().getAttribute("href");
  assert.ok(await page.locator("article.post img[src^='/media/']").count() > 0, "the photo is there");
  await page.goto(address);
  await page.fill("#comment-text", "And a comment");
  await Promise.all([page.waitForNavigation(), page.locator("#write-comment button").click()]);
  await page.getByText("And a comment").first().waitFor();
  await page.goto(address);
  await Promise.all([page.waitForNavigation(), page.locator(".post-foot button[name=kind]").first().click()]);
  await page.locator(".tally .emoji").first().waitFor();
  await page.context().close();
});

test("scripts and styles stay within what a slow line carries", async () => {
  const page = await visitor(browser, kith);
  await signIn(page, "amina", kith.password);
  const sent = { script: 0, stylesheet: 0 };
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const kinds = new Map();
  client.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type.toLowerCase()));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind in sent) sent[kind] += encodedDataLength;
  });
  await page.goto("/", { waitUntil: "load" });
  await page.waitForTimeout(500);
  assert.ok(sent.script > 0 && sent.script <= 50 * 1024, `script ${sent.script}`);
  assert.ok(sent.stylesheet > 0 && sent.stylesheet <= 30 * 1024, `style ${sent.stylesheet}`);
  await page.context().close();
});

test("every page on the way was sound", () => soundSoFar());
