// Runs before the first paint: says that scripts work, sets light or dark.
// The button in the header switches and remembers.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const preferred = () => matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.bsTheme = stored() || preferred();
  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    if (!button) return;
    const show = () => button.setAttribute("aria-pressed", root.dataset.bsTheme === "dark");
    show();
    button.addEventListener("click", () => {
      root.dataset.bsTheme = root.dataset.bsTheme === "dark" ? "light" : "dark";
      show();
      try { localStorage.setItem("theme", root.dataset.bsTheme); } catch { /* not remembered */ }
    });
  });
})();
