// How strong a new password is, as the server sees it: <input type="password" data-strength="meter-id">.
// POST /password-strength answers what the form would: it knows the name and the address beside the password too.
// It answers { score: 0..4, text }.
import { whenThereIs } from "./awaken";
import { send } from "./ask_server";

whenThereIs("input[data-strength]", (element) => {
  const input = element as HTMLInputElement;
  const meter = document.getElementById(input.dataset.strength ?? "");
  const bar = meter?.querySelector("progress");
  const words = meter?.querySelector("[data-text]");
  if (!meter || !bar || !words) return;
  let timer = 0;
  const beside = (name: string) => input.form?.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "";
  const ask = async () => {
    const password = input.value;
    meter.hidden = !password;
    if (!password) return;
    try {
      const { score, text } = (await (await send("/password-strength", { password, handle: beside("handle"), display_name: beside("display_name"), email: beside("email") })).json()) as { score: number; text: string };
      if (password !== input.value) return;
      bar.value = Math.max(score, 0.35);
      bar.dataset.score = String(score);
      words.textContent = text;
    } catch {
      meter.hidden = true; // the server says it again when the form is sent
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), 350);
  });
});
