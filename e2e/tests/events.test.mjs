// A weekly rehearsal with few places, across an ocean: planned, answered, waited for, taken into a calendar, and called off
// for one evening. All steps are taken without a script; what they lead to is judged and pictured with one.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { judge, launch, signIn, soundSoFar, visitor } from "../lib/browser.mjs";
import { Kith } from "../lib/kith.mjs";
import { eyesOf, pathOf, press } from "../lib/looks.mjs";
import { picture } from "../lib/pictures.mjs";

const there = "Europe/Berlin";
const here = "America/New_York";
const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
const clock = (at, timeZone) => new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
// Half past seven in Berlin, in whichever half of the year. Clocks do not change on the same day on both sides.
const starts = ["+01:00", "+02:00"].map((offset) => new Date(`${day}T19:30:00${offset}`)).find((at) => clock(at, there) === "19:30");
const hers = clock(starts, here);

const going = "Going";
const waiting = "On the waiting list";

// The accessibility checker needs a script; the same pages are judged with one by those who only look.
const judgePlain = (page) => judge(page, { axe: false });

let kith, browser, amina, zoe, milo, nour, aminaSees, zoeSees, event;

async function member(handle, zone) {
  const page = await visitor(browser, kith, { script: false });
  await signIn(page, handle, kith.password);
  await page.goto("/settings/language");
  await page.selectOption("#time_zone", zone);
  await press(page, "main form[action='/settings/language'] .button-primary");
  assert.equal(await page.inputValue("#time_zone"), zone);
  return page;
}

/** Opens a page and asks that it is there. */
async function open(page, path) {
  assert.equal((await page.goto(path)).status(), 200, path);
}

async function answer(page, choice) {
  await open(page, event);
  await press(page, `button[name=choice][value=${choice}]`);
}

/** What the page of the event says of the answer of whoever looks at it; empty when they gave none. */
async function answerOf(page) {
  await open(page, event);
  return (await page.locator("section[aria-labelledby=answer] > p > b").allInnerTexts()).join();
}

async function calendarFile(page) {
  await open(page, event);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`main a[href='${event}/ics']`).click()]);
  assert.match(file.suggestedFilename(), /^event-\d+\.ics$/);
  return readFile(await file.path(), "utf8");
}

before(async () => {
  kith = await Kith.start();
  for (const handle of ["zoe", "milo", "nour"]) await kith.member(handle);
  browser = await launch();
  [amina, zoe] = [await member("amina", there), await member("zoe", here)];
  [milo, nour] = [await member("milo", there), await member("nour", there)];
  aminaSees = await eyesOf(browser, kith, "amina");
  zoeSees = await eyesOf(browser, kith, "zoe");
});
after(async () => {
  await browser?.close();
  await kith?.stop();
});

test("amina plans a weekly rehearsal, and what failed comes back filled in", async () => {
  await open(amina, "/events");
  await judgePlain(amina);
  await press(amina, ".page-head a[href='/events/new']");
  await judgePlain(amina);
  await amina.fill("#title", "Choir rehearsal");
  await amina.fill("#starts", `${day}T19:30`);
  await amina.fill("#ends", `${day}T18:00`);
  await amina.selectOption("#time_zone", there);
  await amina.fill("#place", "School hall");
  await amina.fill("#text", "We sing **four voices**; bring a pencil.");
  await amina.locator("[name=audience][value=community]").check();
  await amina.locator("details:has(#repeat) > summary").click();
  await amina.selectOption("#repeat", "weekly");
  await amina.fill("#count", "4");
  await amina.locator("details:has(#capacity) > summary").click();
  await amina.fill("#capacity", "2");
  await amina.locator("[name=has_waiting_list]").check();
  const makes = "main form[action='/events/new'] .button-primary";
  await press(amina, makes);
  await amina.locator("#ends-error").waitFor();
  for (const [field, value] of [["title", "Choir rehearsal"], ["starts", `${day}T19:30`], ["repeat", "weekly"], ["count", "4"], ["capacity", "2"], ["time_zone", there]]) {
    assert.equal(await amina.inputValue(`#${field}`), value, field);
  }
  assert.ok(await amina.locator("[name=has_waiting_list]").isChecked());
  assert.ok(await amina.locator("[name=audience][value=community]").isChecked());
  await amina.fill("#ends", `${day}T21:00`);
  await amina.locator("details:has(#cover) > summary").click();
  await amina.setInputFiles("#cover", [await picture(browser, 2)]);
  await amina.fill("#cover_alt", "Hills at dusk");
  await press(amina, makes);
  event = pathOf(amina);
  assert.match(event, /^\/events\/\d+$/);
  assert.equal(await amina.locator("main img.event-cover[alt='Hills at dusk']").count(), 1);
  await judgePlain(amina);
  await aminaSees("/events/new", "event-form");
});

