// Runs before the first paint: says that scripts work, sets light or dark.
// The server says what was chosen (data-theme); "auto" is what the system prefers.
// The button in the header switches, and a cookie remembers it in this browser.
(() => {
  const YEAR = 365 * 24 * 3600; // seconds
  const root = document.documentElement;
  root.dataset.js = "";
  const preferred = () => matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.bsTheme = root.dataset.theme === "auto" ? preferred() : root.dataset.theme;
  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    if (!button) return;
    const show = () => button.setAttribute("aria-pressed", root.dataset.bsTheme === "dark");
    show();
    button.addEventListener("click", () => {
      const theme = root.dataset.bsTheme === "dark" ? "light" : "dark";
      root.dataset.bsTheme = theme;
      show();
      const secure = location.protocol === "https:" ? ";secure" : "";
      document.cookie = `theme=${theme};path=/;max-age=${YEAR};samesite=lax${secure}`;
    });
  });
})();
