// Letters over a real mail server: what arrives, and what becomes of an address that it does not know.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SMTPServer } from "smtp-server";
import { Kith } from "../lib/kith.mjs";

let kith, server;
const letters = [];

before(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(address, session, done) {
      const isUnknown = address.address.startsWith("nobody@");
      done(isUnknown ? Object.assign(new Error("5.1.1 no such mailbox"), { responseCode: 550 }) : undefined);
    },
    onData(stream, session, done) {
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        letters.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  kith = await Kith.start();
  await kith.restart({
    KITH_MAIL_SMTP_HOST: "127.0.0.1",
    KITH_MAIL_SMTP_PORT: String(server.server.address().port),
    KITH_MAIL_SMTP_SECURITY: "none",
    KITH_MAIL_FROM: "kith@elmfield.test",
  });
});
after(async () => {
  await kith?.stop();
  await new Promise((closed) => server.close(closed));
});

async function askForLink(address) {
  const page = await fetch(`${kith.address}/login/mail`);
  const csrf = (await page.text()).match(/name="csrf" value="([^"]+)"/)[1];
  const cookie = page.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
  const body = new URLSearchParams({ csrf, login: address });
  const answer = await fetch(`${kith.address}/login/mail`, { method: "POST", body, headers: { cookie, origin: kith.address } });
  assert.equal(answer.status, 200);
}

test("a letter arrives as text and as a page, with the headers that mailboxes look at", async () => {
  await kith.member("ben");
  await askForLink("ben@elmfield.test");
  for (const end = Date.now() + 15_000; letters.length === 0 && Date.now() < end; ) await new Promise((done) => setTimeout(done, 100));
  const letter = letters.pop() ?? "";
  for (const header of ["Message-ID: <", "Date: ", "List-Id: <", "Auto-Submitted: auto-generated", "multipart/alternative"]) {
    assert.ok(letter.includes(header), `${header} in ${letter}`);
  }
  assert.ok(letter.indexOf("text/plain") < letter.indexOf("text/html"), letter);
  assert.ok(!letter.includes("List-Unsubscribe"), "nobody declines their own key");
});

test("an address that the server does not know is noted and not tried for days", async () => {
  await kith.member("cleo", { email: "nobody@elmfield.test" });
  await askForLink("nobody@elmfield.test");
  await new Promise((done) => setTimeout(done, 2_000));
  assert.ok(kith.output.includes("a mail server refused an address"), kith.output);
  assert.ok(!kith.output.includes("a job failed"), kith.output);
});
