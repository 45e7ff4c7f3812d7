// Starts the real program on a free port with a data directory of its own, and speaks to its command line.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.KITH ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/kith");

// What is meant for the tests (KITH_SCREENSHOTS) is no setting of the program, which refuses what it does not know.
const surroundings = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("KITH_")));

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** One community: its address, its command line, and its end. */
export class Kith {
  static async start({ setUp = true, join: joining = "open", languages = "en,ar,de,es,fr", name = "Elmfield", edges = null } = {}) {
    const kith = new Kith();
    kith.data = await mkdtemp(join(tmpdir(), "kith-e2e-"));
    kith.port = await freePort();
    kith.address = `http://127.0.0.1:${kith.port}`;
    kith.password = "seven lanterns over elmfield";
    if (edges) {
      // A made-up community with these friendships; the first one in it is amina.
      const file = join(kith.data, "edges.txt");
      await writeFile(file, edges.map((pair) => pair.join(" ")).join("\n"));
      await kith.run(["demo", "--edges", file, "--password-stdin"], kith.password);
    } else if (setUp) {
      await kith.run(["setup", "--name", name, "--admin", "amina", "--password-stdin", "--join", joining, "--languages", languages, "--base-url", kith.address], kith.password);
    }
    await kith.serve();
    return kith;
  }

  async serve(settings = {}) {
    this.output = "";
    this.child = spawn(program, ["serve", "--data", this.data, "--listen", `127.0.0.1:${this.port}`, "--base-url", this.address], {
      env: { ...surroundings, KITH_RATE_LIMITS: "off", ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on("data", (text) => (this.output += text));
    const end = Date.now() + 30_000;
    for (;;) {
      const ready = await fetch(`${this.address}/health/ready`).catch(() => null);
      if (ready?.ok) return;
      if (this.child.exitCode !== null || Date.now() > end) throw new Error(`kith did not start:\n${this.output}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** Runs one command of the program on this community's data. */
  run(args, input = "") {
    return new Promise((done, fail) => {
      const child = execFile(program, [...args, "--data", this.data], { env: surroundings }, (error, out, err) =>
        error ? fail(new Error(`kith ${args[0]}: ${err || error.message}`)) : done(out));
      child.stdin.end(`${input}\n`);
    });
  }

  /** A confirmed, active member. */
  async member(handle, { role = "member", email = `${handle}@elmfield.test` } = {}) {
    await this.run(["account", "create", handle, "--email", email, "--role", role, "--password-stdin"], this.password);
  }

  /** The path of a one-time key in a letter to `address`, once it is there; without a mail server letters are files. */
  async linkFromMail(address) {
    const folder = join(this.data, "mail");
    for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
      for (const name of await readdir(folder).catch(() => [])) {
        const letter = await readFile(join(folder, name), "utf8");
        const head = letter.split(/\r?\n\r?\n/, 1)[0];
        // The text is the first part; the same as a page stands behind it.
        const part = letter.split(/text\/plain/i)[1]?.split(/\r?\n\r?\n/)[1]?.split(/\r?\n--/)[0] ?? "";
        const words = Buffer.from(part, "base64").toString();
        const link = head.includes(address) && words.match(/\/key\/[\w-]+/);
        if (link) return link[0];
      }
    }
    throw new Error(`no letter with a key came to ${address}`);
  }

  /** Ends the program and starts it anew, on the same data and under other settings. */
  async restart(settings) {
    await this.end();
    await this.serve(settings);
  }

  async end() {
    if (!this.child || this.child.exitCode !== null) return;
    this.child.kill("SIGTERM");
    await new Promise((done) => this.child.once("exit", done));
  }

  async stop() {
    await this.end();
    await rm(this.data, { recursive: true, force: true });
  }
}
