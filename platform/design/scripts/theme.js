/* Light or dark: the reader's own choice, kept on this device only. Runs before the page is drawn. */
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const remembered = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const remember = (choice) => { try { localStorage.setItem("theme", choice); } catch { /* private window: not kept */ } };
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (prefersDark.matches ? "dark" : "light")) === "dark";
  const choice = remembered();
  if (choice === "light" || choice === "dark") root.dataset.theme = choice;

  const show = () => {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(isDark()));
    }
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-theme-switch]")) return;
    root.dataset.theme = isDark() ? "light" : "dark";
    remember(root.dataset.theme);
    show();
  });
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("htmx:historyRestore", show);
  prefersDark.addEventListener("change", show);
})();
