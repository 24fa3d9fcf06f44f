/* Asks for new advice on the text whenever the draft was saved by itself. */
(function () {
  "use strict";

  var asked = 0;

  function refresh() {
    var panel = document.querySelector("[data-text-advice][data-url]");
    if (!panel) {
      return;
    }
    var mine = (asked += 1);
    fetch(panel.dataset.url, { headers: { "X-Requested-With": "XMLHttpRequest" } })
      .then(function (response) {
        return response.ok ? response.text() : Promise.reject(response.status);
      })
      .then(function (html) {
        if (mine === asked) {
          panel.querySelector("[data-text-advice-content]").innerHTML = html;
        }
      })
      .catch(function () {
        /* The advice that stands there stays; the next save asks again. */
      });
  }

  document.addEventListener("w-autosave:success", refresh);
})();
