// Serves the style guide with the same security policy as the real pages: `npm run gallery`, then open the address it prints.
// ?theme=light|dark|auto and ?lang=en|ar. The fragments use the calls of the templates ({{ ui::icon("home") }}),
// and [[English|العربية]] for words in two languages; so a page of the product copies a fragment and replaces the words.
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { landscape, portrait } from "./pictures.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../dist");
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; manifest-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const TYPES = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".html": "text/html; charset=utf-8", ".png": "image/png", ".json": "application/json" };
const SHELLS = readFileSync(join(here, "../../crates/kith-web/templates/_overlays.html"), "utf8").replace(/\{#-?[^]*?-?#\}/g, "");
const WORDS = { "frame-new-post": "[[New post|منشور جديد]]", "action-close": "[[Close|إغلاق]]", "frame-loading": "[[Loading|جارٍ التحميل]]", "frame-sure": "[[Are you sure?|هل أنت متأكد؟]]", "action-cancel": "[[Cancel|إلغاء]]", "action-confirm": "[[Confirm|تأكيد]]", "frame-viewer": "[[Photo|صورة]]", "action-previous": "[[Previous|السابق]]", "action-next": "[[Next|التالي]]" };

function expand(text, manifest, query) {
  const arabic = query.get("lang") === "ar";
  return text
    .replace(/\{\{ frame\.l\.t\("([\w-]+)"\) \}\}/g, (_, key) => WORDS[key] ?? key)
    .replace(/\{\{ ui::icon\("([\w-]+)"(?:, "([\w -]+)")?\) \}\}/g, (_, name, more) => `<svg class="icon${more ? ` ${more}` : ""}" aria-hidden="true"><use href="/assets/${manifest["icons.svg"]}#${name}"/></svg>`)
    .replace(/\{\{ ui::mark\((?:"([\w -]+)")?\) \}\}/g, (_, more) => `<svg class="mark${more ? ` ${more}` : ""}" viewBox="0 0 32 32" aria-hidden="true"><circle class="mark-disc" cx="11.5" cy="16" r="9.5"/><circle class="mark-ring" cx="20.5" cy="16" r="9"/></svg>`)
    .replace(/\{\{ ui::csrf\(\) \}\}/g, '<input type="hidden" name="csrf" value="sample">')
    .replace(/\{\{ theme \}\}/g, query.get("theme") ?? "light")
    .replace(/\{\{ lang \}\}/g, arabic ? "ar" : "en")
    .replace(/\{\{ dir \}\}/g, arabic ? "rtl" : "ltr")
    .replace(/\{\{ asset "([\w.-]+)" \}\}/g, (_, name) => `/assets/${manifest[name]}`)
    .replace(/\[\[(.*?)\|(.*?)\]\]/g, (_, en, ar) => (arabic ? ar : en));
}

/** A page is a fragment whose first line names its frame: <!-- frame: _member.html; title: Home; class: wide-frame -->. */
function render(name, query) {
  const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  const fragment = readFileSync(join(here, `${name}.html`), "utf8");
  const facts = Object.fromEntries((fragment.match(/^<!-- (.*?) -->/)?.[1] ?? "").split("; ").map((fact) => fact.split(": ")));
  const [main, rail = ""] = fragment.replace(/^<!--.*?-->\n/, "").split("<!-- rail -->\n");
  const page = readFileSync(join(here, facts.frame), "utf8").replace("{{ title }}", facts.title).replace("{{ class }}", facts.class ?? "").replace("{{ main }}", () => main).replace("{{ rail }}", () => rail).replace("{{ shells }}", () => SHELLS);
  return expand(page, manifest, query);
}

function answer(path, query) {
  if (path.startsWith("/assets/")) return [TYPES[extname(path)], readFileSync(join(dist, path.slice(8).replaceAll("/", "")))];
  const picture = path.match(/^\/picture\/(\d+)(?:-(\d+)x(\d+))?$/);
  if (picture) return [TYPES[".svg"], landscape(...picture.slice(1).filter(Boolean).map(Number))];
  const face = path.match(/^\/face\/(\d+)$/);
  if (face) return [TYPES[".svg"], portrait(Number(face[1]))];
  const names = readdirSync(here).filter((file) => /^[a-z].*\.html$/.test(file)).map((file) => file.slice(0, -5));
  if (path === "/") return [TYPES[".html"], `<!doctype html><title>Style guide</title><ul>${names.map((n) => `<li><a href="/${n}">${n}</a> <a href="/${n}?theme=dark">dark</a> <a href="/${n}?lang=ar">rtl</a>`).join("")}</ul>`];
  const name = path === "/new" ? "composer" : path.slice(1);
  return names.includes(name) ? [TYPES[".html"], render(name, query)] : null;
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://gallery");
  request.resume();
  if (request.method === "POST" && pathname === "/media") return void setTimeout(() => response.writeHead(200, { "content-type": "application/json" }).end('{"id":"7","url":"/picture/3"}'), 300);
  if (request.method === "POST" && pathname === "/password-strength") return void response.writeHead(200, { "content-type": "application/json" }).end('{"score":2,"text":"Fair. Add another word."}');
  if (request.method === "POST") return void response.writeHead(204).end();
  const found = answer(pathname, searchParams);
  if (!found) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": found[0], "content-security-policy": POLICY, "cache-control": "no-store" }).end(found[1]);
});
server.listen(Number(process.argv[2] ?? 4180), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
