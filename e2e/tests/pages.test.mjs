// Every page a member can reach: two widths, three languages, two themes, and without script. Valid, readable by axe,
// nothing wider than the screen, nothing asked of others, no script error.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { befriend, judge, launch, send, signIn, sizes, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { picture } from "../lib/pictures.mjs";

const outside = ["/", "/login", "/recover", "/join", "/about", "/about/rules", "/about/terms", "/about/privacy", "/about/imprint", "/contact", "/nothing-here"];
const inside = [
  "/", "/?tab=friends", "/new", "/people", "/people?q=zoe", "/search", "/search?q=zoe", "/search?q=zoe&type=people&from=nobody", "/search?q=choir&type=events", "/search?q=choir&type=groups", "/friends", "/friends/circles", "/saved", "/saved/comments", "/drafts", "/scheduled", "/albums", "/albums/new", "/photos-of-you", "/memories", "/birthdays", "/messages", "/messages?folder=requests", "/messages/new", "/messages/with/zoe", "/events", "/events?show=mine", "/events?show=invited", "/events?show=past", "/events/calendar", "/events/calendar?view=week", "/events/calendar?view=list", "/events/files", "/events/new", "/invitations", "/u/amina", "/u/amina/about", "/u/amina/friends", "/u/amina/photos", "/u/amina/albums", "/u/zoe",
  "/me/edit", "/me/as", "/me/as/stranger", "/me/as/visitor", "/me/as/zoe", "/me/as/zoe/about", "/t/garden", "/settings", "/settings/account", "/settings/sessions", "/settings/language", "/settings/privacy", "/settings/blocking", "/settings/filters", "/settings/apps", "/settings/devices", "/settings/notices", "/settings/mail", "/notices", "/notices?show=mentions", "/share?title=Fair&text=On%20Sunday", "/settings/leave", "/settings/leave/rest", "/settings/leave/delete",
  "/admin", "/admin/requests", "/admin/requests/declined", "/admin/members", "/admin/settings", "/admin/pages", "/admin/pages/rules/en", "/admin/inbox", "/admin/mail", "/admin/log",
];

const outOfBand = "urn:ietf:wg:oauth:2.0:oob";

// Pages of single things, whose addresses are known once the things are there.
let kith, browser;
const single = [];

before(async () => {
  kith = await Kith.start();
  await kith.member("zoe");
  await kith.member("milo");
  browser = await launch();
  const page = await visitor(browser, kith);
  await signIn(page, "amina", kith.password);
  await page.goto("/new");
  await page.locator("main textarea[name=text]").fill("The #garden is open on Saturday. **Bring gloves.**\n\nالحديقة مفتوحة يوم السبت.");
  await page.locator("main input[type=file]").setInputFiles([await picture(browser, 3)]);
  await page.waitForFunction(() => document.querySelector("main input[name=media]")?.value);
  await Promise.all([page.waitForNavigation(), page.locator("main [data-submit]").click()]);
  const post = new URL(page.url()).pathname;
  const photo = await page.locator("[data-gallery] a").first().getAttribute("href");
  await send(page, `${post}/comments`, { text: "I bring the kettle.", submission: crypto.randomUUID() });
  await send(page, `${post}/reaction`, { kind: "love", back: "/" });
  await page.goto(`${post}/edit`);
  await page.locator("main textarea[name=text]").fill("The #garden is open on Saturday. **Bring gloves and tea.**");
  await Promise.all([page.waitForNavigation(), page.locator("main [data-submit]").click()]);
  await page.goto(post);
  const comment = `/comment/${(await page.locator(".comment").first().getAttribute("id")).replace("comment-", "")}`;
  await send(page, `${comment}/reaction`, { kind: "like", back: "/" });
  await send(page, "/friends/circles", { name: "Allotment" });
  await page.goto("/friends/circles");
  const circle = await page.locator("main a[href^='/friends/circles/']").first().getAttribute("href");
  // Zoe and amina are friends, so that there is somebody to name and to look as.
  await befriend(browser, kith, page, "zoe");
  const starts = new Date(Date.now() + 7 * 864e5).toISOString().slice(0, 16);
  await send(page, "/events/new", { title: "Summer fair", text: "Games and **cake**", starts, time_zone: "Europe/Berlin", repeat: "weekly", every: "1", count: "3", companions: "1", audience: "friends", place: "School yard", slots: "Cake: 3", questions: "What do you not eat?", shows_guests: "yes", has_discussion: "yes", publish: "now" });
  await page.goto("/events");
  const event = (await page.locator(".event a.who").first().getAttribute("href")).split("?")[0];
  single.push(event, ...["edit", "guests", "invite", "check-in", "hosts", "cancel", "delete"].map((name) => `${event}/${name}`));
  await page.goto("/admin/members?q=zoe");
  const member = await page.locator("main a[href^='/admin/members/']").first().getAttribute("href");
  single.push(post, ...["edit", "history", "audience", "share", "delete", "reactions"].map((name) => `${post}/${name}`));
  single.push(...["edit", "delete", "reactions"].map((name) => `${comment}/${name}`), photo, circle, member, await register(page, "Meadow"), "/oauth/authorize?client_id=nobody");
  await page.context().close();
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

/** An app that wants to act for somebody: the address where it asks. */
async function register(page, name) {
  const scope = "read write follow push";
  const answer = await page.request.post("/api/v1/apps", { form: { client_name: name, website: "https://meadow.example", redirect_uris: outOfBand, scopes: scope } });
  assert.ok(answer.ok(), `${answer.status()}`);
  const { client_id, client_secret } = await answer.json();
  page.app = { client_id, client_secret, redirect_uri: outOfBand, scope };
  return `/oauth/authorize?${new URLSearchParams({ response_type: "code", client_id, redirect_uri: outOfBand, scope })}`;
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
    await send(page, "/language", { tag: language, back: "/" });
    for (const path of [...inside, ...single]) await visit(page, path);
    await page.context().close();
  });
}

