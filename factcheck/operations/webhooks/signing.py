"""Secrets and signatures as Standard Webhooks has them (standardwebhooks.com)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, datetime
from secrets import token_bytes

from standardwebhooks import Webhook as Signer

from factcheck import __version__

# Bytes; the specification asks for 24 to 64.
SECRET_BYTES = 32
PREFIX = "whsec_"


def new_secret() -> str:
    """A secret as a receiver writes it into its settings."""
    return PREFIX + b64encode(token_bytes(SECRET_BYTES)).decode()


def signed_headers(
    *, secrets: Sequence[str], message: str, body: str, at: datetime
) -> dict[str, str]:
    """The headers of a request.

    secrets  each signs; a receiver takes the message if one signature fits
    message  its id: the same for every attempt, so that a receiver knows it again
    at       when it is sent; a receiver refuses what is older than five minutes
    """
    # The package takes the clock of any time zone for that of UTC.
    moment = at.astimezone(UTC)
    return {
        "Content-Type": "application/json",
        "User-Agent": f"factcheck/{__version__}",
        "webhook-id": message,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(
            Signer(secret).sign(message, moment, body) for secret in secrets
        ),
    }
