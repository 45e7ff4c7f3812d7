// Proof of work for forms of strangers: <div data-proof data-challenge-url="/proof"><input name="altcha" type="hidden">…
// Starts when someone touches the form, works in a thread of its own, and holds the form back until it is done.
import { whenThereIs } from "./awaken";

declare const SOLVER: string; // hashed file name, set by the build

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;

function solve(challenge: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(SOLVER, here));
    worker.addEventListener("message", ({ data }: MessageEvent<{ solution?: object }>) => {
      worker.terminate();
      if (data.solution) resolve(btoa(JSON.stringify({ challenge, solution: data.solution })));
      else reject(new Error("unsolved"));
    });
    worker.addEventListener("error", () => { worker.terminate(); reject(new Error("worker")); });
    worker.postMessage(challenge);
  });
}

whenThereIs("[data-proof]", (box) => {
  const form = box.closest("form");
  const input = box.querySelector<HTMLInputElement>("input[name=altcha]");
  const words = box.querySelector("[data-proof-text]");
  if (!form || !input) return;
  let work: Promise<void> | null = null;
  const tell = (text: string | undefined, state: string) => {
    box.dataset.state = state;
    if (words) words.textContent = text ?? "";
  };
  const begin = () => (work ??= (async () => {
    tell(box.dataset.working, "working");
    try {
      const answer = await fetch(box.dataset.challengeUrl ?? "/proof", { credentials: "same-origin" });
      input.value = await solve(await answer.json());
      tell(box.dataset.done, "done");
    } catch {
      tell(box.dataset.failed, "failed"); // a person decides instead
    }
  })());
  form.addEventListener("focusin", begin, { once: true });
  form.addEventListener("submit", (event) => {
    if (box.dataset.state === "done" || box.dataset.state === "failed") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter as HTMLElement | null;
    void begin().then(() => form.requestSubmit(submitter));
  }, { capture: true });
  // A challenge does not live for ever: a form left open takes a new one.
  addEventListener("pageshow", (event) => { if (event.persisted) { work = null; input.value = ""; tell("", ""); } });
});