test("an app is let in by a click and stands in the list", async () => {
  const page = await visitor(browser, kith, { size: "phone" });
  await signIn(page, "zoe", kith.password);
  const asks = await register(page, "Meadow for phones");
  await page.goto(asks);
  await Promise.all([page.waitForNavigation(), page.locator("button[value=deny]").click()]);
  assert.equal(new URL(page.url()).pathname, "/settings/apps");
  await page.goto(asks);
  await Promise.all([page.waitForNavigation(), page.locator("button[value=allow]").click()]);
  await judge(page, { html: false });
  const answer = await page.request.post("/oauth/token", { form: { ...page.app, grant_type: "authorization_code", code: await page.inputValue("#code") } });
  assert.equal(answer.status(), 200, await answer.text());
  await page.goto("/settings/apps");
  await page.getByRole("heading", { name: "Meadow for phones" }).waitFor();
  await judge(page);
  await Promise.all([page.waitForNavigation(), page.locator("form[action$='/disconnect'] button").click()]);
  assert.equal(await page.getByRole("heading", { name: "Meadow for phones" }).count(), 0);
  await page.context().close();
});

test("a link from a mail lets somebody in by a click", async () => {
  const page = await visitor(browser, kith, { size: "phone" });
  await page.goto("/login/mail");
  await page.fill("[name=login]", "milo");
  await Promise.all([page.waitForNavigation(), page.locator("main form .button-primary").click()]);
  await judge(page, { html: false });
  await page.goto(await kith.linkFromMail("milo@elmfield.test"));
  await judge(page);
  await Promise.all([page.waitForNavigation(), page.locator("main form .button-primary").click()]);
  assert.equal(new URL(page.url()).pathname, "/");
  await page.locator(".bottombar").waitFor();
  await page.context().close();
});

test("pages that say no are as sound as the others", async (t) => {
  const says = async (page, status) => {
    assert.equal(await page.locator(".error-code").innerText(), `${status}`);
    await judge(page, { html: false });
  };
  const page = await visitor(browser, kith, { size: "phone", language: "ar", theme: "dark" });
  await signIn(page, "zoe", kith.password);
  await send(page, "/language", { tag: "ar", back: "/" });
  for (const [path, status] of [["/admin", 404], ["/nothing-here", 404], ["/p/1", 404], ["/comment/1/edit", 404], ["/photo/1", 404], ["/friends/circles/1", 404]]) {
    await t.test(`${status} at ${path}`, async () => {
      assert.equal((await page.goto(path)).status(), status);
      await says(page, status);
    });
  }
  await t.test("403 for a form that is not of this session", async () => {
    await page.goto("/settings/account");
    const form = page.locator("form[action='/settings/account/name']");
    await form.locator("[name=csrf]").evaluate((field) => (field.value = "stale"));
    await Promise.all([page.waitForNavigation(), form.locator("button").first().click()]);
    await says(page, 403);
  });
  await t.test("429 for a network of visitors in a hurry", async () => {
    await kith.restart({ KITH_RATE_LIMITS: "on" });
    const guest = await visitor(browser, kith, { size: "phone" });
    await guest.goto("/login");
    const csrf = await guest.locator("meta[name=csrf]").getAttribute("content");
    for (let at = 0; at < 20; at++) await guest.request.post("/language", { form: { csrf, tag: "en", back: "/login" } });
    await guest.fill("[name=login]", "zoe");
    await guest.fill("[name=password]", kith.password);
    await Promise.all([guest.waitForNavigation(), guest.press("[name=password]", "Enter")]);
    await says(guest, 429);
    await guest.context().close();
  });
  await t.test("503 when all places are taken", async () => {
    await kith.restart({ KITH_MAX_REQUESTS: "2" });
    // Visitors may fill half of the places: a form that does not come to its end holds the only one.
    const slow = connect(kith.port, "127.0.0.1");
    slow.on("error", () => {});
    slow.write(`POST /login HTTP/1.1\r\nHost: 127.0.0.1:${kith.port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nlogin=`);
    await new Promise((done) => setTimeout(done, 300));
    const guest = await visitor(browser, kith, { size: "phone" });
    guest.on("console", () => guest.complaints.splice(0, guest.complaints.length, ...guest.complaints.filter((one) => !/status of 503/.test(one))));
    assert.equal((await guest.goto("/")).status(), 503);
    await says(guest, 503);
    slow.destroy();
    await guest.context().close();
    await kith.restart();
  });
  await page.context().close();
});

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
