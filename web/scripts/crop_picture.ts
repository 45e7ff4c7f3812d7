// The part of a photo that becomes the face or the cover: <template data-crop> in its form is shown once a file is
// chosen. The photo is moved by dragging or by arrow keys and enlarged by a slider; the form says which part it was.
import { whenThereIs } from "./awaken";

const STEP = 0.04; // of the frame, with each press of an arrow key
const SMALLEST = 0.011; // of a side; the server takes nothing below 0.01
const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

whenThereIs("template[data-crop]", (element) => {
  const shell = element as HTMLTemplateElement;
  const input = shell.closest("form")?.querySelector<HTMLInputElement>("input[type=file]");
  let part: HTMLElement | null = null;
  input?.addEventListener("change", () => {
    part?.remove();
    part = null;
    const file = input.files?.[0];
    if (!file?.type.startsWith("image/")) return;
    part = (shell.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>(".crop");
    if (!part) return;
    shell.before(part);
    choose(part, URL.createObjectURL(file));
  });
});

function choose(part: HTMLElement, address: string): void {
  const frame = part.querySelector<HTMLElement>("[data-crop-frame]");
  const picture = part.querySelector("img");
  const zoom = part.querySelector<HTMLInputElement>("input[type=range]");
  if (!frame || !picture || !zoom) return;
  const field = (name: string) => part.querySelector<HTMLInputElement>(`input[name=crop_${name}]`);
  // The middle of what is shown, in shares of the picture, so that enlarging and turning the device keep it.
  let [x, y] = [0.5, 0.5];

  const place = () => {
    const { clientWidth: width, clientHeight: height } = frame;
    const { naturalWidth, naturalHeight } = picture;
    if (!width || !naturalWidth) return;
    const fit = Math.max(width / naturalWidth, height / naturalHeight);
    const whole = Math.min(width / (naturalWidth * fit), height / (naturalHeight * fit));
    zoom.max = String(Math.max(1, Math.min(4, whole / SMALLEST)));
    const scale = fit * Number(zoom.value);
    const [w, h] = [width / (naturalWidth * scale), height / (naturalHeight * scale)];
    x = Math.min(Math.max(x, w / 2), 1 - w / 2);
    y = Math.min(Math.max(y, h / 2), 1 - h / 2);
    picture.style.inlineSize = `${naturalWidth * scale}px`;
    picture.style.blockSize = `${naturalHeight * scale}px`;
    picture.style.transform = `translate(${-(x - w / 2) * naturalWidth * scale}px, ${-(y - h / 2) * naturalHeight * scale}px)`;
    for (const [name, value] of Object.entries({ x: x - w / 2, y: y - h / 2, w, h })) field(name)?.setAttribute("value", Math.min(Math.max(value, 0), 1).toFixed(5));
  };
  const move = (across: number, down: number) => {
    x -= across / (picture.clientWidth || 1);
    y -= down / (picture.clientHeight || 1);
    place();
  };

  picture.addEventListener("load", place);
  // What this browser cannot show, the server may still take: then it takes the middle.
  picture.addEventListener("error", () => part.remove());
  picture.src = address;
  zoom.addEventListener("input", place);
  new ResizeObserver(place).observe(frame);
  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    frame.focus({ preventScroll: true });
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener("pointermove", (event) => {
    if (frame.hasPointerCapture(event.pointerId)) move(event.movementX, event.movementY);
  });
  frame.addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    move(way[0] * STEP * frame.clientWidth, way[1] * STEP * frame.clientWidth);
  });
}
