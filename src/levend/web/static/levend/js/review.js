/*
 * Looking at last time's answers: which were in view, and one key that says of the answer in view that it still holds.
 * Without this file the buttons work, and a chapter is confirmed by the list at its end.
 */
(() => {
  "use strict";
  const root = document.querySelector("[data-writing]");
  const form = document.getElementById("hoofdstuk");
  if (!root || !form || !window.htmx) return;

  const MOMENT = 400; // milliseconds in view before an answer counts as seen
  const KEY = "k";
  const OFF = "levend:no-keys";
  const seen = new Map(); // key of the question: revision that was in view
  const timers = new Map(); // answers that are in view now
  const told = new Set();

  const isShown = (node) => node.getClientRects().length > 0;
  const todo = () => [...root.querySelectorAll('[data-review="carried"]')].filter(isShown);
  const cardOf = (node) => node.closest(".under, .q");
  const answerOf = (review) => review.closest("[data-answer]");
  const revisionOf = (key) => document.getElementById(`r-${key}`).value;

  // --- what was in view

  const note = (review) => {
    seen.set(review.dataset.key, revisionOf(review.dataset.key));
    show();
  };
  const show = () => {
    const line = document.querySelector("#nagaan [data-seen]");
    if (!line) return;
    line.hidden = false;
    line.querySelector("[data-seen-count]").textContent = todo().filter((review) => seen.has(review.dataset.key)).length;
  };
  const looked = (entry) => {
    const height = entry.rootBounds ? entry.rootBounds.height : window.innerHeight;
    return entry.isIntersecting && (entry.intersectionRatio >= 0.6 || entry.intersectionRect.height >= height / 2);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const review = entry.target.querySelector('[data-review="carried"]');
        if (looked(entry) && review && answerOf(review) === entry.target) {
          if (!timers.has(entry.target)) timers.set(entry.target, setTimeout(note, MOMENT, review));
        } else {
          clearTimeout(timers.get(entry.target));
          timers.delete(entry.target);
        }
      }
    },
    { rootMargin: "0px 0px -70px 0px", threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] },
  );
  const watch = () => {
    for (const review of root.querySelectorAll('[data-review="carried"]')) observer.observe(answerOf(review));
    for (const answer of [...timers.keys()].filter((one) => !one.isConnected)) timers.delete(answer);
    show();
  };

  const fields = () => [...seen].map(([key, revision]) => `${key}.${revision}`);
  form.addEventListener("formdata", (event) => fields().forEach((text) => event.formData.append("gezien", text)));
  window.addEventListener("pagehide", () => {
    const fresh = fields().filter((text) => !told.has(text));
    if (!fresh.length) return;
    const body = new URLSearchParams(fresh.map((text) => ["gezien", text]));
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    fetch(form.action, { method: "POST", body, credentials: "same-origin", keepalive: true }).catch(() => {});
    fresh.forEach((text) => told.add(text));
  });

  // --- a verdict

  const goTo = (review) => {
    const card = review ? cardOf(review) : document.getElementById("nagaan");
    if (!card) return;
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: card.offsetHeight > window.innerHeight * 0.7 ? "start" : "center" });
  };
  const current = () => {
    const left = todo();
    const card = document.activeElement.closest(".under, .q");
    const here = left.find((review) => cardOf(review) === card);
    return here || left.find((review) => timers.has(answerOf(review)));
  };
  const confirm = (review) => {
    const left = todo();
    const place = left.indexOf(review);
    const next = left[place + 1] || left.find((other) => other !== review);
    review.querySelector('[data-judge="klopt"]').click();
    review.dataset.review = "busy";
    goTo(next);
  };

  document.body.addEventListener("htmx:configRequest", (event) => {
    if (!event.detail.elt.dataset.judge) return;
    event.detail.parameters.shown = [...root.querySelectorAll("[data-slot]:not([hidden])")]
      .map((slot) => slot.dataset.slot)
      .join(",");
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const button = event.detail.requestConfig.elt;
    const status = event.detail.xhr ? event.detail.xhr.status : 0;
    if (!button.dataset.judge || status === 200 || (status === 409 && !button.isConnected)) return;
    const review = button.closest("[data-review]");
    if (!review) return;
    if (review.dataset.review === "busy") review.dataset.review = "carried";
    document.getElementById("stand").textContent = root.dataset.reload;
  });
  document.body.addEventListener("htmx:oobAfterSwap", watch);

  // --- the key

  const isOn = () => {
    try {
      return localStorage.getItem(OFF) === null;
    } catch {
      return true;
    }
  };
  const line = root.querySelector("[data-keys]");
  if (line) {
    const button = line.querySelector("[data-keys-switch]");
    const name = () => (button.textContent = isOn() ? button.dataset.off : button.dataset.on);
    button.addEventListener("click", () => {
      if (isOn()) localStorage.setItem(OFF, "1");
      else localStorage.removeItem(OFF);
      name();
    });
    line.hidden = false;
    name();
  }

  const isTyping = (node) =>
    node.isContentEditable || node.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  document.addEventListener("keydown", (event) => {
    if (event.key !== KEY || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (!line || !isOn() || isTyping(event.target)) return;
    const review = current();
    if (!review) return;
    event.preventDefault();
    confirm(review);
  });

  watch();
})();
