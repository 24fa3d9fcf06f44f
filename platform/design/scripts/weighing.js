/* Choosing on the menukaart: what is ticked goes along in every address of the list, so that a filter, another order or
   another page keeps it. Without this a button does so. */
(() => {
  const NAME = "p";
  const MOST = 4;

  const chosen = () => {
    const boxes = [...(document.getElementById("vergelijk")?.elements ?? [])].filter((box) => box.name === NAME);
    return boxes.filter((box) => box.type === "hidden" || box.checked);
  };

  const tell = () => {
    const text = document.querySelector("#vergelijk .compare-bar__text");
    if (!text) return;
    text.dataset.none ??= text.textContent;
    const titles = chosen().map((box) => box.dataset.title);
    const more = titles.length === 1 ? text.dataset.oneMore : titles.length > MOST ? text.dataset.tooMany : "";
    text.textContent = titles.length ? `${text.dataset.chosen} ${titles.join(", ")}. ${more}`.trim() : text.dataset.none;
  };

  const along = (address, ids) => {
    const url = new URL(address, window.location.href);
    url.searchParams.delete(NAME);
    for (const id of ids) url.searchParams.append(NAME, id);
    return url;
  };

  const hidden = (form, id) => {
    const input = Object.assign(document.createElement("input"), { type: "hidden", name: NAME, value: id });
    input.setAttribute("form", form.id);
    return input;
  };

  const idsFor = (link) => chosen().map((box) => box.value).filter((id) => id !== link.dataset.without);

  const carry = (area) => {
    const ids = chosen().map((box) => box.value);
    for (const link of area.querySelectorAll('a[href^="?"]')) {
      link.setAttribute("href", along(link.href, idsFor(link)).search || "?");
    }
    for (const form of document.querySelectorAll("#search-form, #years")) {
      for (const input of [...form.elements].filter((element) => element.name === NAME)) input.remove();
      area.append(...ids.map((id) => hidden(form, id)));
    }
    window.history.replaceState(window.history.state, "", along(window.location.href, ids));
  };

  document.addEventListener("change", (event) => {
    const area = event.target.closest?.("#result-area");
    if (area && event.target.matches('input[type="checkbox"][form="vergelijk"]')) {
      carry(area);
      tell();
    }
  });
  /* What refreshes in place knows the address that the link had at first. */
  document.addEventListener("htmx:configRequest", (event) => {
    const { elt } = event.detail;
    if (!elt.matches('#result-area a[href^="?"]') || !document.getElementById("vergelijk")) return;
    const url = along(event.detail.path, idsFor(elt));
    event.detail.path = `${url.pathname}${url.search}`;
  });
  window.htmx.onLoad((root) => {
    for (const button of root.querySelectorAll("#vergelijk [data-without-scripts]")) button.hidden = true;
    if (chosen().length) tell();
  });
})();
