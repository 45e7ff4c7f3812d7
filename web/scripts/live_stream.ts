// The stream of news itself: opened from a place in the order, and replaced by asking now and then where none can be had.

/** What came: its kind, its data as JSON or a sentence, its place in the order if it has one. */
export type Told = { kind: string; data: string; id: string };

const KINDS = ["hello", "posts", "notice", "message", "message-changed", "conversation", "read", "typing", "gap"];
const PATIENCE = 15_000, POLL = 30_000, POLLS = 4, FAILURES = 2;

/** Kinds that are not told to those who come later. */
export const PASSING = ["hello", "posts", "typing", "state"];

/** Whether `id` lies at or before `mark` in the order; never when they are of different runs of the server. */
export function reaches(mark: string, id: string): boolean {
  const [run, place] = id.split("-"), [own, ours] = mark.split("-");
  return run === own && Number(place) <= Number(ours);
}

/** A stream that hands all that comes to `tell`; `query` is asked for the address each time it is opened. */
export class Stream {
  #source: EventSource | null = null;
  #failures = 0;
  #patience = 0;
  #poll = 0;

  constructor(private readonly tell: (told: Told) => void, private readonly query: () => URLSearchParams) {}

  open(): void {
    if (this.#source) return;
    clearInterval(this.#poll);
    const source = this.#source = new EventSource(`/live?${this.query()}`);
    for (const kind of KINDS) source.addEventListener(kind, (event) => {
      clearTimeout(this.#patience);
      this.#failures = 0;
      // An event without a place repeats that of the one before.
      const id = PASSING.includes(kind) && kind !== "hello" ? "" : event.lastEventId;
      this.tell({ kind, data: String(event.data), id });
    });
    // Short of the end it tries again by itself, from the place it has reached.
    source.addEventListener("error", () => {
      this.#failures += 1;
      if (this.#failures >= FAILURES || source.readyState === EventSource.CLOSED) this.#fall();
    });
    // A proxy may hold back what comes without calling it a failure.
    this.#patience = setTimeout(() => this.#fall(), PATIENCE);
  }

  close(): void {
    clearTimeout(this.#patience);
    clearInterval(this.#poll);
    this.#source?.close();
    this.#source = null;
  }

  /** Begins anew, from where the page has heard. */
  again(): void {
    this.close();
    this.#failures = 0;
    this.open();
  }

  /** Falls back to asking, and tries a stream again after a while. */
  #fall(): void {
    this.close();
    let asked = 0;
    this.#poll = setInterval(() => {
      asked += 1;
      if (asked % POLLS === 0) this.again(); else this.tell({ kind: "gap", data: "{}", id: "" });
    }, POLL);
  }
}
