/* Six small conveniences; every page is complete without them.
   1. The language switch keeps the reader on the same anchor.
   2. A table of some length can be downloaded as it is shown. One marked data-filter gets a text filter, a choice of pillar where it is asked for and one per column
      marked data-f, a count, and keeps its state in the address. A row carries its values
      as data-pillar, data-<f> (several joined by |) and data-words, which only the text
      filter sees. A list works like a table: its items are marked data-row.
   3. A status says that its next look is overdue when that day has passed for the reader;
      the build knows only the day of the edition.
   4. A page can be printed by a button, which is hidden where it could do nothing.
   5. An anchor that has moved to another page leads there at once.
   6. A button marked data-copy copies the text of the element it names (`#id`), and says so;
      the mark of a heading, row or paragraph copies the link to it;
      a choice marked data-which puts the address of the living or of the archived page into the references. */
(() => {
  document.querySelectorAll("a.md-select__link").forEach(link =>
    link.addEventListener("click", () => { link.hash = location.hash; }));

  const tools = document.querySelector(".ap-tools");
  const make = (name, props) => Object.assign(document.createElement(name), props);
  // A spreadsheet would take a cell that begins with one of these signs for a formula.
  const cell = text => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const plain = element => {
    const bare = element.cloneNode(true);
    bare.querySelectorAll(".ap-link, button").forEach(extra => extra.remove());
    bare.querySelectorAll("small, br").forEach(part => part.before(" "));
    return bare.textContent.replace(/\s+/g, " ").trim();
  };
  const download = (box, rows) => {
    const heads = [...box.querySelectorAll("thead th")].map(plain);
    const shown = rows.filter(row => !row.hidden);
    const lines = shown.map(row => [...(heads.length ? row.children : [row])].map(plain).concat(row.querySelector("a:not(.ap-link)")?.href || ""));
    const text = [[...(heads.length ? heads : [document.title]), "URL"], ...lines].map(line => line.map(cell).join(",")).join("\r\n");
    const link = make("a", { href: URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv" })), download: `${location.pathname.split("/").filter(Boolean).pop()}.csv` });
    link.click();
    URL.revokeObjectURL(link.href);
  };
  document.querySelectorAll("[data-filter]").forEach(box => {
    const rows = [...box.querySelectorAll("tbody tr, [data-row]")], words = box.dataset;
    const state = new URLSearchParams(location.search);
    const bar = make("form", { className: "ap-bar" });
    bar.setAttribute("role", "search");
    bar.setAttribute("aria-label", words.search);
    const field = (label, control) => {
      const box = make("label"), text = make("span", { textContent: label });
      box.append(text, control);
      bar.append(box);
      return control;
    };
    const text = field(words.search, make("input", { type: "search", name: "q", value: state.get("q") || "" }));
    const choices = [];
    const choice = (name, label, values) => {
      const control = make("select", { name });
      control.append(new Option(words.all, ""), ...values.map(value => new Option(value, value)));
      control.value = state.get(name) || "";
      choices.push([name, field(label, control)]);
    };
    if (words.pillar) choice("pillar", words.pillar, [...new Set(rows.map(row => row.dataset.pillar))]);
    box.querySelectorAll("[data-f]").forEach(head =>
      choice(head.dataset.f, head.textContent.trim(), head.dataset.options.split("|")));
    bar.append(make("button", { type: "reset", textContent: words.clear }));
    bar.append(make("button", { type: "button", className: "ap-shown", textContent: words.download, onclick: () => download(box, rows) }));
    const count = make("p", { className: "ap-small" });
    count.setAttribute("role", "status");
    box.prepend(bar, count);
    const apply = () => {
      const needles = text.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const content = `${row.textContent} ${row.dataset.words}`.toLowerCase();
        row.hidden = !(needles.every(word => content.includes(word)) &&
          choices.every(([name, control]) => !control.value || row.dataset[name].split("|").includes(control.value)));
        shown += !row.hidden;
      }
      count.textContent = words.count.replace("%n", shown).replace("%of", rows.length) + (shown ? "" : ` ${words.empty}`);
      const query = new URLSearchParams();
      if (text.value) query.set("q", text.value);
      choices.forEach(([, control]) => control.value && query.set(control.name, control.value));
      history.replaceState(null, "", location.pathname + (query.size ? `?${query}` : "") + location.hash);
    };
    bar.addEventListener("submit", event => event.preventDefault());
    bar.addEventListener("input", apply);
    bar.addEventListener("reset", () => setTimeout(apply));
    apply();
  });

  document.querySelectorAll("table.ap-table").forEach(table => {
    const rows = [...table.querySelectorAll("tbody tr")];
    if (tools && rows.length >= 8 && !table.closest("[data-filter], .ap-cite"))
      table.after(make("button", { type: "button", className: "ap-shown ap-copy", textContent: tools.dataset.table, onclick: () => download(table, rows) }));
  });

  // Paper gets the light, wide drawings. A dark screen or a phone shows others, so that they are fetched beforehand:
  // a browser does not wait for them once it prints.
  const drawings = () => Promise.all([...document.querySelectorAll(".ap-light img")].map(image => {
    image.loading = "eager";
    return Promise.all([image, Object.assign(new Image(), { src: image.getAttribute("src") })].map(one => one.decode().catch(() => {})));
  }));
  if (matchMedia("(max-width: 44.9375em)").matches || document.body.dataset.mdColorScheme === "slate") addEventListener("load", drawings);
  const narrow = [...document.querySelectorAll(".ap-light source")].map(source => [source, source.media]);
  addEventListener("beforeprint", () => { narrow.forEach(([source]) => { source.media = "not all"; }); drawings(); });
  addEventListener("afterprint", () => narrow.forEach(([source, media]) => { source.media = media; }));
  document.querySelectorAll(".ap-print").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => drawings().then(() => print()));
  });

  const copy = async text => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = Object.assign(document.createElement("textarea"), { value: text });      // pages read from a disk or over http have no clipboard of their own
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };
  const said = (control, text) => {
    const before = control.textContent;
    control.textContent = text;
    setTimeout(() => { control.textContent = before; }, 1800);
  };
  document.querySelectorAll("button[data-copy]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy.slice(1)).textContent.trim()).then(() => said(button, button.dataset.done)));
  });

  const moved = location.hash && document.querySelector(`.ap-moved [id="${CSS.escape(location.hash.slice(1))}"] a`);
  if (moved) location.replace(moved.href);

  document.querySelectorAll("a.ap-link, a.ap-self[href^='#']").forEach(mark =>
    mark.addEventListener("click", () => copy(mark.href).then(() => said(mark, tools.dataset.done))));
  document.querySelectorAll("[data-which]").forEach(choice => {
    choice.hidden = false;
    const { living, archived } = choice.dataset;
    choice.addEventListener("change", event => {
      const [from, to] = event.target.value === "living" ? [archived, living] : [living, archived];
      choice.closest(".ap-cite").querySelectorAll("[data-own] .ap-ref").forEach(reference => { reference.innerHTML = reference.innerHTML.replace(from, to); });
    });
  });

  document.querySelectorAll(".ap-look").forEach(look => {
    if (new Date(look.dataset.next) < Date.now() && !look.parentElement.querySelector(".ap-stale"))
      look.after(" ", Object.assign(document.createElement("b"), { className: "ap-stale", textContent: look.dataset.overdue }));
  });
})();
