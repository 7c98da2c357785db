"""What a notice says, on the page of notices and in a digest."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims.models import Link
from claims.selectors.notices import Notice
from claims.selectors.wording import day

# What happened, by the verb of the entry; %(who)s is its actor.
SAID = {
    "claim.comment": gettext_lazy("%(who)s mentioned you in a comment."),
    "claim.assign": gettext_lazy("%(who)s asks you to rate this claim."),
    "claim.rate": gettext_lazy("%(who)s rated this claim."),
    "claim.dispute": gettext_lazy("Its editors differ: it waits for a verdict."),
    "claim.adjudicate": gettext_lazy("%(who)s wrote the verdict."),
    "claim.publish": gettext_lazy("%(who)s published it."),
    "claim.unpublish": gettext_lazy("%(who)s took it back from readers."),
    "claim.reopen": gettext_lazy("%(who)s opened it again: a new round of rating."),
    "claim.rename": gettext_lazy("%(who)s gave it a new title."),
    "claim.merge": gettext_lazy("%(who)s merged another claim into it."),
    "claim.split": gettext_lazy("%(who)s split it."),
    "webhook.disable": gettext_lazy(
        "Your webhook was switched off: its receiver does not answer."
    ),
    "link.create": gettext_lazy("%(who)s linked two of its statements."),
}
DECIDED = {
    Link.State.CONFIRMED.value: gettext_lazy("%(who)s confirmed a link."),
    Link.State.REJECTED.value: gettext_lazy("%(who)s rejected a link."),
    Link.State.UNSURE.value: gettext_lazy("%(who)s is not sure about a link."),
}
OVERRULED = gettext_lazy("%(who)s wrote the verdict: you were overruled.")
OTHERWISE = gettext_lazy("%(who)s changed it.")


def words(notice: Notice) -> str:
    """What a notice says; its claim is shown beside it."""
    entry = notice.entry
    if entry.verb == "claim.conflict":
        number = entry.after.get("conflicts", 0)
        return ngettext(
            "A new conflict was found: %(number)d now.",
            "A new conflict was found: %(number)d now.",
            number,
        ) % {"number": number}
    if entry.verb == "link.decide":
        said = DECIDED.get(entry.after.get("state"), OTHERWISE)
    elif notice.why == "overruled":
        said = OVERRULED
    elif entry.verb == "claim.assign" and notice.why != "asked":
        said = gettext_lazy("%(who)s assigned it.")
    else:
        said = SAID.get(entry.verb, OTHERWISE)
    who = entry.actor.get_full_name() if entry.actor else ""
    text = str(said) % {"who": who or entry.actor_name}
    due = entry.after.get("due")
    if entry.verb == "claim.assign" and due:
        text += " " + _("Until %(day)s.") % {"day": day(date.fromisoformat(due))}
    return text
