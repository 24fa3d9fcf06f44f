/* The editor of a Leerlab: buttons for the notation, names after an @, and a draft that the server keeps.
   Without it everything works: the notation can be typed, a button keeps the draft. */
(() => {
  const PAUSE = 1500;
  const NAME = /(?:^|[^\p{L}\p{N}_@./])@([\p{L}\p{N}_][\p{L}\p{N}_ .'-]{0,40})$/u;

  const insert = (area, start, end, text) => {
    area.focus();
    area.setSelectionRange(start, end);
    // Through the browser's own editing, so that undo goes on working.
    if (!document.execCommand("insertText", false, text)) area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const wrap = (area, mark) => {
    const { selectionStart: start, selectionEnd: end, value } = area;
    insert(area, start, end, `${mark}${value.slice(start, end)}${mark}`);
    area.setSelectionRange(start + mark.length, end + mark.length);
  };

  const begin = (area, sign) => {
    const { value } = area;
    const start = value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const after = value.indexOf("\n", area.selectionEnd);
    const end = after < 0 ? value.length : after;
    const lines = value.slice(start, end).split("\n");
    const signs = lines.map((_, at) => (sign === "1. " ? `${at + 1}. ` : sign));
    const all = lines.every((line, at) => line.startsWith(signs[at]));
    insert(area, start, end, lines.map((line, at) => (all ? line.slice(signs[at].length) : signs[at] + line)).join("\n"));
  };

  const link = (area, question) => {
    const { selectionStart: start, selectionEnd: end, value } = area;
    const address = window.prompt(question, "https://");
    if (address && address !== "https://") insert(area, start, end, `[${value.slice(start, end) || address}](${address})`);
  };

  const toolbar = (form, area, bar) => {
    const buttons = [...bar.querySelectorAll("button")];
    bar.hidden = false;
    buttons.forEach((button, at) => { button.tabIndex = at ? -1 : 0; });
    bar.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.mark) wrap(area, button.dataset.mark);
      else if (button.dataset.line) begin(area, button.dataset.line);
      else if ("link" in button.dataset) link(area, form.dataset.askAddress);
      else insert(area, area.selectionStart, area.selectionEnd, "@");
    });
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const at = buttons.indexOf(document.activeElement);
      const next = buttons[(at + step + buttons.length) % buttons.length];
      buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
      next.focus();
      event.preventDefault();
    });
    area.addEventListener("keydown", (event) => {
      const mark = (event.ctrlKey || event.metaKey) && { b: "**", i: "*" }[event.key];
      if (!mark) return;
      wrap(area, mark);
      event.preventDefault();
    });
  };

  const names = (form, area) => {
    const list = document.createElement("ul");
    list.id = `${area.id}-names`;
    list.className = "suggestions";
    list.role = "listbox";
    list.hidden = true;
    area.parentElement.append(list);
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", list.id);
    let active = 0;
    let asking = null;

    const typed = () => area.value.slice(0, area.selectionStart).match(NAME)?.[1];
    const close = () => {
      list.hidden = true;
      area.removeAttribute("aria-activedescendant");
    };
    const activate = (at) => {
      const options = [...list.children];
      active = (at + options.length) % options.length;
      options.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
      area.setAttribute("aria-activedescendant", options[active].id);
    };
    const choose = (option) => {
      const word = typed() ?? "";
      insert(area, area.selectionStart - word.length, area.selectionStart, `${option.textContent} `);
      close();
    };
    const ask = async () => {
      const word = typed();
      asking?.abort();
      if (!word) { close(); return; }
      asking = new AbortController();
      try {
        const answer = await fetch(`${form.dataset.names}?q=${encodeURIComponent(word)}`, { signal: asking.signal });
        const found = answer.ok ? (await answer.json()).names : [];
        list.replaceChildren(...found.map((name, at) => {
          const option = document.createElement("li");
          option.id = `${list.id}-${at}`;
          option.role = "option";
          option.className = "suggestions__option";
          option.textContent = name;
          return option;
        }));
        list.hidden = found.length === 0;
        if (found.length) activate(0);
        else close();
      } catch { /* overtaken by the next letter, or no network: a name can be typed whole */ }
    };
    area.addEventListener("input", ask);
    area.addEventListener("blur", close);
    area.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown") activate(active + 1);
      else if (event.key === "ArrowUp") activate(active - 1);
      else if (event.key === "Enter" || event.key === "Tab") choose(list.children[active]);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose(option);
    });
  };

  const draft = (form, area) => {
    const said = form.querySelector(".writing__kept");
    const version = form.elements.draft_version;
    let timer = 0;
    let over = false;

    const keep = async () => {
      const body = new FormData();
      const sent = String(Number(version.value || 0) + 1);
      version.value = sent;
      body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      body.set("place", form.dataset.place);
      body.set("version", sent);
      body.set("source", area.value);
      body.set("title", form.elements.title?.value ?? "");
      try {
        const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: area.value.length < 50000 });
        if (!answer.ok || over || sent !== version.value) return;
        const { kept } = await answer.json();
        said.textContent = kept ? form.dataset.kept : form.dataset.notKept;
        over = !kept;
      } catch { /* no network: the text is still in the form, and the next letter tries again */ }
    };
    form.addEventListener("input", (event) => {
      if (over || !event.target.matches("textarea[data-writing], [name=title]")) return;
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    });
    form.addEventListener("submit", () => {
      over = true;
      clearTimeout(timer);
    });
  };

  window.htmx.onLoad((root) => {
    for (const form of root.querySelectorAll("[data-writing-form]")) {
      const area = form.querySelector("[data-writing]");
      toolbar(form, area, form.querySelector(".writing__bar"));
      names(form, area);
      draft(form, area);
    }
  });
})();
