// « Monter » and « Descendre » at once, without waiting for the server: what one sees is what
// « Je valide » sends. The order is kept as any draft is. Without this, the buttons post.
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest(".moves button[name=move]");
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    move(button.closest("li"), button.value.split(":")[0]);
  }, true);

  document.addEventListener("azimut:ordered", function (event) { number(event.target); });

  // The neighbour is what moves: the button that was pressed stays in place, and keeps the focus.
  function move(item, way) {
    var list = item.parentNode;
    var other = way === "up" ? item.previousElementSibling : item.nextElementSibling;
    if (other) list.insertBefore(other, way === "up" ? item.nextElementSibling : item);
    number(list);
    announce(item);
    if (other) {
      item.querySelector("input").dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function number(list) {
    var items = list.children;
    for (var place = 0; place < items.length; place += 1) {
      say(items[place], (place ? place + 1 + "e" : "1re") + " position sur " + items.length);
      stop(items[place].querySelector("[value^='up:']"), place === 0);
      stop(items[place].querySelector("[value^='down:']"), place === items.length - 1);
    }
  }

  function say(item, place) {
    [].forEach.call(item.querySelectorAll(".place"), function (words) { words.textContent = place; });
  }

  function stop(button, ended) {
    if (ended) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }

  function announce(item) {
    var region = document.getElementById("announce");
    var text = item.querySelector(".text").textContent;
    var place = item.querySelector(".place").textContent;
    if (region) region.textContent = text + "\u00a0: " + place + ".";
  }
})();
