"""How the pages name an account."""

from __future__ import annotations

from typing import Any


def person(user: Any) -> str:
    """The full name, or the user name without one."""
    return user.get_full_name() or user.get_username()


def initials(user: Any) -> str:
    """Two letters for the round mark of a person."""
    parts = person(user).split()
    letters = [part[0] for part in parts[:1] + parts[1:][-1:]]
    return "".join(letters).upper()
