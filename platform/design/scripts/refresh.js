/* Results that refresh in place. Every link and form in them works without this; the address always tells the search. */
(() => {
  const narrow = window.matchMedia("(max-width: 59.99rem)");
  const opened = new Map();
  let filtersOpened = false;

  const settle = (area) => {
    const filters = area.querySelector("[data-filters]");
    filters.open = !narrow.matches || filtersOpened;
    filters.dataset.ready = "";
    for (const facet of area.querySelectorAll("[data-facet]")) {
      if (opened.has(facet.dataset.facet)) facet.open = opened.get(facet.dataset.facet);
    }
  };

  const tell = (area) => {
    document.getElementById("announcer").textContent = area.dataset.live.trim();
    if (area.dataset.title) document.title = area.dataset.title;
    const field = document.querySelector("#search-form input[name=q]");
    if (field && field !== document.activeElement) field.value = area.dataset.typed;
  };

  document.addEventListener("click", (event) => {
    const summary = event.target.closest?.("summary");
    const details = summary?.parentElement;
    if (details?.dataset.facet) opened.set(details.dataset.facet, !details.open);
    if (details && "filters" in details.dataset) filtersOpened = !details.open;
  });
  narrow.addEventListener("change", () => document.querySelectorAll("#result-area").forEach(settle));

  document.addEventListener("htmx:configRequest", (event) => {
    const { parameters } = event.detail;
    for (const name of Object.keys(parameters)) if (parameters[name] === "") delete parameters[name];
  });
  document.addEventListener("htmx:afterSwap", () => document.querySelectorAll("#result-area").forEach(tell));
  /* What cannot be refreshed in place is asked for as a whole page, so that the reader sees what is wrong. */
  for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, (event) => window.location.assign(event.detail.pathInfo.finalRequestPath));
  }
  window.htmx.onLoad((root) => {
    if (root.id === "result-area") settle(root);
    else root.querySelectorAll("#result-area").forEach(settle);
  });
})();
