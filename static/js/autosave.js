// What one types inside an environment is saved a little after each change, also by those who
// never pause; htmx sends it, on the event « autosave » of the element marked data-autosave.
(function () {
  "use strict";
  var SOON = 1200; // milliseconds that a letter waits at most, when the network is quick
  var waiting = null;
  var travelling = false;

  document.addEventListener("input", function (event) {
    var keeper = event.target.closest && event.target.closest("[data-autosave]");
    if (keeper) plan(keeper);
  });
  document.addEventListener("htmx:beforeSend", function (event) { note(event, true); });
  document.addEventListener("htmx:afterRequest", function (event) { note(event, false); });

  function plan(keeper) {
    waiting = waiting || window.setTimeout(function () { waiting = null; save(keeper); }, SOON);
  }

  // Never two at once: the newer one waits, so that it is the one that stays.
  function save(keeper) {
    if (!document.documentElement.contains(keeper) || !window.htmx) return;
    if (travelling) plan(keeper);
    else window.htmx.trigger(keeper, "autosave");
  }

  function note(event, leaving) {
    if (event.detail.elt && event.detail.elt.hasAttribute("data-autosave")) travelling = leaving;
  }
})();
