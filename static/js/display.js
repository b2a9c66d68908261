// « Affichage »: the panel beside the page, its effect at once, the reading ruler.
// Without this file the panel is a page of its own, and works.
(function () {
  "use strict";
  var root = document.documentElement;
  var ONE_COLUMN = 200; // per cent: from here pages keep to one column
  var opener = null;
  var ruler = null;

  root.classList.remove("no-js");

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("[data-display]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var what = link.getAttribute("data-display");
    if (what === "open" || what === "help") {
      event.preventDefault();
      if (opener === link) close();
      else open(link);
    } else if (what === "print") {
      window.print();
    } else if (what === "close" && opener) {
      event.preventDefault();
      close();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && opener) close();
  });

  document.addEventListener("change", function (event) {
    var form = event.target.form;
    if (form && form.id === "display-form") {
      apply(form);
      keep(form);
    }
  });

  document.addEventListener("submit", function (event) {
    if (event.target.id !== "display-form" || !opener) return;
    event.preventDefault();
    if (event.submitter && event.submitter.name === "reset") reset(event.target);
    keep(event.target, close);
  });

  document.addEventListener("mousemove", function (event) { follow(event.clientY); });
  document.addEventListener("focusin", function (event) {
    var box = event.target.getBoundingClientRect();
    follow(box.top + Math.min(box.height, 40) / 2);
  });

  function open(link) {
    var aside = document.getElementById("display");
    request("GET", link.href, null, function (text) {
      release();
      opener = link;
      link.setAttribute("aria-expanded", "true");
      aside.innerHTML = text;
      var title = aside.querySelector("h2");
      title.tabIndex = -1;
      title.focus();
    }, function () { window.location.href = link.href; });
  }

  function close() {
    var link = opener;
    release();
    document.getElementById("display").textContent = "";
    if (link) link.focus();
  }

  function release() {
    if (opener) opener.removeAttribute("aria-expanded");
    opener = null;
  }

  function apply(form) {
    ["size", "font", "spacing", "theme"].forEach(function (name) {
      root.setAttribute("data-" + name, form.querySelector("[name=" + name + "]:checked").value);
    });
    root.setAttribute("data-ruler", form.querySelector("[name=ruler]").checked ? "on" : "off");
    root.setAttribute("data-clock", form.querySelector("[name=no_clock]").checked ? "off" : "on");
    root.classList.toggle("one", Number(root.getAttribute("data-size")) >= ONE_COLUMN);
    if (root.getAttribute("data-ruler") === "off" && ruler) ruler.hidden = true;
  }

  function reset(form) {
    var first = { size: "100", font: "atkinson", spacing: "normal", theme: "auto" };
    Object.keys(first).forEach(function (name) {
      form.querySelector("[name=" + name + "][value='" + first[name] + "']").checked = true;
    });
    form.querySelector("[name=ruler]").checked = false;
    form.querySelector("[name=no_clock]").checked = false;
    apply(form);
  }

  function keep(form, then) {
    var fields = [];
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!field.name || field.type === "submit") return;
      if ((field.type === "radio" || field.type === "checkbox") && !field.checked) return;
      fields.push(encodeURIComponent(field.name) + "=" + encodeURIComponent(field.value));
    });
    request("POST", form.action, fields.join("&"), function () {
      var line = form.querySelector("[data-display=kept]");
      line.hidden = false;
      if (then) then();
    }, function () {});
  }

  function follow(y) {
    if (root.getAttribute("data-ruler") !== "on") return;
    if (!ruler) {
      ruler = document.createElement("div");
      ruler.className = "reading-ruler";
      document.body.appendChild(ruler);
    }
    ruler.hidden = false;
    ruler.style.top = y - 18 + "px";
  }

  function request(method, url, body, done, failed) {
    var call = new XMLHttpRequest();
    call.open(method, url);
    call.setRequestHeader("HX-Request", "true");
    if (body) call.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    call.onload = function () {
      if (call.status >= 200 && call.status < 300) done(call.responseText);
      else failed();
    };
    call.onerror = failed;
    call.send(body);
  }
})();
