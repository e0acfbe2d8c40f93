/*
 * A form that is checked while somebody types: a fault that comes or goes beside a field is also said of the field itself.
 * Without this file faults are told beside the field all the same.
 */
(() => {
  "use strict";
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const place = event.detail.target;
    if (!place || !place.id) return;
    const isWrong = place.querySelector(".error") !== null;
    for (const field of document.querySelectorAll(`[aria-describedby~="${CSS.escape(place.id)}"]`)) {
      if (field.matches("input, select, textarea")) field.setAttribute("aria-invalid", String(isWrong));
      field.closest(".field")?.classList.toggle("field--error", isWrong);
    }
  });
})();
