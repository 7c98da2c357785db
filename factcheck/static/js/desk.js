// The desk's keys. Everything here also works by click and without JavaScript.
//   j k       next and previous row; on a claim, the next and previous claim
//   Enter     opens the row (it is a link, the browser does it)
//   1-5 0     chooses a rating; below 4 and for "cannot tell" the reason has the focus next
//   Ctrl+Enter in the reason saves the rating
//   ?         the list of keys
(() => {
  const NEEDS_REASON = /^[0-3]$/;
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const typing = (el) => el.isContentEditable || /^(TEXTAREA|SELECT)$/.test(el.tagName) ||
    (el.tagName === "INPUT" && !/^(checkbox|radio)$/.test(el.type));
  const current = () => rows().findIndex((row) => row.contains(document.activeElement));

  const step = (by) => {
    const all = rows();
    if (!all.length) {
      document.querySelector(by > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
      return;
    }
    const from = current();
    const to = from < 0 ? 0 : Math.max(0, Math.min(all.length - 1, from + by));
    all[to].querySelector("[data-open]").focus({ preventScroll: true });
    all[to].scrollIntoView({ block: "nearest" });
  };

  const rate = (key) => {
    const choice = document.getElementById(`score-${key}`);
    if (!choice) return;
    choice.closest("details")?.setAttribute("open", "");
    choice.click();
    (NEEDS_REASON.test(key) ? document.getElementById("id_rationale") : choice).focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter" && event.target.closest("form[data-rate]")) {
      event.target.form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector(".modal.show")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (/^[0-5]$/.test(event.key)) rate(event.key);
    else if (event.key === "?") document.querySelector("[data-keys]")?.click();
    else return;
    event.preventDefault();
  });

  // Filters start folded where they would push the list off the screen;
  // without script they stay open.
  if (matchMedia("(max-width: 61.98rem)").matches) {
    document.querySelector(".filters")?.removeAttribute("open");
  }
})();
