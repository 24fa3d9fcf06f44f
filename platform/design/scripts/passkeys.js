/* Offers passkeys where the browser knows them, and says so when one did not work. */
(() => {
  document.addEventListener("DOMContentLoaded", () => {
    if (!window.PublicKeyCredential) return;
    for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = false;
  });

  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const problem = document.querySelector("[data-passkey-problem]");
    if (problem) problem.hidden = false;
  });
})();
