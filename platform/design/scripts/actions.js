/* Copying the address, printing, playing a video after a click, closing the menu. */
(() => {
  const announce = (text) => { document.getElementById("announcer").textContent = text; };

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copyLink);
    } catch {
      return;
    }
    const label = button.querySelector("span");
    const before = label.textContent;
    label.textContent = button.dataset.copied;
    announce(button.dataset.copied);
    setTimeout(() => { label.textContent = before; }, 3000);
  };

  const play = (frame) => {
    const player = document.createElement("iframe");
    const address = new URL(frame.dataset.video);
    address.searchParams.set("autoplay", "1");
    player.src = address.href;
    player.title = frame.dataset.title;
    player.allow = "autoplay; fullscreen; picture-in-picture";
    player.allowFullscreen = true;
    frame.replaceChildren(player);
    player.focus();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-copy-link]");
    if (link) copy(link);
    if (event.target.closest?.("[data-print]")) window.print();
    const video = event.target.closest?.(".video__play");
    if (video && !event.ctrlKey && !event.metaKey && video.closest("[data-video]").dataset.video) {
      event.preventDefault();
      play(video.closest("[data-video]"));
    }
    for (const menu of document.querySelectorAll(".site-menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll(".site-menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  window.htmx.onLoad((root) => {
    for (const button of root.querySelectorAll("[data-print]")) button.hidden = false;
    if (!navigator.clipboard) return;
    for (const button of root.querySelectorAll("[data-copy-link]")) button.hidden = false;
  });
})();
