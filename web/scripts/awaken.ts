// Starts the scripts of elements, once each: at page load and when a fragment arrives.
type Start = (element: HTMLElement) => void;

const starters: [selector: string, start: Start, seen: WeakSet<Element>][] = [];

/** Registers what to do with every element that matches, now and later. */
export function whenThereIs(selector: string, start: Start): void {
  starters.push([selector, start, new WeakSet()]);
}

/** Starts everything inside `root` that has not been started yet. */
export function awaken(root: ParentNode): void {
  for (const [selector, start, seen] of starters) {
    const found = [...root.querySelectorAll<HTMLElement>(selector)];
    if (root instanceof HTMLElement && root.matches(selector)) found.unshift(root);
    for (const element of found) {
      if (seen.has(element)) continue;
      seen.add(element);
      start(element);
    }
  }
}

/** The element a delegated event is about, if it lies inside one that matches. */
export function within(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}
