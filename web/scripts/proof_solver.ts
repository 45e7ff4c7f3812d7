// The worker behind proof.ts. ALTCHA proof of work, version 2: find a counter for which the key derived from
// nonce and counter begins with the wanted prefix.
import { sha256 } from "./sha256";

interface Challenge {
  parameters: { algorithm: string; cost: number; keyLength: number; keyPrefix: string; nonce: string; salt: string };
}
type Derive = (password: Uint8Array) => Promise<Uint8Array> | Uint8Array;

const MOST_MS = 90_000;

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function hashedOften(salt: Uint8Array, cost: number, length: number): Derive {
  return (password) => {
    let key = join(salt, password);
    for (let round = 0; round < Math.max(cost, 1); round++) key = sha256(key);
    return key.slice(0, length);
  };
}

function pbkdf2(hash: string, salt: Uint8Array, iterations: number, length: number): Derive {
  return async (password) => {
    const key = await crypto.subtle.importKey("raw", password as BufferSource, "PBKDF2", false, ["deriveBits"]);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", hash, salt: salt as BufferSource, iterations }, key, length * 8));
  };
}

function derivation({ algorithm, cost, keyLength, salt }: Challenge["parameters"]): Derive {
  const name = algorithm.toUpperCase();
  if (name === "SHA-256") return hashedOften(bytesOf(salt), cost, keyLength);
  if (name.startsWith("PBKDF2/")) return pbkdf2(name.slice(7), bytesOf(salt), cost, keyLength);
  throw new Error("unknown algorithm");
}

/** Counts up until a key fits; null when it takes too long. */
export async function solve({ parameters }: Challenge): Promise<{ counter: number; derivedKey: string; time: number } | null> {
  const derive = derivation(parameters);
  const prefix = parameters.keyPrefix.toLowerCase();
  const password = join(bytesOf(parameters.nonce), new Uint8Array(4));
  const tail = new DataView(password.buffer, password.length - 4);
  const began = performance.now();
  for (let counter = 0; counter < 2 ** 32; counter++) {
    tail.setUint32(0, counter);
    const made = derive(password);
    const derivedKey = hexOf(made instanceof Uint8Array ? made : await made);
    const time = performance.now() - began;
    if (derivedKey.startsWith(prefix)) return { counter, derivedKey, time: Math.floor(time) };
    if (time > MOST_MS) return null;
  }
  return null;
}

self.addEventListener("message", ({ data }: MessageEvent<Challenge>) => {
  solve(data).then((solution) => self.postMessage({ solution }), () => self.postMessage({ solution: null }));
});
