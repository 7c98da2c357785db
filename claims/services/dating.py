"""The publication date of an article is corrected, and what rests on it follows.

That the text must be read again is written with the date itself: whoever asks again
after a server died in between has it read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from claims.models import ProcessingRun
from claims.services.pipeline import process_version
from sources.services import published_correct

if TYPE_CHECKING:
    from claims.engine import Engine
    from factcheck.operations.models import Token, User
    from sources.models import Article


def date_correct(
    *,
    actor: User,
    article: Article,
    published: str,
    engine: Engine,
    reason: str = "",
    token: Token | None = None,
) -> bool:
    """Set the date; relative dates, block keys, links and claims follow at once.

    published  as for `published_correct`, which says what is raised
    Returns whether it was another date.
    """
    with transaction.atomic():
        changed = published_correct(
            article=article,
            published=published,
            actor=actor,
            reason=reason,
            token=token,
        )
        if changed:
            runs = ProcessingRun.objects.filter(version=article.current_version_id)
            runs.update(finished_at=None)
    version = article.current_version
    if version is not None:
        version.article = article
        process_version(version, engine=engine)
    return changed
