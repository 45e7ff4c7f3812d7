// Pictures for posts: painted by the browser itself, so that tests need no files from elsewhere.
import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

const scenes = [
  { sky: ["#fde4b8", "#f3a96b"], hills: ["#8fb07a", "#5f8a55", "#3f6a43"], sun: "#fff4d6" },
  { sky: ["#cfe6f3", "#8cbcd9"], hills: ["#6f93a8", "#4b7289", "#2f5468"], sun: "#ffffff" },
  { sky: ["#f7d6df", "#d98fa8"], hills: ["#a8657f", "#7f455f", "#5a2d44"], sun: "#ffeef2" },
  { sky: ["#e3ecd0", "#b4cf95"], hills: ["#7fa66a", "#5c874e", "#3f6638"], sun: "#fdf7d8" },
];

/** A JPEG of a landscape; `number` chooses which one. */
export async function picture(browser, number, { width = 1200, height = 900 } = {}) {
  const scene = scenes[number % scenes.length];
  const hill = (top, seed) => {
    const points = Array.from({ length: 9 }, (_, x) => `${(x / 8) * width},${top + Math.sin(x * 1.3 + seed) * height * 0.06}`);
    return `<polygon fill="${scene.hills[seed % 3]}" points="0,${height} ${points.join(" ")} ${width},${height}"/>`;
  };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${scene.sky[0]}"/><stop offset="1" stop-color="${scene.sky[1]}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/><circle cx="${width * (0.25 + 0.17 * number)}" cy="${height * 0.3}" r="${height * 0.09}" fill="${scene.sun}"/>${hill(height * 0.55, 0)}${hill(height * 0.68, 1)}${hill(height * 0.82, 2)}</svg>`;
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  const buffer = await page.screenshot({ type: "jpeg", quality: 85 });
  await page.close();
  return { name: `picture-${number}.jpg`, mimeType: "image/jpeg", buffer };
}

/** A PNG of noise, which does not compress: three bytes for every point. */
export function noise(width, height) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8); // eight bits for each of red, green and blue
  const lines = Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), randomBytes(width * 3)]));
  const buffer = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.concat(lines), { level: 0 })), chunk("IEND", Buffer.alloc(0))]);
  return { name: "noise.png", mimeType: "image/png", buffer };
}
