"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const map = document.getElementById("map");
  const slider = document.getElementById("date");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function write(rows, cells, date) {
    all("tr", rows).forEach((row, place) => {
      all("td", row).forEach((cell, column) => { cell.textContent = cells[place][date][column]; });
    });
  }

  function show(date) {
    all("[data-begin]", map).forEach((shape) => {
      const seen = Number(shape.dataset.begin) <= date && date < Number(shape.dataset.until);
      shape.classList.toggle("off", !seen);
    });
    all("[data-gate]", map).forEach((use) => use.setAttribute("href", "#sign-" + data.gates[use.dataset.gate][date]));
    all("[data-place]", map).forEach((use) => use.setAttribute("href", "#sign-" + data.places[use.dataset.place][date]));
    write(document.getElementById("place-rows"), data.placeRows, date);
    const gates = document.getElementById("gate-rows");
    if (gates) write(gates, data.gateRows, date);
    all(".date-told").forEach((told) => { told.textContent = data.days[date]; });
    document.getElementById("day").textContent = data.days[date];
    document.getElementById("said").textContent = data.said[date];
    slider.setAttribute("aria-valuetext", data.days[date]);
  }
  slider.addEventListener("input", () => show(Number(slider.value)));
  if (Number(slider.value) !== Number(slider.getAttribute("value"))) show(Number(slider.value));

  all("[data-layer]").forEach((box) => {
    const layer = () => {
      if (box.dataset.layer === "names") map.classList.toggle("no-names", !box.checked);
      else all(`[data-on="${box.dataset.layer}"]`, map).forEach((part) => part.classList.toggle("hidden", !box.checked));
    };
    box.addEventListener("change", layer);
    layer();
  });

  const whole = { x: 0, y: 0, w: 1000, h: Number(map.dataset.height) };
  let view = { ...whole };
  function look(next) {
    const w = Math.min(whole.w, Math.max(whole.w / 16, next.w));
    const h = w * whole.h / whole.w;
    view = { w, h, x: Math.min(whole.w - w, Math.max(0, next.x)), y: Math.min(whole.h - h, Math.max(0, next.y)) };
    map.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
    map.style.setProperty("--size", view.w / whole.w);
    map.classList.toggle("closer", view.w < whole.w);
  }
  function zoom(by) {
    const w = view.w / by;
    look(by === 0 ? whole : { w, x: view.x + (view.w - w) / 2, y: view.y + (view.h - w * whole.h / whole.w) / 2 });
  }
  all("[data-zoom]").forEach((button) => button.addEventListener("click", () => zoom(Number(button.dataset.zoom))));

  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  map.parentElement.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 1.5 : 1 / 1.5);
    else if (steps[event.key] && view.w < whole.w) {
      const [right, down] = steps[event.key];
      look({ w: view.w, x: view.x + right * view.w / 8, y: view.y + down * view.h / 8 });
    } else return;
    event.preventDefault();
  });

  let held = null;
  map.addEventListener("pointerdown", (event) => {
    if (view.w < whole.w) { held = { x: event.clientX, y: event.clientY, view }; map.setPointerCapture(event.pointerId); }
  });
  map.addEventListener("pointermove", (event) => {
    if (!held) return;
    const scale = held.view.w / map.clientWidth;
    look({ w: held.view.w, x: held.view.x - (event.clientX - held.x) * scale, y: held.view.y - (event.clientY - held.y) * scale });
  });
  ["pointerup", "pointercancel"].forEach((kind) => map.addEventListener(kind, () => { held = null; }));
})();
