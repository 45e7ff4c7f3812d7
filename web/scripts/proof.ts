// Proof of work for forms of strangers: <div data-proof data-challenge-url="/proof"><input name="altcha" type="hidden">…
// Starts when someone touches the form, works in a thread of its own, and holds the form back until it is done. A proof
// lives for half an hour; a form that stood open longer works out a new one before it is sent.
import { whenThereIs } from "./awaken";

declare const SOLVER: string; // hashed file name, set by the build

/** A proof that would end on its way to the server is worth nothing. */
const MARGIN_MS = 60_000;

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;

interface Challenge { parameters: { data?: { until?: number } } }

/** When the challenge ends by the clock of this browser, which need not agree with the server's. */
function endOf(challenge: Challenge, answer: Response): number {
  const now = Date.now();
  const theirs = Date.parse(answer.headers.get("date") ?? "");
  return now + (challenge.parameters.data?.until ?? Infinity) - (Number.isNaN(theirs) ? now : theirs);
}

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
  let endsAt = Infinity;
  const tell = (text: string | undefined, state: string) => {
    box.dataset.state = state;
    if (words) words.textContent = text ?? "";
  };
  const begin = () => (work ??= (async () => {
    tell(box.dataset.working, "working");
    try {
      const answer = await fetch(box.dataset.challengeUrl ?? "/proof", { credentials: "same-origin" });
      const challenge = (await answer.json()) as Challenge;
      endsAt = endOf(challenge, answer);
      input.value = await solve(challenge);
      tell(box.dataset.done, "done");
    } catch {
      tell(box.dataset.failed, "failed"); // a person decides instead
    }
  })());
  form.addEventListener("focusin", begin, { once: true });
  form.addEventListener("submit", (event) => {
    if (box.dataset.state === "failed") return;
    if (box.dataset.state === "done") {
      if (Date.now() < endsAt - MARGIN_MS) return;
      work = null;
      input.value = "";
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter as HTMLElement | null;
    void begin().then(() => form.requestSubmit(submitter));
  }, { capture: true });
  // A page that comes back from memory may hold a proof that is spent.
  addEventListener("pageshow", (event) => { if (event.persisted) { work = null; input.value = ""; tell("", ""); } });
});
