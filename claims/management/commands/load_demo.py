"""Load the demo newsroom once: five short reports, and an account for each kind of
work.

Nothing is done when the database holds any article or any account: a demo never mixes
with what a newsroom has stored. The reports go through import_articles like any others;
their links and claims are the engine's, not ours.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from factcheck.operations.audit import audit
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from sources.models import Article

FOLDER = Path(__file__).resolve().parents[2] / "demo"

# Who the accounts are: user name, role, whether the admin lets them in. Two editors,
# since ratings are blind and agreement needs two.
ACCOUNTS = (
    ("editor", Role.EDITOR, False),
    ("second", Role.EDITOR, False),
    ("senior", Role.SENIOR_EDITOR, False),
    ("curator", Role.CURATOR, True),
)

# Bytes of a random password: 12 give 96 bits, printed as 16 characters.
PASSWORD_BYTES = 12


class Command(BaseCommand):
    """load_demo: idempotent, and silent about passwords when DEMO_PASSWORD sets
    them.
    """

    help = __doc__.split("\n", maxsplit=1)[0]

    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.exists():
            self.stderr.write("There are accounts already: none are made.")
        else:
            self._accounts()
        if Article.objects.exists():
            self.stderr.write("There are articles already: the demo is not loaded.")
            return
        call_command("import_articles", FOLDER)

    def _accounts(self) -> None:
        given = settings.DEMO_PASSWORD
        with transaction.atomic():
            passwords = {
                name: given or secrets.token_urlsafe(PASSWORD_BYTES)
                for name, _, _ in ACCOUNTS
            }
            for name, role, staff in ACCOUNTS:
                user = User.objects.create_user(
                    name, password=passwords[name], is_staff=staff
                )
                user.groups.add(Group.objects.get(name=role))
                audit(
                    actor=None,
                    verb="user.create",
                    target=user,
                    after={"username": name, "groups": [role]},
                    reason="demo newsroom",
                )
        if given:
            return
        self.stderr.write("Accounts, shown only now:")
        for name, password in passwords.items():
            self.stderr.write(f"  {name:<8} {password}")
