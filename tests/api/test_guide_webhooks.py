"""What docs/api.md says of webhooks: the receiver it shows, and the names it lists."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factcheck.operations.webhooks.events import EVENTS
from factcheck.operations.webhooks.turns import deliver_due
from tests.architecture.tree import ROOT
from tests.factories import DeliveryFactory, WebhookFactory
from tests.receiver import Receiver, receiver

__all__ = ["receiver"]

GUIDE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SECTION = GUIDE.partition("## Webhooks")[2].partition("\n## ")[0]
(PROGRAM,) = re.findall(r"^```python\n(.*?)^```$", SECTION, re.MULTILINE | re.DOTALL)


@pytest.fixture
def verified() -> Any:
    """The function of the guide."""
    names: dict[str, Any] = {}
    exec(compile(PROGRAM, "docs/api.md", "exec"), names)
    return names["verified"]


@pytest.mark.django_db
def test_the_receiver_of_the_guide(receiver: Receiver, verified: Any) -> None:
    webhook = WebhookFactory(url=receiver.url, allow_private=True)
    row = DeliveryFactory(webhook=webhook)
    deliver_due(payload_of=lambda *_: {"what": "a “quoted” word"})
    (got,) = receiver.got
    told = verified(webhook.secret, got.headers, got.body)
    assert (told["type"], told["data"]["what"]) == (row.event, "a “quoted” word")
    with pytest.raises(ValueError, match="not ours"):
        verified(webhook.secret, got.headers, got.body + b" ")
    with pytest.raises(ValueError, match="not ours"):
        verified(WebhookFactory().secret, got.headers, got.body)
    old = dict(got.headers) | {"webhook-timestamp": "1"}
    with pytest.raises(ValueError, match="too old"):
        verified(webhook.secret, old, got.body)


def test_every_event_is_explained() -> None:
    assert re.findall(r"^\| `(\w+\.\w+)` \|", SECTION, re.MULTILINE) == list(EVENTS)
