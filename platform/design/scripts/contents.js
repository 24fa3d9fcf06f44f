/* "Op deze pagina": marks the part that is being read. */
(() => {
  const watch = (nav) => {
    const links = [...nav.querySelectorAll("a")];
    const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let waiting = false;
    const mark = () => {
      waiting = false;
      const line = window.innerHeight * 0.3;
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 4;
      let current = parts.findLastIndex((part) => part && part.getBoundingClientRect().top <= line);
      if (atEnd) current = parts.length - 1;
      links.forEach((link, index) => {
        if (index === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    const soon = () => { if (!waiting) { waiting = true; requestAnimationFrame(mark); } };
    window.addEventListener("scroll", soon, { passive: true });
    window.addEventListener("resize", soon, { passive: true });
    mark();
  };
  window.htmx.onLoad((root) => root.querySelectorAll("[data-contents]").forEach(watch));
})();
