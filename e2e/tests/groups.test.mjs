// A private group, as its people live it: founded with rules and questions, found, asked into, written in after a look, and
// closed to everybody else. All steps are taken without a script; what they lead to is judged and pictured with one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { judge, launch, send, signIn, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { eyesOf, pathOf, press } from "../lib/looks.mjs";
import { picture } from "../lib/pictures.mjs";

const group = "/groups/garden-bees";
const rules = "Wear a veil near the hives";
const questions = ["Have you been stung before?", "Which days suit you?"];
const answers = ["Twice, and I stayed", "Sundays and feast days"];
const words = "A swarm hangs in the pear tree";

// The accessibility checker needs a script; the same pages are judged with one by those who only look.
const judgePlain = (page) => judge(page, { axe: false });

let kith, browser, amina, zoe, milo, aminaSees, zoeSees, post;

async function member(handle, options = {}) {
  const page = await visitor(browser, kith, { script: false, ...options });
  await signIn(page, handle, kith.password);
  return page;
}

/** Opens a page and asks that it is there. */
async function open(page, path) {
  assert.equal((await page.goto(path)).status(), 200, path);
}

before(async () => {
  kith = await Kith.start();
  for (const handle of ["zoe", "milo", "stefan"]) await kith.member(handle);
  browser = await launch();
  [amina, zoe, milo] = [await member("amina"), await member("zoe"), await member("milo")];
  aminaSees = await eyesOf(browser, kith, "amina");
  zoeSees = await eyesOf(browser, kith, "zoe");
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

test("amina founds a group, and what failed comes back filled in", async () => {
  await open(amina, "/groups");
  await judgePlain(amina);
  await press(amina, ".page-head a[href='/groups/new']");
  await amina.fill("#name", " ");
  await amina.fill("#about", "Hives behind the **allotment**.");
  await amina.locator("[name=visibility][value=private]").check();
  await amina.locator("[name=joining][value=request]").check();
  await press(amina, "main form[action='/groups'] .button-primary");
  await amina.locator("#name-error").waitFor();
  assert.equal(await amina.inputValue("#about"), "Hives behind the **allotment**.");
  assert.ok(await amina.locator("[name=visibility][value=private]").isChecked());
  await amina.fill("#name", "Garden Bees");
  await press(amina, "main form[action='/groups'] .button-primary");
  assert.equal(pathOf(amina), group);
  await aminaSees("/groups/new", "group-new");
});

test("she writes rules, asks two questions and hangs up a picture", async () => {
  const settings = `${group}/settings`;
  await open(amina, settings);
  await amina.fill("#slug", "No Spaces");
  await press(amina, `form[action='${settings}/name'] button`);
  await amina.locator("#slug-error").waitFor();
  assert.equal(await amina.inputValue("#slug"), "No Spaces", "a failed form comes back as it was typed");
  await open(amina, settings);
  await amina.fill("#rules", rules);
  await press(amina, `form[action='${settings}/text'] button`);
  for (const [place, question] of questions.entries()) await amina.fill(`#question-${place}`, question);
  await press(amina, `form[action='${settings}/questions'] button`);
  await amina.setInputFiles("#photo", [await picture(browser, 3, { width: 1600, height: 600 })]);
  await press(amina, `form[action='${settings}/cover'] button:not([name])`);
  assert.equal(await amina.locator("main img.cover").count(), 1);
  await amina.locator("[name=asks_rules]").check();
  await press(amina, `form[action='${settings}/access'] button`);
  assert.ok(await amina.locator("[name=asks_rules]").isChecked());
  assert.deepEqual([await amina.inputValue("#question-0"), await amina.inputValue("#question-1")], questions);
  assert.equal(await amina.inputValue("#rules"), rules);
  await aminaSees(settings, "group-settings");
});

test("zoe finds it and asks to come in", async () => {
  await zoeSees("/groups", "groups-discover");
  await open(zoe, "/groups");
  await zoe.fill("#find-groups", "Garden");
  await press(zoe, "main form[role=search] button");
  await press(zoe, `#found a[href='${group}']`);
  assert.equal(pathOf(zoe), `${group}/about`, "outside there is nothing but what it says of itself");
  await zoe.locator("main .prose", { hasText: rules }).waitFor();
  assert.equal(await zoe.locator(`main nav a[href='${group}'], main nav a[href='${group}/members']`).count(), 0);
  await judgePlain(zoe);
  await zoeSees(`${group}/join`, "group-join");
  await press(zoe, `a[href='${group}/join']`);
  const asks = `form[action='${group}/join'] .button-primary`;
  await zoe.fill("#answer-0", answers[0]);
  await press(zoe, asks);
  await zoe.locator("#agreed-error").waitFor();
  assert.equal(await zoe.inputValue("#answer-0"), answers[0], "what was typed is still there");
  await zoe.locator("[name=agreed]").check();
  await press(zoe, asks);
  await zoe.locator("#answers-error").waitFor();
  assert.equal(await zoe.inputValue("#answer-0"), answers[0], "what was typed is still there");
  await judgePlain(zoe);
  await zoe.locator("[name=agreed]").check();
  await zoe.fill("#answer-1", answers[1]);
  await press(zoe, asks);
  assert.equal(pathOf(zoe), `${group}/about`);
  await zoe.locator("button[name=step][value=cancel]").waitFor();
  assert.equal(await zoe.locator(`a[href='${group}/join']`).count(), 0, "nobody asks twice");
});

test("amina reads the answers and lets people in", async () => {
  const lets = "form[action*='/requests/'] button[value=approve]";
  await open(amina, `${group}/manage`);
  const request = await amina.locator("main dl").innerText();
  for (const said of [...questions, ...answers]) assert.ok(request.includes(said), said);
  await judgePlain(amina);
  await aminaSees(`${group}/manage`, "group-requests");
  await press(amina, lets);
  assert.equal(await amina.locator(lets).count(), 0, "nobody waits any more");
  await open(zoe, group);
  assert.equal(pathOf(zoe), group, "she reads it now");
  await send(milo, `${group}/join`, { agreed: "yes", "answer-0": "Never", "answer-1": "Any" });
  await open(amina, `${group}/manage`);
  await press(amina, lets);
  await aminaSees(`${group}/members`, "group-members");
});

test("a post waits until somebody looked at it", async () => {
  await open(amina, `${group}/settings`);
  await amina.locator("[name=posting][value=approved]").check();
  await press(amina, `form[action='${group}/settings/access'] button`);
  assert.ok(await amina.locator("[name=posting][value=approved]").isChecked());
  await open(zoe, group);
  await press(zoe, ".composer a.ask");
  await zoe.locator("main form.compose .hint", { hasText: "Someone will look at your post" }).waitFor();
  await judgePlain(zoe);
  await zoe.fill("main textarea[name=text]", words);
  await zoe.setInputFiles("main input[type=file]", [await picture(browser, 1)]);
  await press(zoe, "main [data-submit]");
  post = pathOf(zoe);
  assert.match(post, /^\/p\/\d+$/);
  await zoe.locator("article.post .post-why", { hasText: "Waits to be looked at" }).waitFor();
  await judgePlain(zoe);
  await open(milo, group);
  assert.equal(await milo.getByText(words).count(), 0, "another member does not see it yet");
  assert.equal((await milo.goto(post)).status(), 404);
});

test("amina approves it, and everybody in the group sees it", async () => {
  const action = `${group}/posts/${post.replace("/p/", "")}`;
  await open(amina, `${group}/manage?show=posts`);
  await amina.getByText(words).first().waitFor();
  await judgePlain(amina);
  await aminaSees(`${group}/manage?show=posts`, "group-posts-waiting");
  await press(amina, `form[action='${action}'] button[value=approve]`);
  assert.equal(await amina.locator(`form[action='${action}']`).count(), 0, "nothing waits any more");
  for (const page of [zoe, milo]) {
    await open(page, group);
    await page.locator("#feed article.post", { hasText: words }).waitFor();
    assert.equal(await page.locator("article.post .post-why", { hasText: "Waits to be looked at" }).count(), 0);
  }
  await zoeSees(group, "group");
  await zoeSees(`${group}/photos`, "group-photos");
  await open(amina, `${group}/manage?show=log`);
  assert.ok(await amina.locator("main section ul li").count() >= 4, "what was done stands in the log");
  await judgePlain(amina);
});

test("a file is added, saved by members and by nobody else", async () => {
  const files = `${group}/files`;
  await open(amina, files);
  await amina.setInputFiles("#files", [{ name: "hive.exe", mimeType: "application/pdf", buffer: Buffer.from("MZ") }]);
  await press(amina, `form[action='${files}'] .button-primary`);
  await amina.locator("#files-error").waitFor();
  const plan = { name: "hive plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nA plan of a hive") };
  await amina.setInputFiles("#files", [plan]);
  await press(amina, `form[action='${files}'] .button-primary`);
  assert.equal(pathOf(amina), files);
  await judgePlain(amina);
  await aminaSees(files, "group-files");
  await open(zoe, files);
  const link = await zoe.locator(`a[download][href^='${files}/']`).getAttribute("href");
  const saved = await zoe.request.get(link);
  assert.equal(saved.status(), 200);
  assert.match(saved.headers()["content-disposition"], /^attachment/);
  assert.equal(await saved.text(), "%PDF-1.7\nA plan of a hive");
  const stefan = await member("stefan");
  assert.equal((await stefan.request.get(link)).status(), 404);
});

test("what zoe reports is settled in the group, and milo never learns of it", async () => {
  await open(milo, group);
  await send(milo, `${post}/comments`, { text: "Bees are a nuisance and so are you" });
  await open(zoe, post);
  const comment = zoe.locator("article.comment", { hasText: "Bees are a nuisance" });
  const link = await comment.locator("a[href$='/report']").getAttribute("href");
  assert.equal((await milo.goto(link)).status(), 404, "nobody reports themselves");
  await open(zoe, link);
  await judgePlain(zoe);
  await zoeSees(link, "report");
  await open(zoe, link);
  await zoe.locator("[name=category][value=violation]").check();
  await zoe.fill("#comment", "He is rude");
  await press(zoe, `form[action='${link}'] .button-danger`);
  const reports = `${group}/manage?show=reports`;
  await open(amina, reports);
  await amina.getByText("He is rude").waitFor();
  assert.equal(await amina.locator("main").getByText("zoe", { exact: false }).count(), 0, "whoever reported is not named");
  await judgePlain(amina);
  await aminaSees(reports, "group-reports");
  await open(amina, reports);
  await press(amina, "form[action*='/reports/'] button[value=remove]");
  assert.equal(await amina.locator("form[action*='/reports/']").count(), 0, "nothing waits");
  await open(zoe, post);
  assert.equal(await zoe.getByText("Bees are a nuisance").count(), 0);
  assert.equal((await milo.goto(`${group}/manage?show=reports`)).status(), 404);
});

test("a stranger sees its name and nothing of what is in it", async () => {
  const stefan = await member("stefan", { script: true, size: "phone" });
  await open(stefan, "/groups");
  await stefan.locator(`#found a[href='${group}']`, { hasText: "Garden Bees" }).waitFor();
  await judge(stefan);
  await open(stefan, group);
  assert.equal(pathOf(stefan), `${group}/about`);
  await stefan.locator("main h1", { hasText: "Garden Bees" }).waitFor();
  assert.equal(await stefan.locator("article.post, .composer").count(), 0);
  await judge(stefan);
  for (const path of [post, ...["photos", "files", "events", "members", "manage", "settings", "invite"].map((name) => `${group}/${name}`)]) {
    assert.equal((await stefan.goto(path)).status(), 404, path);
    assert.equal(await stefan.getByText(words).count(), 0, path);
  }
  await open(stefan, "/search?q=swarm");
  assert.equal(await stefan.locator(`main a[href='${post}']`).count(), 0, "it is not found either");
  const outside = await visitor(browser, kith);
  for (const path of [group, `${group}/about`, post]) assert.equal((await outside.goto(path)).status(), 404, path);
});

test("whoever leaves reads nothing more of it", async () => {
  await open(milo, `${group}/leave`);
  await judgePlain(milo);
  await press(milo, `form[action='${group}/leave'] .button-danger`);
  assert.equal(pathOf(milo), "/groups");
  assert.equal((await milo.goto(post)).status(), 404);
  await open(milo, group);
  assert.equal(pathOf(milo), `${group}/about`);
});

test("every page on the way was sound", () => soundSoFar());
