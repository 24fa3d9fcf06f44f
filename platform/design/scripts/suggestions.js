/* Suggestions under a search field: an editable combobox with a list, after the pattern of the ARIA guide. */
(() => {
  const PAUSE = 150;
  const SHORTEST = 2;

  const attach = (field) => {
    const input = field.querySelector("input[type=search]");
    if (!input || input.role === "combobox") return;
    const list = document.createElement("ul");
    list.id = `${input.id}-suggestions`;
    list.className = "suggestions";
    list.role = "listbox";
    list.hidden = true;
    list.setAttribute("aria-label", field.querySelector("label").textContent);
    field.append(list);
    input.role = "combobox";
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    let typed = "";
    let active = -1;
    let timer = 0;
    let asking = null;

    const options = () => [...list.children];
    const close = () => {
      clearTimeout(timer);
      asking?.abort();
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const activate = (index) => {
      const all = options();
      active = index;
      all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", all[active].id);
      input.value = active < 0 ? typed : all[active].textContent;
    };
    const choose = (text) => {
      input.value = text;
      close();
      input.form.requestSubmit();
    };
    const show = (texts) => {
      list.replaceChildren(...texts.map((text, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.role = "option";
        option.className = "suggestions__option";
        option.textContent = text;
        option.setAttribute("aria-selected", "false");
        return option;
      }));
      active = -1;
      list.hidden = texts.length === 0;
      input.setAttribute("aria-expanded", String(texts.length > 0));
    };
    const ask = async () => {
      asking?.abort();
      asking = new AbortController();
      const address = `${field.dataset.suggest}?q=${encodeURIComponent(typed.trim())}`;
      try {
        const answer = await fetch(address, { signal: asking.signal });
        if (answer.ok && document.activeElement === input) show(await answer.json());
      } catch { /* overtaken by the next letter, or no network: the field works without */ }
    };

    input.addEventListener("input", () => {
      typed = input.value;
      clearTimeout(timer);
      if (typed.trim().length < SHORTEST) close();
      else timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      const last = options().length - 1;
      if (list.hidden) return;
      if (event.key === "ArrowDown") activate(active >= last ? -1 : active + 1);
      else if (event.key === "ArrowUp") activate(active < 0 ? last : active - 1);
      else if (event.key === "Escape") { activate(-1); close(); }
      else if (event.key === "Enter" && active >= 0) choose(options()[active].textContent);
      else return;
      event.preventDefault();
    });
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose(option.textContent);
    });
    input.addEventListener("blur", close);
    input.form.addEventListener("submit", close);
  };

  window.htmx.onLoad((root) => root.querySelectorAll("[data-suggest]").forEach(attach));
})();
