// Shows the words a link points at: "#a3-120-185" is characters 120 to 185 of the third article. Without this script
// the link still leads to where the words begin.
(function () {
  "use strict";
  function light() {
    document.querySelectorAll(".lit").forEach(function (lit) { lit.classList.remove("lit"); });
    var found = /^#(a\d+)-(\d+)-(\d+)$/.exec(location.hash);
    var article = found && document.getElementById(found[1]);
    if (!article) { return; }
    article.querySelectorAll("[data-s]").forEach(function (stretch) {
      var start = Number(stretch.getAttribute("data-s"));
      if (start >= Number(found[2]) && start < Number(found[3])) { stretch.classList.add("lit"); }
    });
  }
  window.addEventListener("hashchange", light);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (folded) { folded.open = true; });
  });
  light();
})();
