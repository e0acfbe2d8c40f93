/*
 * Autosave, where htmx alone is not enough: a copy in the browser until the server has the text, trying again with
 * growing pauses, and small help with fields. Without this file every page works by its buttons.
 */
(() => {
  "use strict";
  const root = document.querySelector("[data-writing]");
  const form = document.getElementById("hoofdstuk");
  if (!root || !form || !window.htmx) return;

  const LONGEST_PAUSE = 30;
  const KEEP_DAYS = 14;
  const prefix = `levend:${root.dataset.writer}:${root.dataset.writing}:`;
  const page = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const progress = new WeakMap(); // per answer: edits made, edits sent, failures, timer

  const answerOf = (node) => node.closest("[data-answer]");
  const stateOf = (answer) => {
    if (!progress.has(answer)) progress.set(answer, { edits: 0, sent: 0, kept: 0, failures: 0, timer: 0 });
    return progress.get(answer);
  };
  const fieldsOf = (answer) =>
    [...answer.querySelectorAll("input, textarea, select")].filter((field) => field.name && answerOf(field) === answer);
  const isTick = (field) => field.type === "checkbox" || field.type === "radio";
  const entriesOf = (answer) =>
    fieldsOf(answer)
      .filter((field) => !isTick(field) || field.checked)
      .map((field) => [field.name, field.value]);
  const revisionName = (answer) => `${answer.dataset.answer}.revision`;

  // --- the copy in the browser

  const copyName = (key) => prefix + key;
  const keep = (answer) => {
    const copy = { url: answer.getAttribute("hx-post"), entries: entriesOf(answer), at: Date.now() };
    try {
      localStorage.setItem(copyName(answer.dataset.answer), JSON.stringify(copy));
    } catch {
      // a full or closed store: the server still gets every text
    }
  };
  const forget = (key) => localStorage.removeItem(copyName(key));
  const copies = () =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => {
        try {
          return [name.slice(prefix.length), JSON.parse(localStorage.getItem(name))];
        } catch {
          return [name.slice(prefix.length), null];
        }
      });

  const withoutRevision = (entries, name) => JSON.stringify(entries.filter((entry) => entry[0] !== name).sort());

  const restore = (answer, copy) => {
    const name = revisionName(answer);
    if (withoutRevision(copy.entries, name) === withoutRevision(entriesOf(answer), name)) {
      forget(answer.dataset.answer);
      return;
    }
    while (copy.entries.some(([field]) => !answer.querySelector(`[name="${CSS.escape(field)}"]`))) {
      if (!addRow(answer)) break;
    }
    for (const field of fieldsOf(answer)) {
      const values = copy.entries.filter((entry) => entry[0] === field.name).map((entry) => entry[1]);
      if (isTick(field)) field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
    stateOf(answer).edits += 1;
    count(answer);
    htmx.trigger(answer, "levend:again");
  };

  const sendAway = (copy, options) => {
    const body = new URLSearchParams(copy.entries);
    body.set("page", page);
    const headers = { "HX-Request": "true", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
    return fetch(copy.url, { method: "POST", body, headers, credentials: "same-origin", ...options });
  };

  const openCopies = () => {
    const tooOld = Date.now() - KEEP_DAYS * 86400000;
    for (const [key, copy] of copies()) {
      const answer = root.querySelector(`[data-answer="${CSS.escape(key)}"]`);
      if (!copy || copy.at < tooOld) forget(key);
      else if (answer) restore(answer, copy);
      else
        sendAway(copy).then(
          (reply) => ["saved", "conflict"].includes(reply.headers.get("Levend-Outcome")) && forget(key),
          () => {},
        );
    }
  };

  // --- saving

  const say = (answer, words) => {
    const key = answer.dataset.answer;
    const sign = document.getElementById(`s-${key}`);
    if (sign) {
      sign.className = "saved saved--late";
      sign.textContent = words;
    }
    document.getElementById("stand").textContent = words;
  };

  const again = (answer) => {
    const state = stateOf(answer);
    state.failures += 1;
    const pause = Math.min(2 ** state.failures, LONGEST_PAUSE) * (0.75 + Math.random() / 2);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => htmx.trigger(answer, "levend:again"), pause * 1000);
    say(answer, root.dataset.waiting);
  };

  document.body.addEventListener("htmx:configRequest", (event) => {
    const answer = event.detail.elt;
    if (!answer.dataset.answer) return;
    stateOf(answer).sent = stateOf(answer).edits;
    event.detail.parameters.page = page;
    event.detail.parameters.standing = document.getElementById("hoofdstukken").dataset.standing;
    event.detail.parameters.shown = [...root.querySelectorAll("[data-slot]:not([hidden])")]
      .map((slot) => slot.dataset.slot)
      .join(",");
  });

  document.body.addEventListener("htmx:afterRequest", (event) => {
    const answer = event.detail.requestConfig.elt; // the card itself may be gone by now
    if (!answer.dataset.answer) return;
    const key = answer.dataset.answer;
    const state = stateOf(answer);
    const status = event.detail.xhr ? event.detail.xhr.status : 0;
    const outcome = status ? event.detail.xhr.getResponseHeader("Levend-Outcome") : null;
    if (outcome) {
      state.failures = 0;
      state.kept = state.sent;
      if (outcome === "conflict" || (outcome === "saved" && state.edits === state.sent)) forget(key);
      const wrong = outcome !== "saved";
      const cell = event.detail.xhr.getResponseHeader("Levend-Field"); // of a table only one field is at fault
      answer.classList.toggle("field--error", wrong);
      for (const field of fieldsOf(answer)) {
        if (wrong && (!cell || field.name === cell)) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
    } else if (status === 0 || status === 429 || status >= 500) {
      again(answer);
    } else if (status >= 400) {
      say(answer, root.dataset.reload);
    }
  });

  // Capturing, because htmx keeps the events of an answer from those around it.
  const changed = (event) => {
    const answer = answerOf(event.target);
    if (!answer || event.target.type === "hidden") return;
    if (event.target.type === "checkbox" && event.target.checked) standAlone(answer, event.target);
    stateOf(answer).edits += 1;
    keep(answer);
    count(answer);
  };
  root.addEventListener("input", changed, true);
  root.addEventListener("change", changed, true);

  const unsent = () =>
    [...root.querySelectorAll("[data-answer]")].filter((answer) => {
      const state = progress.get(answer);
      return state && state.edits > state.kept;
    });
  window.addEventListener("pagehide", () => {
    for (const answer of unsent()) {
      sendAway({ url: answer.getAttribute("hx-post"), entries: entriesOf(answer) }, { keepalive: true }).catch(() => {});
    }
  });
  window.addEventListener("online", () => unsent().forEach((answer) => htmx.trigger(answer, "levend:again")));

  // --- help with fields

  const standAlone = (answer, ticked) => {
    const alone = "alone" in ticked.dataset;
    for (const field of fieldsOf(answer)) {
      if (field !== ticked && field.name === ticked.name && (alone || "alone" in field.dataset)) field.checked = false;
    }
  };

  const count = (answer) => {
    const text = answer.querySelector("textarea[data-limit]");
    const shown = text && answer.querySelector(`[data-count="${CSS.escape(text.id)}"]`);
    if (!shown || answerOf(text) !== answer) return;
    const length = [...text.value.trim()].length;
    shown.textContent = shown.textContent.replace(/^[\d.]+/, String(length).replace(/\B(?=(\d{3})+$)/g, "."));
    shown.classList.toggle("late", length > Number(text.dataset.limit));
  };

  const addRow = (holder) => {
    const model = holder.querySelector("template[data-row]");
    const rows = holder.querySelector("[data-rows]");
    if (!model || !rows) return null;
    const numbers = [...rows.children].map((row) => Number(row.dataset.rowNumber));
    const next = Math.max(-1, ...numbers) + 1;
    const row = model.content.firstElementChild.cloneNode(true);
    for (const node of [row, ...row.querySelectorAll("*")]) {
      for (const name of ["id", "name", "for", "value", "data-row-number"]) {
        const text = node.getAttribute(name);
        if (text) node.setAttribute(name, text.replace("__nr__", next));
      }
    }
    row.querySelector("[data-row-word]").textContent = next + 1;
    rows.append(row);
    return row;
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add-row]");
    if (!button) return;
    const row = addRow(button.closest(".field"));
    if (row) {
      event.preventDefault();
      row.querySelector("input, textarea, select").focus();
    }
  });

  // Enter in a line of text saves that answer; the form's own button would load the page anew.
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-answer] input.input")) return;
    event.preventDefault();
    htmx.trigger(answerOf(event.target), "levend:again");
  });

  const word = Object.assign(document.createElement("input"), { type: "hidden", name: "page", value: page });
  form.append(word);
  document.getElementById("bewaar").hidden = true;
  document.addEventListener("DOMContentLoaded", openCopies); // after htmx has found the answers
})();
