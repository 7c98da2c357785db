"""Which texts of the interface are found, and what a catalogue keeps of them."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog

from scripts.messages import (
    Message,
    UnreadableError,
    compiled,
    of_python,
    of_template,
    untranslated,
    written,
)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('_("Open")', [Message("Open")]),
        ('gettext("Open")', [Message("Open")]),
        (
            "from django.utils.translation import ngettext as n, gettext_lazy as lazy\n"
            'lazy("Open"); n("a day", "days", 2); later("Shut")',
            [Message("Open"), Message("a day", "days")],
        ),
        ('LATER = gettext_lazy("Open")', [Message("Open")]),
        ('translation.gettext("Open " "claims")', [Message("Open claims")]),
        ('_("%(n)d days") % {"n": 3}', [Message("%(n)d days")]),
        (
            'ngettext("%(n)d day", "%(n)d days", n)',
            [Message("%(n)d day", "%(n)d days")],
        ),
        ('pgettext("verb", "Rate")', [Message("Rate", context="verb")]),
        ('print("Open")', []),
        ('_, rest = line.split("Open")', []),
        ("_(word)", []),
        ("_()", []),
    ],
)
def test_of_python(source, found):
    assert list(of_python(source, "x.py")) == found


@pytest.mark.parametrize(
    "source", ['_(f"{n} days")', '_("a" + b)', 'ngettext("day", days, 2)']
)
def test_a_text_put_together_at_run_time_is_refused(source):
    with pytest.raises(UnreadableError, match=r"x\.py:1"):
        list(of_python(source, "x.py"))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('{% translate "Open" %}', [Message("Open")]),
        ("<b title=\"{% translate 'Open (now)' %}\">", [Message("Open (now)")]),
        (
            "{% blocktranslate with a=b %}It is <b>{{ a }}</b>{% endblocktranslate %}",
            [Message("It is <b>%(a)s</b>")],
        ),
        (
            "{% blocktranslate count n=x %}{{ n }} day{% plural %}{{ n }} days"
            "{% endblocktranslate %}",
            [Message("%(n)s day", "%(n)s days")],
        ),
        ('{% translate "Rate" context "verb" %}', [Message("Rate", context="verb")]),
        ('{{ _("Open")|lower }}', [Message("Open")]),
        ("<p>Open</p>", []),
    ],
)
def test_of_template(source, found):
    assert list(of_template("{% load i18n %}" + source, "x.html")) == found


def test_the_same_texts_make_the_same_files():
    def made() -> Catalog:
        catalog = Catalog(locale="ko", fuzzy=False)
        catalog.add("Open", "열림")
        catalog.creation_date = catalog.revision_date = None
        return catalog

    assert compiled(made()) == compiled(made())
    assert b"\xec\x97\xb4\xeb\xa6\xbc" in written(made())


def test_untranslated():
    catalog = Catalog(locale="ko")
    catalog.add("Open", "열림")
    catalog.add("Closed")
    catalog.add(("day", "days"), ("",))
    catalog.add(("hour", "hours"), ("시간",))
    assert untranslated(catalog) == ["Closed", "('day', 'days')"]
