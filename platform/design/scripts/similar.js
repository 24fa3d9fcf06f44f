/* Asking a question: what looks like it appears below the field while one types. Without this it comes as a step. */
(() => {
  const PAUSE = 600;
  const SHORTEST = 12;

  window.htmx.onLoad((root) => {
    const form = root.querySelector?.("[data-similar]");
    const input = form?.querySelector("[name=wording]");
    const shown = form?.querySelector("[data-similar-shown]");
    if (!input || !shown) return;
    let timer = 0;
    let asking = null;
    let last = input.value.trim();

    const look = async () => {
      const text = input.value.trim();
      if (text === last || text.length < SHORTEST) return;
      last = text;
      asking?.abort();
      asking = new AbortController();
      try {
        const address = `${form.dataset.similar}?${new URLSearchParams({ vraag: text })}`;
        const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
        if (!answer.ok) return;
        const had = shown.childElementCount > 0;
        shown.innerHTML = await answer.text();
        if (!had && shown.childElementCount > 0) document.getElementById("announcer").textContent = form.dataset.similarFound;
      } catch {
        /* Nothing was found out: sending the form shows what there is. */
      }
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    });
  });
})();
