// After a swap the reader is taken to what is new: the error, the field, or the heading.
(function () {
  "use strict";

  document.addEventListener("htmx:afterSettle", function (event) {
    var region = document.getElementById(event.detail.target && event.detail.target.id);
    if (!region) return;
    if (region.id === "question") ofQuestion(region, event.detail);
    if (region.id === "environment") focus(region.querySelector("[data-focus]"));
  });

  function ofQuestion(region, detail) {
    var pressed = detail.requestConfig && detail.requestConfig.elt;
    if (pressed && pressed.name === "move") {
      focus(document.getElementById(pressed.id) || region.querySelector("#f-order"));
      return;
    }
    window.scrollTo(0, 0);
    focus(region.querySelector("#errors") || region.querySelector("[aria-invalid=true]") ||
      region.querySelector("h1"));
  }

  function focus(element) {
    if (element) element.focus();
  }
})();
