// Part of the worker: what another app shares. Photos are sent first, then the composer opens with all of it.
import { TOKEN, ask } from "./service_worker_shell";

const PHOTOS = 20;
const LONGEST = 4000; // it travels in an address

export async function takeShared(request: Request): Promise<Response> {
  const query = new URLSearchParams();
  try {
    const form = await request.formData();
    for (const name of ["title", "text", "url"]) {
      const words = form.get(name);
      if (typeof words === "string" && words) query.set(name, words.slice(0, LONGEST));
    }
    for (const id of await send(form.getAll("photos"))) query.append("photo", id);
  } catch {
    // Half of it is better than an error page: what arrived is in the composer, and the rest can be added there.
  }
  return Response.redirect(`/share?${query}`, 303);
}

async function send(entries: FormDataEntryValue[]): Promise<string[]> {
  const photos = entries.filter((entry): entry is File => entry instanceof File && entry.size > 0).slice(0, PHOTOS);
  const [csrf = ""] = photos.length ? await ask(TOKEN) : [];
  const ids: string[] = [];
  for (const photo of csrf ? photos : []) {
    const body = new FormData();
    body.set("file", photo);
    const answer = await fetch("/media", { method: "POST", body, headers: { "x-csrf-token": csrf, accept: "application/json" } });
    if (answer.ok) ids.push(((await answer.json()) as { id: string }).id);
  }
  return ids;
}
