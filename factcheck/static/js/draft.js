// Keeps what is typed into the rating form: some time after the last key, and when the
// page is left. Without this script the button "Keep as draft" does the same.
(() => {
  const WAIT = 1200; // ms after the last key: a pause for thought, not one between words
  const form = document.querySelector("form[data-draft]");
  if (!form || !window.fetch) return;
  const said = form.querySelector("[data-draft-said]");
  const held = document.querySelector("[data-held]");
  let timer = 0;
  let waiting = false;

  const keep = async () => {
    clearTimeout(timer);
    waiting = false;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        keepalive: true,
      });
      if (!answer.ok) throw new Error(answer.statusText);
      const kept = await answer.json();
      said.textContent = kept.said;
      if (held && kept.until) held.textContent = held.textContent.replace(/\d+:\d+/, kept.until);
    } catch {
      said.textContent = form.dataset.failed;
    }
  };

  form.addEventListener("input", () => {
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(keep, WAIT);
  });
  form.addEventListener("submit", () => {
    waiting = false;
    clearTimeout(timer);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && waiting) keep();
  });
})();
