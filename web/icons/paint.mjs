// Paints the sprite: one <symbol> for each line of names.txt, taken from lucide.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folder = join(dirname(createRequire(import.meta.url).resolve("lucide-static/package.json")), "icons");

/** Returns the text of the sprite; throws when lucide has no icon of a listed name. */
export function paintIcons(list) {
  const lines = readFileSync(list, "utf8").split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));
  const symbols = lines.map((line) => {
    const [name, source = name] = line.split(" = ");
    const svg = readFileSync(join(folder, `${source}.svg`), "utf8").replace(/<!--[^]*?-->/g, "");
    const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "").trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`;
}
