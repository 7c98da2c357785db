"""A newsroom's night: send in a folder of articles, check a draft, hear what changed.

    export FACTCHECK=http://127.0.0.1:8000/api/v1 TOKEN=…
    python docs/examples/newsroom.py articles/ draft.txt --port 9009 --private

Needs nothing but Python. The token has the scopes read, ingest and curate. The folder
holds JSON files, each an article with the fields of `POST /articles/`. `--private`: the
receiver is reached at a private address (this machine); that is for administrators,
everybody else gives `--hook https://…`, the public address that leads here.

    1  listen, and make a webhook that leads here
    2  send the articles in; more than a few become a job: wait for it
    3  check the draft: what is already printed about each sentence
    4  take the signed message that tells of a claim, and verify it
    5  delete the webhook
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import hmac
import json
import os
import queue
import sys
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

# Seconds: an older message may be one that somebody has kept and sends again.
TOLERANCE = 300
POLL = 1.0
EVENTS = ["claim.created", "claim.conflict_found", "article.version_changed"]


class Refused(Exception):
    """The API says no, with the reason (RFC 9457)."""


def ask(method: str, address: str, body: Any = None) -> tuple[int, Any, Any]:
    """Status, JSON and headers of an answer; `address` is below FACTCHECK, or whole."""
    base = os.environ["FACTCHECK"].rstrip("/")
    url = address if address.startswith("http") else f"{base}/{address}"
    request = urllib.request.Request(url, method=method)
    request.add_header("Authorization", f"Bearer {os.environ['TOKEN']}")
    data = None
    if body is not None:
        data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, data, timeout=120) as answer:
            raw = answer.read()
            return answer.status, json.loads(raw) if raw else None, answer.headers
    except urllib.error.HTTPError as error:
        raise Refused(f"{error.code}: {error.read().decode()[:500]}") from error


def verified(secret: str, headers: Any, body: bytes) -> Any:
    """The message, if it is ours and new. Raises ValueError.

    Standard Webhooks: HMAC-SHA256 over "id.timestamp.body", in base64; there may be
    several signatures, of which one has to fit. The body is verified as it came in,
    before it is read as JSON.
    """
    message, stamp = headers["webhook-id"], headers["webhook-timestamp"]
    if message is None or stamp is None or abs(time.time() - int(stamp)) > TOLERANCE:
        raise ValueError("no message of ours, or an old one")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message}.{stamp}.".encode() + body
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    for each in (headers["webhook-signature"] or "").split():
        version, _, signature = each.partition(",")
        if version == "v1" and hmac.compare_digest(signature, wanted):
            return json.loads(body)
    raise ValueError("the signature does not fit")


class Receiver:
    """Takes messages in: answers at once, and leaves the work to whoever reads."""

    def __init__(self, port: int) -> None:
        self.secret = ""
        self.messages: queue.Queue[Any] = queue.Queue()
        self.seen: set[str] = set()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"] or 0))
                try:
                    told = verified(receiver.secret, self.headers, body)
                except ValueError:
                    self.send_response(400)
                else:
                    receiver.take(self.headers["webhook-id"], told)
                    self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self, message: str, told: Any) -> None:
        """The same message may come twice: its id says so."""
        if message not in self.seen:
            self.seen.add(message)
            self.messages.put(told)


def articles_in(folder: Path) -> list[Any]:
    return [
        json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))
    ]


def send_in(articles: list[Any]) -> dict[str, int]:
    """How many were created, updated and so on; waits where it becomes a job."""
    status, answer, headers = ask("POST", "articles/", {"articles": articles})
    if status != 202:
        return dict(answer["counts"])
    while answer["state"] in {"queued", "running"}:
        print(f"  {answer['done']} of {answer['total']}")
        time.sleep(POLL)
        _, answer, _ = ask("GET", headers["Location"])
    for error in answer["errors"]:
        print(f"  row {error['row']}: {error['detail']}", file=sys.stderr)
    return dict(answer["counts"])


def check(draft: str) -> list[tuple[str, str]]:
    """Each sentence of the draft, and what is printed about it."""
    _, answer, _ = ask("POST", "check/", {"text": draft})
    return [(row["text"], row["found"]) for row in answer["sentences"]]


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("folder", type=Path, help="of JSON files, an article each")
    asked.add_argument("draft", type=Path, help="a text file")
    asked.add_argument("--port", type=int, default=9009, help="to listen at")
    asked.add_argument("--hook", help="public address that leads to this port")
    asked.add_argument("--private", action="store_true", help="an administrator's own")
    asked.add_argument("--wait", type=float, default=120, help="seconds for a message")
    given = asked.parse_args()

    receiver = Receiver(given.port)
    _, webhook, _ = ask(
        "POST",
        "webhooks/",
        {
            "name": "night script",
            "url": given.hook or f"http://127.0.0.1:{receiver.port}/",
            "events": EVENTS,
            "allow_private": given.private,
        },
    )
    receiver.secret = webhook["secret"]
    try:
        articles = articles_in(given.folder)
        print(f"Sending {len(articles)} articles")
        print(f"  {send_in(articles)}")
        print("Checking the draft")
        for sentence, found in check(given.draft.read_text("utf-8")):
            print(f"  {found}: {sentence}")
        print("Listening")
        told = receiver.messages.get(timeout=given.wait)
        print(f"  verified: {told['type']} {told['data']}")
    finally:
        ask("DELETE", f"webhooks/{webhook['id']}/")


if __name__ == "__main__":
    try:
        main()
    except (Refused, queue.Empty, OSError) as error:
        sys.exit(str(error) or "Nothing was told in time.")
