// Requests to our own server carry the page's token.
export function token(): string {
  return document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
}

/** Sends a form in the background; rejects when the server does not agree. */
export async function send(address: string, fields: Record<string, string> | FormData): Promise<Response> {
  const body = fields instanceof FormData ? new URLSearchParams([...fields].map(([k, v]) => [k, String(v)])) : new URLSearchParams(fields);
  const answer = await fetch(address, { method: "POST", body, headers: { "x-csrf-token": token(), accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

/** Loads a page of ours as a document. */
export async function page(address: string): Promise<Document> {
  const answer = await fetch(address, { headers: { accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Puts the token of today's session into every form of this page. */
export async function freshToken(): Promise<void> {
  const fresh = (await page(location.href)).querySelector<HTMLMetaElement>("meta[name=csrf]")?.content;
  if (!fresh) return;
  document.querySelector("meta[name=csrf]")?.setAttribute("content", fresh);
  for (const field of document.querySelectorAll<HTMLInputElement>("input[name=csrf]")) field.value = fresh;
}
