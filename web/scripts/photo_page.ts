// Keys on the page of one photo: the arrows follow the links to its neighbours, Escape the way back.
document.addEventListener("keydown", (event) => {
  const page = document.querySelector("[data-photo-page]");
  const target = event.target as Element;
  if (!page || event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, dialog")) return;
  const rtl = document.documentElement.dir === "rtl";
  const back = rtl ? "ArrowRight" : "ArrowLeft";
  const forth = rtl ? "ArrowLeft" : "ArrowRight";
  const link = event.key === back ? "a[rel=prev]" : event.key === forth ? "a[rel=next]" : event.key === "Escape" ? "a[data-photo-close]" : "";
  const follow = link && page.querySelector<HTMLAnchorElement>(link);
  if (follow) { event.preventDefault(); follow.click(); }
});
