// Looks for what is typed among the titles of the site; without it, the A–Z page does.
(function () {
  "use strict";
  var field = document.getElementById("q"), list = document.getElementById("results"),
    said = document.getElementById("found"), index = self.vitrineIndex || [];
  if (!field || !list) return;
  var french = document.documentElement.lang === "fr";
  function fold(text) {
    return text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/’/g, "'")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  // The light stems of each language: plurals and the commonest endings.
  function stem(word) {
    if (word.length < 5) return word;
    return french
      ? word.replace(/(issements?|ements?|ations?|ites?|eurs?|euses?|ees?|ux|es|s|x|e)$/, "")
      : word.replace(/(ations?|ments?|ings?|ies|ren|ers?|ed|es|s|y)$/, "");
  }
  function words(text) {
    return fold(text).split(/[^a-z0-9.\-]+/).filter(function (w) { return w.length > 1; });
  }
  function find() {
    var typed = words(field.value), wanted = typed.map(stem);
    list.textContent = "";
    said.textContent = "";
    if (!wanted.length) return;
    var found = index.map(function (entry) {
      var have = entry[2].split(/[^a-z0-9.\-]+/), titled = fold(entry[0]), score = 0;
      for (var i = 0; i < wanted.length; i++) {
        var best = 0;
        for (var j = 0; j < have.length; j++) {
          // The word itself, then another form of it, then what only begins alike.
          if (have[j] === typed[i]) best = Math.max(best, 6);
          else if (have[j].indexOf(wanted[i]) === 0) best = Math.max(best, stem(have[j]) === wanted[i] ? 4 : 2);
        }
        if (!best) return null;
        score += best + (titled.indexOf(typed[i]) >= 0 ? 3 : titled.indexOf(wanted[i]) >= 0 ? 1 : 0);
      }
      return { entry: entry, score: score - entry[0].length / 1000 };
    }).filter(Boolean).sort(function (a, b) { return b.score - a.score; });
    said.textContent = !found.length ? said.dataset.none
      : found.length === 1 ? said.dataset.one : found.length + "\u00a0" + said.dataset.many;
    found = found.slice(0, 30);
    found.forEach(function (hit) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = hit.entry[1];
      link.textContent = hit.entry[0];
      item.appendChild(link);
      list.appendChild(item);
    });
  }
  field.addEventListener("input", find);
  field.form.addEventListener("submit", function (event) { event.preventDefault(); find(); });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) { field.value = asked; find(); }
})();
