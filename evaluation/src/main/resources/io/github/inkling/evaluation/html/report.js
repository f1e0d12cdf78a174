"use strict";

// Theme: as the system has it until the button is pressed.
(function () {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  const name = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
  });
  system.addEventListener("change", name);
  name();
})();

// Tables: headings become buttons that sort, numbers by their value, what has none always last.
document.querySelectorAll("table.sortable").forEach((table) => {
  const body = table.tBodies[0];
  const headings = Array.from(table.tHead.rows[0].cells);

  function value(row, column) {
    const cell = row.cells[column];
    return "sort" in cell.dataset ? Number(cell.dataset.sort) : cell.textContent.trim();
  }

  function compare(a, b, descending) {
    if (typeof a !== typeof b) {
      return typeof a === "number" ? -1 : 1;
    }
    const order = typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true });
    return descending ? -order : order;
  }

  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    heading.setAttribute("aria-sort", column === 0 ? "ascending" : "none");
    button.addEventListener("click", () => {
      const descending = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.setAttribute("aria-sort", "none"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const rows = Array.from(body.rows);
      rows.sort((a, b) => compare(value(a, column), value(b, column), descending));
      body.append(...rows);
    });
  });
});

// Cells: one panel at a time, chosen by the box or by a link to it.
(function () {
  const select = document.getElementById("cell");
  if (select === null) {
    return;
  }
  function show(id) {
    document.querySelectorAll(".panel").forEach((panel) => {
      panel.classList.toggle("shown", panel.id === id);
    });
    select.value = id;
  }
  function follow() {
    const id = location.hash.slice(1);
    if (id.startsWith("cell-") ? document.getElementById(id) !== null : false) {
      show(id);
      document.getElementById(id).scrollIntoView();
    }
  }
  select.addEventListener("change", () => show(select.value));
  addEventListener("hashchange", follow);
  follow();
})();

// Charts: what is pointed at or tapped is named below.
document.querySelectorAll("figure").forEach((figure) => {
  const readout = figure.querySelector(".readout");
  if (readout === null) {
    return;
  }
  function name(event) {
    const title = event.target.querySelector ? event.target.querySelector(":scope > title") : null;
    if (title !== null) {
      readout.textContent = title.textContent;
    }
  }
  figure.addEventListener("pointerover", name);
  figure.addEventListener("click", name);
});
