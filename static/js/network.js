// A send that fails leaves the page as it is, says so, and is tried again by itself with the same
// one-time key, until the server answers.
(function () {
  "use strict";
  var RETRIED = [500, 502, 503, 504];
  var MOST = 8000; // milliseconds between two tries
  var tries = 0;
  var waiting = null;
  var failed = null;

  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:timeout", lost);
  document.addEventListener("htmx:responseError", function (event) {
    if (RETRIED.indexOf(event.detail.xhr.status) >= 0) lost(event);
    else refused(event.detail.xhr.status);
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    var status = event.detail.xhr && event.detail.xhr.status;
    if (status && (status < 400 || status === 409 || status === 422)) found();
  });
  window.addEventListener("online", function () { if (failed) again(); });

  function lost(event) {
    var path = event.detail.requestConfig.path;
    if (path.slice(-9) === "/reponses") failed = { form: event.detail.elt, submitter: pressed(event) };
    else if (path.slice(-10) === "/brouillon") failed = failed || { field: event.detail.elt };
    else failed = failed || { other: true };
    if (failed.other) { show(null); return; }
    var delay = Math.min(MOST, 300 * Math.pow(2, tries)) * (0.75 + Math.random() / 2);
    tries += 1;
    show(delay);
    window.clearTimeout(waiting);
    waiting = window.setTimeout(again, delay);
  }

  // The server answered, and trying again by itself would change nothing: say what to do.
  function refused(status) {
    window.clearTimeout(waiting);
    failed = null;
    banner().querySelector("b").textContent = "Ta réponse n’est pas partie.";
    banner().querySelector(".soft").textContent = status === 413
      ? "Elle est trop longue : raccourcis-la, puis valide encore."
      : status === 429
        ? "C’était un peu vite : attends quelques secondes, puis valide encore."
        : "Recharge la page : ce que tu as tapé est gardé.";
    var button = banner().querySelector("button");
    if (button) button.parentNode.removeChild(button);
    buttons("Je valide", false);
  }

  function found() {
    window.clearTimeout(waiting);
    failed = null;
    tries = 0;
    var shown = document.getElementById("network");
    if (shown) shown.parentNode.removeChild(shown);
    buttons("Je valide", false);
  }

  function again() {
    window.clearTimeout(waiting);
    var what = failed;
    if (!what || what.other || !window.htmx) return;
    if (what.form) resubmit(what);
    else window.htmx.trigger(what.field, "change");
  }

  // The same button again: its name and value say whether it is an answer or a pass.
  function resubmit(what) {
    var form = document.getElementById("answer");
    if (!form) return;
    var button = form.querySelector('button[name=action][value="' + what.submitter + '"]');
    if (button) button.click();
  }

  function pressed(event) {
    return event.detail.requestConfig.parameters.get("action") || "submit";
  }

  function show(delay) {
    var old = document.getElementById("network");
    if (old && !old.querySelector("button")) old.parentNode.removeChild(old);
    var shown = banner();
    var seconds = delay === null ? 0 : Math.max(1, Math.round(delay / 1000));
    shown.querySelector(".soft").textContent = delay === null
      ? "Réessaie dans un instant."
      : "Elle partira toute seule. Nouvel essai dans " + seconds + "\u00a0s.";
    if (failed && failed.form) {
      buttons("En attente…", true);
      kept();
    }
  }

  // The banner above the question, made the first time it is needed.
  function banner() {
    var shown = document.getElementById("network");
    if (shown) return shown;
    shown = document.createElement("div");
    shown.id = "network";
    shown.className = "network";
    shown.appendChild(document.importNode(document.getElementById("network-note").content, true));
    shown.querySelector("button").addEventListener("click", function () { tries = 0; again(); });
    var region = document.getElementById("question") || document.getElementById("main");
    region.parentNode.insertBefore(shown, region);
    return shown;
  }

  // They look as waiting but still answer: a press is one more try, with the same key.
  function buttons(words, waits) {
    var word = document.querySelector("#answer button[value=submit] span");
    if (word) word.textContent = words;
    Array.prototype.forEach.call(document.querySelectorAll("#answer .actions .btn"), function (each) {
      if (waits) each.setAttribute("aria-disabled", "true");
      else each.removeAttribute("aria-disabled");
    });
  }

  function kept() {
    var saved = document.getElementById("saved");
    if (!saved) return;
    var icon = saved.querySelector("svg");
    if (icon) icon.parentNode.removeChild(icon);
    saved.className = "saved kept";
    saved.querySelector("span").textContent = "Gardé ici, pas encore envoyé";
  }
})();
