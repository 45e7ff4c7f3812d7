// The rules that a build must keep: sizes, logical properties, colours in one file, small scripts, no words in scripts.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = dirname(fileURLToPath(import.meta.url));
const problems = [];
const read = (...path) => readFileSync(join(root, ...path), "utf8");

const manifest = JSON.parse(read("dist", "manifest.json"));
for (const [name, budget] of [["app.js", 50], ["app.css", 30], ["proof-solver.js", 5], ["service-worker.js", 5], ["icons.svg", 15]]) {
  const size = gzipSync(readFileSync(join(root, "dist", manifest[name])), { level: 9 }).length;
  console.log(`${name.padEnd(16)} ${(size / 1024).toFixed(1).padStart(5)} KB gz of ${budget}`);
  if (size > budget * 1024) problems.push(`${name} is larger than ${budget} KB compressed`);
}

const SIDED = /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|left|right|float|(?:min-|max-)?(?:width|height)|border-(?:top|bottom)-(?:left|right)-radius)\s*:|text-align:\s*(?:left|right)/;
// Four values name right and left, which have to be the same.
const FOUR = /(?:^|[\s;{])(?:margin|padding|inset|border-(?:width|color|style)|scroll-(?:margin|padding)):\s*([^;}]+)/g;
function values(text) {
  const found = [""];
  let depth = 0;
  for (const sign of text.trim()) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (sign === " " && depth === 0) found.push(""); else found[found.length - 1] += sign;
  }
  return found.filter(Boolean);
}
const isLopsided = (rules) => [...rules.matchAll(FOUR)].map((match) => values(match[1])).some((sides) => sides.length === 4 && sides[1] !== sides[3]);
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i;
for (const file of readdirSync(join(root, "styles"))) {
  read("styles", file).split("\n").forEach((line, index) => {
    const place = `styles/${file}:${index + 1}`;
    const rules = line.replace(/\/\*.*?\*\//g, "").replace(/\((?:min-|max-)(?:width|height):[^)]*\)/g, "");
    if (SIDED.test(rules) || isLopsided(rules)) problems.push(`${place}: a physical side; use the logical property`);
    if (file !== "tokens.css" && COLOUR.test(rules.replace(/url\([^)]*\)/g, ""))) problems.push(`${place}: a colour outside tokens.css`);
  });
}

for (const file of readdirSync(join(root, "scripts"))) {
  const lines = read("scripts", file).split("\n").length;
  if (lines > 125) problems.push(`scripts/${file}: ${lines} lines; split it by purpose`);
  if (!read("scripts", file).startsWith("//")) problems.push(`scripts/${file}: opens without saying what it is for`);
}

for (const file of readdirSync(join(root, "gallery")).filter((name) => name.endsWith(".html"))) {
  if (/<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=/i.test(read("gallery", file))) problems.push(`gallery/${file}: inline script or style`);
}

for (const problem of problems) console.error(problem);
process.exit(problems.length ? 1 : 0);
