// Drafts: numbered, so that a late one never replaces a newer one; kept in this tab while the
// server cannot be reached, and sent as soon as it can.
(function () {
  "use strict";
  var PREFIX = "azimut.draft.";
  var OFTEN = 1500; // milliseconds that a letter waits at most, even typed without a pause
  var SOON = 700; // milliseconds before what a draft left behind is sent
  var PATIENCE = 400; // milliseconds that an answer lets the draft before it finish
  var travelling = null;
  var due = null;
  var late = null;

  document.addEventListener("htmx:configRequest", function (event) {
    if (!isDraft(event.detail.path)) return;
    window.clearTimeout(due);
    due = null;
    var form = answer();
    if (form) event.detail.parameters.set("revision", next(form));
  });

  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (!form || form.id !== "answer") return;
    keep(form);
    say("kept", "Gardé ici, pas encore envoyé");
    due = due || window.setTimeout(function () { due = null; sendAgain(); }, OFTEN);
  });

  document.addEventListener("change", function (event) {
    if (event.target.form && event.target.form.id === "answer") keep(event.target.form);
  });

  document.addEventListener("htmx:beforeSend", function (event) {
    if (isDraft(event.detail.requestConfig.path)) travelling = event.detail.xhr;
  });

  // An answer waits a moment for the draft before it, rather than cutting it off.
  document.addEventListener("htmx:confirm", function (event) {
    if (!travelling || event.detail.path.slice(-9) !== "/reponses") return;
    event.preventDefault();
    var draft = travelling;
    var patience = window.setTimeout(go, PATIENCE);
    draft.addEventListener("loadend", go);
    function go() {
      window.clearTimeout(patience);
      draft.removeEventListener("loadend", go);
      window.setTimeout(function () { event.detail.issueRequest(true); }, 0);
    }
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.xhr === travelling) travelling = null;
    if (!event.detail.successful) return;
    if (isDraft(event.detail.requestConfig.path)) forget(event.detail.requestConfig.parameters);
    if (event.detail.requestConfig.path.slice(-9) === "/reponses") sessionStorage.clear();
  });

  document.addEventListener("htmx:afterSettle", function (event) {
    if (event.detail.target && event.detail.target.id === "question") restore();
  });

  window.addEventListener("online", sendAgain);
  document.addEventListener("DOMContentLoaded", restore);

  // One draft after the other: the form knows the number of the next.
  function next(form) {
    var field = form.elements.revision;
    var revision = parseInt(field.value, 10) || 1;
    field.value = revision + 1;
    return String(revision);
  }

  function keep(form) {
    try {
      sessionStorage.setItem(PREFIX + form.elements.key.value, JSON.stringify(fields(form)));
    } catch (full) { /* a full or forbidden storage: the page itself still holds the answer */ }
  }

  // The server has it. What was typed since goes soon: while a draft is on its way htmx drops the
  // others, and the last one must not be lost.
  function forget(sent) {
    var form = answer();
    if (!form || sent.get("key") !== form.elements.key.value) return;
    if (sameAs(sent, fields(form))) sessionStorage.removeItem(PREFIX + form.elements.key.value);
    else {
      window.clearTimeout(late);
      late = window.setTimeout(sendAgain, SOON);
    }
  }

  // Name by name, the same values in the same order.
  function sameAs(sent, typed) {
    var values = {};
    typed.forEach(function (pair) { (values[pair[0]] = values[pair[0]] || []).push(pair[1]); });
    return Object.keys(values).every(function (name) {
      return sent.getAll(name).join("\n") === values[name].join("\n");
    });
  }

  // A page loaded again while the server had not everything.
  function restore() {
    var form = answer();
    var kept = form && sessionStorage.getItem(PREFIX + form.elements.key.value);
    if (!kept) return;
    JSON.parse(kept).forEach(function (pair) { fill(form, pair[0], pair[1]); });
    var list = form.querySelector(".moves");
    if (list) list.dispatchEvent(new Event("azimut:ordered", { bubbles: true }));
    sendAgain();
  }

  function sendAgain() {
    var form = answer();
    if (!form || !sessionStorage.getItem(PREFIX + form.elements.key.value)) return;
    var field = form.querySelector("[hx-post][hx-trigger]");
    if (field && window.htmx) window.htmx.trigger(field, "change");
  }

  function fields(form) {
    return [].slice.call(form.elements).filter(function (one) {
      var picks = one.type === "radio" || one.type === "checkbox";
      return one.name && isAnswer(one) && (!picks || one.checked);
    }).map(function (one) { return [one.name, one.value]; });
  }

  function fill(form, name, value) {
    [].slice.call(form.elements).forEach(function (one) {
      if (one.name !== name || !isAnswer(one)) return;
      if (name === "order") {
        if (one.value === value) one.closest("ol").appendChild(one.closest("li"));
      } else if (one.type === "radio" || one.type === "checkbox") {
        if (one.value === value) one.checked = true;
      } else one.value = value;
    });
  }

  function isAnswer(one) {
    if (one.type === "hidden") return one.name === "order";
    return one.type !== "submit" && one.type !== "fieldset";
  }

  function say(state, text) {
    var line = document.getElementById("saved");
    if (!line || line.className === "saved " + state) return;
    line.className = "saved " + state;
    line.querySelector("span").textContent = text;
    var icon = line.querySelector("svg");
    if (icon) icon.parentNode.removeChild(icon);
  }

  function answer() { return document.getElementById("answer"); }
  function isDraft(path) { return path.slice(-10) === "/brouillon"; }
})();
