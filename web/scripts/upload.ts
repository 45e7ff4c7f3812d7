// Sends one file to the server and tells how far it is. XMLHttpRequest, because fetch does not report upload progress.
import { token } from "./ask_server";

export interface Uploaded { id?: string; url?: string; problem?: string }

export function upload(file: File, progress: (part: number) => void): { done: Promise<Uploaded>; stop: () => void } {
  const request = new XMLHttpRequest();
  const done = new Promise<Uploaded>((resolve, reject) => {
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const answer = request.response as Uploaded | null;
      if (answer && (answer.id || answer.problem)) resolve(answer);
      else reject(new Error(String(request.status)));
    });
    request.addEventListener("error", () => reject(new Error("network")));
    request.addEventListener("abort", () => reject(new Error("stopped")));
    request.open("POST", "/media");
    request.responseType = "json";
    request.setRequestHeader("x-csrf-token", token());
    request.setRequestHeader("accept", "application/json");
    const body = new FormData();
    body.append("file", file);
    request.send(body);
  });
  return { done, stop: () => request.abort() };
}
