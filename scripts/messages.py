"""The texts of the interface -> locale/LANGUAGE/LC_MESSAGES/django.po and .mo.

    python scripts/messages.py            every text into the catalogues, then compile
    python scripts/messages.py --check    only say what is missing or out of date

Texts are read from the templates (Django's own templatize) and from calls of gettext
and its kin in Python. What is no longer said is dropped; what is new stands there
untranslated, and the tests fail until somebody has said it in every language.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "locale"
SOURCES = ("claims", "sources", "factcheck")
LANGUAGES = ("ko",)
TEMPLATES = (".html", ".txt")  # pages, and mail
WIDTH = 88
# In the header instead of today: the same texts make the same file.
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)

# Which arguments of a call are texts: (context, message, plural).
ARGUMENTS: dict[str, tuple[int | None, int, int | None]] = {
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "_": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
}
TRANSLATION = "django.utils.translation"
HOLDERS = (ast.Name, ast.Attribute, ast.Subscript)
CALL = re.compile(r"\b(n?p?gettext|_)\((?=u?['\"])")


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text as the catalogue keys it; plural and context are empty without one."""

    text: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> str | tuple[str, str]:
        return (self.text, self.plural) if self.plural else self.text


class UnreadableError(ValueError):
    """A text that is put together at run time: nobody can translate it."""


def of_python(source: str, name: str) -> Iterator[Message]:
    """The texts of a module. Raises UnreadableError with the line."""
    nodes = list(ast.walk(ast.parse(source)))
    named = {
        each.asname: each.name
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module == TRANSLATION
        for each in node.names
    }
    for node in nodes:
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        word = called.attr if isinstance(called, ast.Attribute) else ""
        word = called.id if isinstance(called, ast.Name) else word
        word = named.get(word, word)
        # A variable holds a text that is marked where it is written.
        if word in ARGUMENTS and node.args and not isinstance(node.args[0], HOLDERS):
            yield _message(node, ARGUMENTS[word], f"{name}:{node.lineno}")


def of_template(source: str, name: str) -> Iterator[Message]:
    """The texts of a template. Raises UnreadableError."""
    told = templatize(source, origin=name)
    for found in CALL.finditer(told):
        node = _call(told[found.start() :])
        if node is None:
            raise UnreadableError(f"{name}: {found[0]}")
        yield _message(node, ARGUMENTS[found[1]], name)


def _call(text: str) -> ast.Call | None:
    """The call that the text begins with: up to the bracket that makes it whole."""
    for end in (found.end() for found in re.finditer(r"\)", text)):
        try:
            parsed = ast.parse(text[:end], mode="eval").body
        except SyntaxError:
            continue
        return parsed if isinstance(parsed, ast.Call) else None
    return None


def _message(
    node: ast.Call, places: tuple[int | None, int, int | None], where: str
) -> Message:
    def said(place: int | None) -> str:
        if place is None:
            return ""
        part = node.args[place] if place < len(node.args) else None
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            return part.value
        raise UnreadableError(f"{where}: not a plain text")

    context, text, plural = places
    return Message(said(text), said(plural), said(context))


def messages(root: Path = ROOT) -> dict[Message, list[str]]:
    """Every text of the interface and the files that say it."""
    found: dict[Message, list[str]] = {}
    for folder in SOURCES:
        for file in sorted((root / folder).rglob("*.py")):
            if "migrations" not in file.parts:
                _add(found, of_python(file.read_text("utf-8"), str(file)), root, file)
    for file in sorted(
        file for file in (root / "templates").rglob("*") if file.suffix in TEMPLATES
    ):
        _add(found, of_template(file.read_text("utf-8"), str(file)), root, file)
    return {message: found[message] for message in sorted(found)}


def _add(
    found: dict[Message, list[str]], said: Iterator[Message], root: Path, file: Path
) -> None:
    place = file.relative_to(root).as_posix()
    for message in said:
        places = found.setdefault(message, [])
        if place not in places:
            places.append(place)


def path_of(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> Catalog:
    """The catalogue as it lies there; empty when there is none."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """The catalogue with every text of today and no other; translations kept."""
    old = catalogue(language)
    new = Catalog(
        locale=language,
        project="Crosscheck",
        version="1",
        fuzzy=False,
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        creation_date=WRITTEN,
        revision_date=WRITTEN,
        header_comment="# The interface in another language: see scripts/messages.py.",
    )
    for message, places in messages().items():
        known = old.get(message.key, context=message.context or None)
        new.add(
            message.key,
            known.string if known else None,
            locations=[(place, 0) for place in places],
            context=message.context or None,
            flags=["python-format"] if "%(" in message.text else [],
        )
    return new


def compiled(catalog: Catalog) -> bytes:
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def written(catalog: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalog, width=WIDTH, include_lineno=False)
    return file.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Texts of which a form is missing."""
    missing = []
    for message in catalog:
        forms = message.string if message.pluralizable else (message.string,)
        if message.id and not (forms and all(forms)):
            missing.append(str(message.id))
    return missing


def main() -> int:
    settings.configure(USE_I18N=True)
    django.setup()
    status = 0
    for language in LANGUAGES:
        catalog, path = updated(language), path_of(language)
        texts = {path: written(catalog), path.with_suffix(".mo"): compiled(catalog)}
        if "--check" not in sys.argv[1:]:
            path.parent.mkdir(parents=True, exist_ok=True)
            for file, content in texts.items():
                file.write_bytes(content)
        for file, content in texts.items():
            if not file.exists() or file.read_bytes() != content:
                sys.stderr.write(f"{file.relative_to(ROOT)} is out of date\n")
                status = 1
        missing = untranslated(catalog)
        sys.stderr.writelines(f"{language}: untranslated: {each}\n" for each in missing)
        sys.stderr.write(f"{language}: {len(catalog)} texts, {len(missing)} missing\n")
        status = status or int(bool(missing))
    return status


if __name__ == "__main__":
    sys.exit(main())
