// Dialogs are cloned from the <template> shells of the page, so that their words come from the catalogue.

/** Opens a shell as a modal dialog; it is thrown away when closed, and focus goes back by itself. */
export function openShell(id: string): HTMLDialogElement | null {
  const shell = document.getElementById(id);
  if (!(shell instanceof HTMLTemplateElement)) return null;
  const dialog = (shell.content.cloneNode(true) as DocumentFragment).querySelector("dialog");
  if (!dialog) return null;
  // A menu that led here closes, and gets the focus back when the dialog goes.
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    menu.querySelector("summary")?.focus();
    menu.open = false;
  }
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("[data-close]") || target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  return dialog;
}