test("each reads the time on their own clock, and zoe also the one there", async () => {
  await open(amina, event);
  const when = (page) => page.locator(".event-facts li").first();
  const hostReads = await when(amina).innerText();
  assert.ok(hostReads.includes("19:30") && !hostReads.includes(there), hostReads);
  await open(zoe, event);
  const time = when(zoe).locator("time");
  assert.equal(new Date(await time.getAttribute("datetime")).getTime(), starts.getTime());
  assert.ok((await time.innerText()).includes(hers), `${await time.innerText()} has ${hers}`);
  const local = await when(zoe).locator(".muted").innerText();
  assert.ok(local.includes("19:30") && local.includes(there), local);
  assert.equal(await zoe.locator("a.event-next").count(), 3, "three further times");
  await judgePlain(zoe);
  await open(zoe, "/events");
  const line = await zoe.locator(".event", { hasText: "Choir rehearsal" }).first().innerText();
  for (const part of [hers, "19:30", there]) assert.ok(line.includes(part), `${line} has ${part}`);
  await zoeSees("/events", "events");
  await zoeSees(event, "event");
});

test("two say yes and the third waits", async () => {
  await answer(zoe, "going");
  assert.equal(pathOf(zoe), event);
  await answer(milo, "going");
  await answer(nour, "going");
  await judgePlain(nour);
  assert.deepEqual([await answerOf(zoe), await answerOf(milo), await answerOf(nour)], [going, going, waiting]);
  await nour.locator(".event-facts", { hasText: "No places left, but there is a waiting list" }).waitFor();
  await open(amina, `${event}/guests`);
  assert.deepEqual(await amina.locator("main section h2").allInnerTexts(), [going, waiting]);
  await judgePlain(amina);
  await aminaSees(`${event}/guests`, "event-guests");
});

test("one withdraws, and whoever waited moves up", async () => {
  await open(zoe, event);
  await press(zoe, `form[action='${event}/withdraw'] button`);
  assert.deepEqual([await answerOf(zoe), await answerOf(milo), await answerOf(nour)], ["", going, going]);
  await open(nour, "/notices");
  await nour.getByText("You have a place at an event").first().waitFor();
  await answer(zoe, "going");
  assert.equal(await answerOf(zoe), waiting, "her place was given away");
  await zoeSees(event, "event-waiting");
});

test("calendars show a month, a week and a list", async () => {
  const entry = `a.calendar-entry[href^='${event}?at=']`;
  await open(zoe, `/events/calendar?at=${day}`);
  for (const view of ["week", "list", "month"]) {
    await press(zoe, `.calendar-head a[href*='view=${view}&at=${day}']:not([rel]):not([href*=mine])`);
    assert.equal(new URL(zoe.url()).searchParams.get("view"), view);
    const first = zoe.locator(`li.calendar-day:has(time[datetime='${day}'])`).locator(entry);
    assert.equal(await first.count(), 1, view);
    const words = await first.innerText();
    assert.ok(words.includes("Choir rehearsal") && words.includes(hers), `${view}: ${words}`);
    await judgePlain(zoe);
    await zoeSees(`/events/calendar?view=${view}&at=${day}`, `calendar-${view}`);
  }
  await open(zoe, `/events/calendar?view=week&at=${day}`);
  for (let week = 1; week < 4; week++) {
    await press(zoe, ".calendar-head a[rel=next]");
    assert.equal(await zoe.locator(entry).count(), 1, `week ${week + 1}`);
  }
  await press(zoe, ".calendar-head a[rel=next]");
  assert.equal(await zoe.locator(entry).count(), 0, "it is over after four weeks");
});

test("the calendar file is downloaded", async () => {
  const file = await calendarFile(zoe);
  assert.ok(file.startsWith("BEGIN:VCALENDAR\r\n"), file.slice(0, 40));
  assert.ok(file.trimEnd().endsWith("END:VCALENDAR"));
  assert.match(file, /^RRULE:.*FREQ=WEEKLY/m);
  assert.ok(file.includes(`DTSTART;TZID=${there}:${day.replaceAll("-", "")}T193000`), file);
  assert.ok(!file.includes("STATUS:CANCELLED"));
});

test("one evening is called off and the others stand", async () => {
  await open(amina, event);
  const second = await amina.locator("a.event-next").first().getAttribute("href");
  const at = new URL(second, kith.address).searchParams.get("at");
  const off = at.replace(/^(\d{4})(\d\d)(\d\d)T.*$/, "$1-$2-$3");
  assert.equal(off, new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10));
  await press(amina, `a.event-next[href='${second}']`);
  await press(amina, `main a[href='${event}/cancel?at=${at}']`);
  await judgePlain(amina);
  await aminaSees(`${event}/cancel?at=${at}`, "event-cancel");
  await press(amina, "main button[name=scope][value=this]");
  assert.equal(pathOf(amina), event);
  await open(zoe, second);
  await zoe.locator("main .notice-bad", { hasText: "This time is cancelled" }).waitFor();
  await judgePlain(zoe);
  await zoeSees(second, "event-cancelled");
  await open(zoe, event);
  assert.equal(await zoe.locator("main .notice-bad").count(), 0, "the next time stands");
  for (const [week, count] of [[day, 0], [off, 1]]) {
    await open(zoe, `/events/calendar?view=week&at=${week}`);
    assert.equal(await zoe.locator("a.calendar-entry").count(), 1, week);
    assert.equal(await zoe.locator("a.calendar-entry.calendar-off").count(), count, week);
  }
  await open(milo, "/notices");
  await milo.getByText("An event is cancelled").first().waitFor();
  assert.equal((await calendarFile(zoe)).split("STATUS:CANCELLED").length, 2, "the file says it of one time");
});

test("every page on the way was sound", () => soundSoFar());
