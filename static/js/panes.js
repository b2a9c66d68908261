// A list inside an environment stays where one had scrolled it, as long as it is the same list.
(function () {
  "use strict";
  var kept = {};

  document.addEventListener("htmx:beforeSwap", function (event) {
    each(event, function (pane) { kept[pane.getAttribute("data-scroll")] = pane.scrollTop; });
  });

  document.addEventListener("htmx:afterSettle", function (event) {
    each(event, function (pane) { pane.scrollTop = kept[pane.getAttribute("data-scroll")] || 0; });
    if (isEnvironment(event)) kept = {};
  });

  function each(event, act) {
    var region = isEnvironment(event) && document.getElementById("environment");
    if (region) [].slice.call(region.querySelectorAll("[data-scroll]")).forEach(act);
  }

  function isEnvironment(event) {
    return event.detail.target && event.detail.target.id === "environment";
  }
})();
