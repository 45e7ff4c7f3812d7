// The numbers in the frame: asked for at `/live/state`, shown at elements with data-badge="notices" or "messages".

export type Numbers = { notices: number; notices_label: string; messages: number; messages_label: string; posts: string | null };

/** The numbers of this moment; with `posts` also the sentence about new posts. */
export async function numbers(posts: Record<string, string> = {}): Promise<Numbers | null> {
  try {
    const answer = await fetch(`/live/state?${new URLSearchParams(posts)}`, { headers: { accept: "application/json" }, credentials: "same-origin" });
    return answer.ok ? ((await answer.json()) as Numbers) : null;
  } catch {
    return null;
  }
}

/** Shows a number wherever it stands, and says it to those who do not see it. */
export function show(name: "notices" | "messages", count: number, label?: string): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-badge="${name}"]`)) {
    let badge = place.matches(".count") ? place : place.querySelector<HTMLElement>(".count");
    if (!badge) {
      if (count === 0) continue;
      badge = document.createElement("span");
      badge.className = "count";
      badge.setAttribute("aria-hidden", "true");
      place.append(badge);
    }
    badge.textContent = String(count);
    badge.hidden = count === 0;
    if (label && place.hasAttribute("aria-label")) place.setAttribute("aria-label", label);
  }
}
