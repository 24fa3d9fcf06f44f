/* Recently read: kept on this device alone, sent nowhere, and only as long as its reader wants. */
(() => {
  const LIST = "onlangs-gelezen";
  const OFF = "onlangs-gelezen-uit";
  const MOST = 20;

  /* A browser may refuse to keep anything; then nothing is kept. */
  const attempt = (what, otherwise) => {
    try {
      return what();
    } catch {
      return otherwise;
    }
  };
  const isPage = (page) => typeof page?.title === "string" && typeof page.path === "string" && /^\/(?!\/)/.test(page.path);
  const kept = () => attempt(() => JSON.parse(localStorage.getItem(LIST) ?? "[]").filter(isPage), []);
  const keep = (pages) => attempt(() => localStorage.setItem(LIST, JSON.stringify(pages)));
  const isOff = () => attempt(() => localStorage.getItem(OFF) === "1", true);

  const remember = (mark) => {
    if (isOff()) return;
    const page = { path: mark.dataset.read, title: mark.dataset.readTitle, kind: mark.dataset.readKind };
    keep([page, ...kept().filter((other) => other.path !== page.path)].slice(0, MOST));
  };

  const show = (area) => {
    const part = (name) => area.querySelector(`[data-recently-read-${name}]`);
    const [status, list, ways, clear, toggle] = ["status", "list", "ways", "clear", "switch"].map(part);
    const draw = (said) => {
      const pages = kept();
      list.replaceChildren(...pages.map((page) => {
        const link = Object.assign(document.createElement("a"), { className: "kept-list__title", textContent: page.title });
        link.href = page.path;
        const kind = Object.assign(document.createElement("span"), { className: "kept__note", textContent: page.kind ?? "" });
        const item = Object.assign(document.createElement("li"), { className: "kept-list__item" });
        item.append(link, kind);
        return item;
      }));
      list.hidden = pages.length === 0;
      clear.hidden = pages.length === 0;
      status.textContent = said || (isOff() ? area.dataset.off : pages.length ? "" : area.dataset.empty);
      toggle.textContent = isOff() ? toggle.dataset.on : toggle.dataset.off;
      ways.hidden = false;
    };
    clear.addEventListener("click", () => { keep([]); draw(area.dataset.cleared); toggle.focus(); });
    toggle.addEventListener("click", () => {
      attempt(() => (isOff() ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
      if (isOff()) keep([]);
      draw();
    });
    draw();
  };

  window.htmx.onLoad((root) => {
    root.querySelectorAll("[data-read]").forEach(remember);
    root.querySelectorAll("[data-recently-read]").forEach(show);
  });
})();
