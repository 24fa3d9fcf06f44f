/* Writing at length, such as a verantwoording or an answer: what is typed is kept on the server. Without this the
   button keeps it. */
(() => {
  const PAUSE = 1500;
  /* A browser sends no more than 64 kB along while it leaves a page. */
  const MOST_WHILE_LEAVING = 20000;

  const keepDraft = (form) => {
    const said = form.querySelector("[data-draft-said]");
    const number = form.elements.draft_version;
    let timer = 0;
    let hasNews = false;
    let isOver = false;

    const keep = async () => {
      clearTimeout(timer);
      if (!hasNews || isOver) return;
      hasNews = false;
      const sent = String(Number(number.value || 0) + 1);
      number.value = sent;
      const body = new FormData(form);
      const keepalive = [...body.values()].join("").length < MOST_WHILE_LEAVING;
      try {
        const answer = await fetch(form.dataset.keepsDraft, { method: "POST", body, keepalive });
        if (isOver || sent !== number.value) return;
        if (!answer.ok) {
          said.textContent = form.dataset.notNow ?? "";
          return;
        }
        const { kept } = await answer.json();
        said.textContent = kept ? form.dataset.kept : form.dataset.notKept;
        isOver = !kept;
        const { draftAddress } = form.dataset;
        if (kept && draftAddress) window.history.replaceState(window.history.state, "", draftAddress);
      } catch { /* no network: the text is still in the form, and the next letter tries again */ }
    };
    form.addEventListener("input", () => {
      hasNews = true;
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    });
    form.addEventListener("submit", () => { isOver = true; });
    document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
  };

  window.htmx.onLoad((root) => root.querySelectorAll("[data-keeps-draft]").forEach(keepDraft));
})();
