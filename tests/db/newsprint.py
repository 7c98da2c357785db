"""Articles on invented events, read by the real engine and stored by the pipeline."""

from __future__ import annotations

from datetime import date

from claims.engine import load_engine
from claims.services.pipeline import process_version
from sources.models import Article, ArticleVersion
from tests import factories

DAY = date(2031, 3, 12)

CALL_ON_THE_SIXTH = (
    "President Orla Venn called Premier Tavi Rusk on March 6, her office said.\n\n"
    "The museum in Selm received 90,000 visitors in May."
)
CALL_ON_THE_SEVENTH = (
    "Orla Venn called Tavi Rusk on March 7.\n\nA ferry to Halden ran aground on Sunday."
)
CALL_LAST_THURSDAY = "Orla Venn called Tavi Rusk last Thursday."


def printed(
    text: str, *, name: str, outlet: str, day: date | None = DAY, **values: object
) -> ArticleVersion:
    """A new article of an outlet of its own, read and linked."""
    article = factories.ArticleFactory(
        external_id=name,
        outlet=factories.OutletFactory(name=outlet),
        published_date=day,
        published_precision=Article.Precision.DAY if day else Article.Precision.NONE,
        **values,
    )
    version = factories.ArticleVersionFactory(article=article, text=text, title="")
    process_version(version, engine=load_engine())
    return version
