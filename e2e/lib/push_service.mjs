// A push service on this machine: it takes what the program sends over an encrypted line, and reads it as a browser would,
// by the steps of RFC 8291 and with nothing but node's own cryptography.
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer } from "node:https";

const { subtle } = globalThis.crypto;
const url64 = (bytes) => Buffer.from(bytes).toString("base64url");

/** One value in DER: its kind, and what is in it. */
function der(kind, ...parts) {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([kind, ...length]), body]);
}
const [sequence, set, number, bits, octets, name] = [0x30, 0x31, 0x02, 0x03, 0x04, 0x06].map((kind) => (...parts) => der(kind, ...parts));

/** A key and a certificate for `localhost` that vouches for itself, both as PEM (RFC 5280). */
function certificate() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const time = (days) => der(0x17, new Date(Date.now() + days * 86_400_000).toISOString().replace(/^..|[-:T]|\.\d+/g, ""));
  const ecdsaWithSha256 = sequence(name([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
  const commonName = sequence(set(sequence(name([0x55, 0x04, 0x03]), der(0x0c, "localhost"))));
  const alternativeName = sequence(name([0x55, 0x1d, 0x11]), octets(sequence(der(0x82, "localhost"))));
  const serial = randomBytes(8);
  serial[0] = 1;
  const toBeSigned = sequence(
    der(0xa0, number([2])), number(serial), ecdsaWithSha256, commonName, sequence(time(-1), time(30)), commonName,
    publicKey.export({ type: "spki", format: "der" }), der(0xa3, sequence(alternativeName)),
  );
  const whole = sequence(toBeSigned, ecdsaWithSha256, bits([0], sign("sha256", toBeSigned, privateKey)));
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }), cert };
}

/** The service: its origin, the certificate that the program has to trust, and what arrived. */
export class PushService {
  static async start() {
    const service = new PushService();
    const { key, cert } = certificate();
    service.authority = cert;
    service.arrived = [];
    service.server = createServer({ key, cert }, (request, response) => {
      const parts = [];
      request.on("data", (part) => parts.push(part));
      request.on("end", () => {
        service.arrived.push({ path: request.url, method: request.method, headers: request.headers, body: Buffer.concat(parts) });
        response.writeHead(201).end();
      });
    });
    await new Promise((ready) => service.server.listen(0, "127.0.0.1", ready));
    service.origin = `https://localhost:${service.server.address().port}`;
    return service;
  }

  /** What arrives next; null when nothing does within `patience` milliseconds. */
  async next(patience = 15_000) {
    for (const end = Date.now() + patience; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
      if (this.arrived.length) return this.arrived.shift();
    }
    return null;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

/** Whoever is woken: a key pair and a secret that only it and the program know. */
export class Receiver {
  static async make() {
    const receiver = new Receiver();
    receiver.keys = await subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
    receiver.public = new Uint8Array(await subtle.exportKey("raw", receiver.keys.publicKey));
    receiver.secret = randomBytes(16);
    return receiver;
  }

  /** The keys as a browser hands them out. */
  get subscription() {
    return { p256dh: url64(this.public), auth: url64(this.secret) };
  }

  /** What was sent, in the clear. Throws when it was not sent for this receiver, or changed on the way. */
  async read(body) {
    const [salt, size, length] = [body.subarray(0, 16), body.readUInt32BE(16), body[20]];
    const sender = body.subarray(21, 21 + length);
    const record = body.subarray(21 + length);
    if (length !== 65 || record.length > size) throw new Error(`a key of ${length} bytes and a record of ${record.length}`);
    const theirs = await subtle.importKey("raw", sender, { name: "ECDH", namedCurve: "P-256" }, false, []);
    const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, this.keys.privateKey, 256);
    const input = await derive(this.secret, shared, Buffer.concat([Buffer.from("WebPush: info\0"), this.public, sender]), 32);
    const key = await derive(salt, input, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
    const iv = await derive(salt, input, Buffer.from("Content-Encoding: nonce\0"), 12);
    const aes = await subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
    const padded = Buffer.from(await subtle.decrypt({ name: "AES-GCM", iv }, aes, record));
    const end = padded.findLastIndex((byte) => byte !== 0);
    if (padded[end] !== 2) throw new Error("not the last record");
    return padded.subarray(0, end).toString();
  }
}

async function derive(salt, input, info, bytes) {
  const key = await subtle.importKey("raw", input, "HKDF", false, ["deriveBits"]);
  return subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, bytes * 8);
}

/** The claims of the program's signature, and its key as it came along; throws when the signature is not by that key
 * (RFC 8292). */
export async function claims(authorization) {
  const [, token, key] = authorization.match(/^vapid t=([\w.-]+), ?k=([\w-]+)$/) ?? [];
  const [head, body, signature] = token.split(".");
  const header = JSON.parse(Buffer.from(head, "base64url"));
  if (header.alg !== "ES256") throw new Error(`signed by ${header.alg}`);
  const known = await subtle.importKey("raw", Buffer.from(key, "base64url"), { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const isGood = await subtle.verify(algorithm, known, Buffer.from(signature, "base64url"), Buffer.from(`${head}.${body}`));
  if (!isGood) throw new Error("the signature does not fit");
  return { ...JSON.parse(Buffer.from(body, "base64url")), key };
}
