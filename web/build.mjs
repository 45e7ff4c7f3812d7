// Builds dist/: hashed styles, scripts, icons, and manifest.json that maps logical names to hashed ones.
// The same input gives the same bytes: no dates, no absolute paths, names sorted.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { paintIcons } from "./icons/paint.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");
const manifest = {};

/** Writes one file under a name that changes with its content. */
function put(name, content) {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const hashed = name.replace(/(\.[a-z]+)$/, `-${hash}$1`);
  writeFileSync(join(dist, hashed), bytes);
  manifest[name] = hashed;
  return hashed;
}

/** Turns `--x: light-dark(a, b);` into plain blocks for light, dark, and auto. */
function resolveThemes(css) {
  const dark = [];
  const light = css.replace(/^\s*(--[\w-]+): light-dark\((.+?), (.+)\);$/gm, (_, name, a, b) => {
    if (a !== b) dark.push(`  ${name}: ${b};`);
    return `  ${name}: ${a};`;
  });
  const block = `${dark.join("\n")}\n  --shadow-1: none;\n  color-scheme: dark;`;
  return `${light}
:root { color-scheme: light; }
[data-theme="dark"] {\n${block}\n}
@media (prefers-color-scheme: dark) { [data-theme="auto"] {\n${block}\n} }\n`;
}

const themes = {
  name: "themes",
  setup(b) {
    b.onLoad({ filter: /tokens\.css$/ }, ({ path }) => ({ contents: resolveThemes(readFileSync(path, "utf8")), loader: "css" }));
  },
};

async function bundle(entry, options = {}) {
  const result = await build({
    entryPoints: [join(root, entry)], absWorkingDir: root, bundle: true, minify: true, write: false, legalComments: "none", charset: "utf8",
    target: ["chrome100", "firefox102", "safari15.4"], plugins: [themes], ...options,
  });
  return Buffer.from(result.outputFiles[0].contents);
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

put("app.css", await bundle("styles/app.css"));
put("icons.svg", paintIcons(join(root, "icons/names.txt")));
put("favicon.svg", readFileSync(join(root, "icons/favicon.svg")));
for (const name of ["icon-32.png", "icon-180.png", "icon-192.png", "icon-512.png", "badge-96.png"]) put(name, readFileSync(join(root, "icons", name)));
const solver = put("proof-solver.js", await bundle("scripts/proof_solver.ts", { format: "iife" }));
put("app.js", await bundle("scripts/main.ts", { format: "iife", define: { SOLVER: JSON.stringify(solver) } }));
// The worker is fetched by a name that stays. What it keeps belongs to one build.
const version = createHash("sha256").update(JSON.stringify(manifest)).digest("hex").slice(0, 12);
put("service-worker.js", await bundle("scripts/service_worker.ts", { format: "iife", define: { VERSION: JSON.stringify(version) } }));

const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
