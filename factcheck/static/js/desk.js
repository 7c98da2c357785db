// The desk's keys. Everything here also works by click and without JavaScript.
//   j k       next and previous row; on a claim, the next and previous claim
//   Enter     opens the row (it is a link, the browser does it)
//   1-5 0     chooses a rating; below 4 and for "cannot tell" the reason has the focus next
//   l s       the next link of the claim, the next statement as printed
//   Ctrl+Enter saves the form in which the focus is
// Any other key presses the link, button or box that bears it: data-key="m". One inside a
// [data-row] or [data-scope] has its key only while the focus is in there. A field that
// bears a key gets the focus. <html data-keys="off">: no keys of a single character.
(() => {
  const NEEDS_REASON = /^[0-3]$/;
  const SCOPE = "[data-row], [data-scope]";
  const PRESSED = /^(checkbox|radio|submit|button)$/;
  const off = document.documentElement.dataset.keys === "off";
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const typing = (el) => el.isContentEditable || /^(TEXTAREA|SELECT)$/.test(el.tagName) ||
    (el.tagName === "INPUT" && !/^(checkbox|radio)$/.test(el.type));
  // Beside a draft the evidence stands for the mark that it explains.
  const markOf = (el) => document.getElementById(el?.closest("[data-beside]")?.dataset.beside) || el;
  const holdsFocus = (el) => el.contains(markOf(document.activeElement));
  const shown = (el) => el.getClientRects().length > 0;

  const step = (by) => {
    const all = rows();
    if (!all.length) {
      document.querySelector(by > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
      return;
    }
    const from = all.findIndex(holdsFocus);
    const to = from < 0 ? 0 : Math.max(0, Math.min(all.length - 1, from + by));
    all[to].querySelector("[data-open]").focus({ preventScroll: true });
    all[to].scrollIntoView({ block: "nearest" });
  };

  const rate = (key) => {
    const choice = document.getElementById(`score-${key}`);
    if (!choice) return;
    choice.closest("details")?.setAttribute("open", "");
    choice.click();
    (NEEDS_REASON.test(key) ? document.getElementById("id_rationale") : choice)?.focus();
  };

  const next = (kind) => {
    const all = [...document.querySelectorAll(`[data-scope=${kind}]`)].filter(shown);
    if (!all.length) return;
    const one = all[(all.findIndex(holdsFocus) + 1) % all.length];
    one.tabIndex = -1;
    one.focus();
  };

  const press = (key) => {
    const scope = document.activeElement?.closest(SCOPE);
    const bears = (root) => [...root.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter(shown);
    const found = (scope && bears(scope)[0]) || bears(document).find((el) => !el.closest(SCOPE));
    if (!found) return false;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(found.tagName) && !PRESSED.test(found.type)) {
      found.focus();
      found.select?.();
      return true;
    }
    found.click();
    if (found.tagName === "SUMMARY" && found.parentElement.open) {
      found.parentElement.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    }
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter") {
      const form = event.target.form;
      if (form?.method === "post" && event.target.tagName !== "BUTTON") form.requestSubmit();
      return;
    }
    if (off || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key.length !== 1 || document.querySelector(".modal.show")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "l") next("link");
    else if (event.key === "s") next("quote");
    else if (/^[0-5]$/.test(event.key)) rate(event.key);
    else if (!press(event.key)) return;
    event.preventDefault();
  });

  // Filters start folded where they would push the list off the screen;
  // without script they stay open.
  if (matchMedia("(max-width: 61.98rem)").matches) {
    document.querySelector(".filters")?.removeAttribute("open");
  }
})();
