// Pushes as those who are woken read them: the real program, a push service of the test's own, and cryptography that is not
// the program's.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Kith } from "../lib/kith.mjs";
import { PushService, Receiver, claims } from "../lib/push_service.mjs";

let kith, service, amina, milo;

/** An app of a member: asks the program as that member. */
async function app(handle) {
  const token = (await kith.run(["token", "create", handle])).trim().split("\n").at(-1).trim();
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(`${kith.address}${path}`, { method, headers, body: body && JSON.stringify(body) });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
    return answer.json();
  };
}

/** A signed-in browser without a window. */
async function signedIn(handle) {
  const jar = new Map();
  const ask = async (path, form) => {
    const headers = { origin: kith.address, cookie: [...jar].map((pair) => pair.join("=")).join("; ") };
    const answer = await fetch(`${kith.address}${path}`, { method: form ? "POST" : "GET", body: form && new URLSearchParams(form), headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0].split(/=(.*)/s);
      jar.set(name, value);
    }
    return { status: answer.status, text: await answer.text() };
  };
  const token = async (path) => (await ask(path)).text.match(/name="csrf" value="([^"]+)"/)[1];
  const entered = await ask("/login", { csrf: await token("/login"), login: handle, password: kith.password });
  assert.equal(entered.status, 303, entered.text);
  return ask;
}

before(async () => {
  service = await PushService.start();
  kith = await Kith.start();
  await kith.member("milo");
  const authority = join(kith.data, "authority.pem");
  await writeFile(authority, service.authority);
  await kith.restart({ SSL_CERT_FILE: authority, KITH_OUTBOUND_LOOPBACK: "on" });
  [amina, milo] = [await app("amina"), await app("milo")];
});
after(async () => {
  await kith?.stop();
  await service?.stop();
});

test("an app reads what it is woken with, and nobody else can", async () => {
  const receiver = await Receiver.make();
  const endpoint = `${service.origin}/wake?app=1`;
  const made = await amina("POST", "/api/v1/push/subscription", {
    subscription: { endpoint, keys: receiver.subscription, standard: true },
    data: { alerts: { mention: true } },
  });
  await milo("POST", "/api/v1/statuses", { status: "A secret for @amina: مرحبًا 🌿", visibility: "unlisted" });
  const arrived = await service.next();
  assert.ok(arrived, kith.output);
  assert.equal(`${arrived.method} ${arrived.path}`, "POST /wake?app=1");
  assert.equal(arrived.headers["content-encoding"], "aes128gcm");
  assert.ok(Number(arrived.headers.ttl) > 0 && arrived.headers.cookie === undefined, JSON.stringify(arrived.headers));

  const told = JSON.parse(await receiver.read(arrived.body));
  assert.equal(told.notification_type, "mention");
  assert.equal(told.body, "A secret for @amina: مرحبًا 🌿");
  assert.ok(!arrived.body.includes("secret"), "it can be read on the way");

  const signed = await claims(arrived.headers.authorization);
  assert.equal(signed.key, made.server_key.replace(/=+$/, ""), "the key that apps are told");
  assert.equal(signed.aud, service.origin);
  const left = signed.exp - Date.now() / 1000;
  assert.ok(left > 0 && left <= 86_400, `${left} seconds`);
  // RFC 8292 2.1 allows a mail address or https; this community has named neither.
  assert.equal(signed.sub, undefined);

  // All of this can fail: for another receiver, and for a bit that is another one.
  await assert.rejects((await Receiver.make()).read(arrived.body));
  const changed = Buffer.from(arrived.body);
  changed[changed.length - 20] ^= 1;
  await assert.rejects(receiver.read(changed));
  await assert.rejects(claims(arrived.headers.authorization.replace(/t=(\w+)\.(\w)/, (all, head, sign) => `t=${head}.${sign === "e" ? "f" : "e"}`)));
});

test("a browser is told what to show, and no two messages are coded alike", async () => {
  const receiver = await Receiver.make();
  const browser = await signedIn("amina");
  const page = (await browser("/settings/devices")).text;
  const key = page.match(/data-push="([^"]+)"/)[1];
  const csrf = page.match(/name="csrf" (?:value|content)="([^"]+)"/)[1];
  const on = await browser("/settings/devices/on", { csrf, endpoint: `${service.origin}/browser`, ...receiver.subscription });
  assert.equal(on.status, 204, on.text);
  const bodies = [];
  for (const number of [1, 2]) {
    const post = await milo("POST", "/api/v1/statuses", { status: `Soup for @amina ${number}`, visibility: "unlisted" });
    let arrived = await service.next();
    while (arrived && arrived.path !== "/browser") arrived = await service.next();
    assert.ok(arrived, kith.output);
    const told = JSON.parse(await receiver.read(arrived.body));
    assert.deepEqual([told.body, told.url, told.lang, told.dir], [`Soup for @amina ${number}`, `/p/${post.id}`, "en", "ltr"]);
    const signed = await claims(arrived.headers.authorization);
    assert.equal(signed.key, key.replace(/=+$/, ""));
    bodies.push(arrived.body);
  }
  assert.notDeepEqual(bodies[0].subarray(0, 16), bodies[1].subarray(0, 16), "a salt is used once");
  assert.notDeepEqual(bodies[0].subarray(21, 86), bodies[1].subarray(21, 86), "and so is the key of the sender");
});
