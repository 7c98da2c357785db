"""Articles that nobody wrote: the same for the same seed, all of them different.

Each has about WORDS words in paragraphs, an outlet, a publication day, and most of its
names from a small cast of its own, as a news story has. Every PLANT_EVERY articles a
fact about names of its own is told in two of them, so that what linking finds can be
counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.perf import words

SEED = 2031
WORDS = 500
PARAGRAPH = 3  # sentences
PLANT_EVERY = 5  # articles for one planted pair
APART = 40  # most articles between the two tellings
OUTLETS = 12
FIRST_DAY = date(2024, 1, 8)
ARTICLES_A_DAY = 10
# Chance that a filler sentence is a ready pattern, which look alike. Where 150
# articles of public news are imported, ten a day, 37% of what block keys propose look
# alike enough to be compared, 7 pairs with other articles a statement; here it is 46%
# and 9 pairs, and with a fifth of ready patterns and fewer words it was 55% and 11.
READY = 0.05
# Chance that a name is one of the article's own cast.
OWN_CAST = 0.8


@dataclass(frozen=True, slots=True)
class Planted:
    """One fact told in two articles; relation corroborates or conflicts."""

    a: str
    b: str
    kind: str
    relation: str
    text_a: str
    text_b: str


@dataclass(slots=True)
class Generated:
    """One article; text has its paragraphs divided by blank lines."""

    external_id: str
    outlet: str
    published: date
    title: str
    text: str


class Cast:
    """Where an article's names come from: mostly its own few, else anybody's."""

    def __init__(self, random: Random, everybody: Cast | None = None) -> None:
        size = 4 if everybody else 400
        self._random = random
        self._everybody = everybody
        self.people = [person(random) for _ in range(size)]
        self.places = [place(random) for _ in range(max(2, size // 2))]
        self.firms = [firm(random) for _ in range(max(2, size // 2))]

    def one(self, kind: str) -> str:
        """A name of "people", "places" or "firms"."""
        whose = self
        if self._everybody and self._random.random() > OWN_CAST:
            whose = self._everybody
        return self._random.choice(getattr(whose, kind))


def _word(random: Random, endings: list[str]) -> str:
    stem = "".join(random.choice(words.SYLLABLES) for _ in range(random.randint(1, 2)))
    return (stem + random.choice(endings)).capitalize()


def person(random: Random) -> str:
    """A forename and an invented surname."""
    return f"{random.choice(words.FORENAMES)} {_word(random, words.ENDINGS_PERSON)}"


def place(random: Random) -> str:
    """An invented town."""
    return _word(random, words.ENDINGS_PLACE)


def firm(random: Random) -> str:
    """An invented company."""
    return f"{_word(random, words.ENDINGS_FIRM)} {random.choice(words.TRADES)}"


def money(random: Random) -> str:
    """A sum in millions of dollars or euros."""
    return f"{random.choice('$€')}{random.randint(2, 900)} million"


def sentence(random: Random, cast: Cast) -> str:
    """One filler sentence: mostly put together, else one of the ready patterns."""
    if random.random() < READY:
        template = random.choice(words.SENTENCES)
    else:
        clauses = [_clause(random) for _ in range(random.choice((1, 2, 2)))]
        template = random.choice(words.JOINTS).join(clauses)
        template += f"{random.choice(words.REPORTS)}."
    filled = _filled(random, cast, template)
    return filled[0].upper() + filled[1:]


def _clause(random: Random) -> str:
    parts = (
        random.choice(words.SUBJECTS),
        random.choice(words.VERBS),
        random.choice(words.OBJECTS),
        random.choice(words.ADJUNCTS),
    )
    clause = " ".join(part for part in parts if part)
    return clause[0].lower() + clause[1:]


def _filled(random: Random, cast: Cast, template: str) -> str:
    for slot, fill in _slots(random, cast).items():
        while slot in template:
            template = template.replace(slot, fill(), 1)
    return template


def _slots(random: Random, cast: Cast):
    def choice(values):
        return lambda: random.choice(values)

    people, firms = (lambda: cast.one("people")), (lambda: cast.one("firms"))
    return {
        "{person}": people,
        "{Person}": people,
        "{firm}": firms,
        "{Firm}": firms,
        "{place}": lambda: cast.one("places"),
        "{office}": choice(words.OFFICES),
        "{noun}": choice(words.NOUNS),
        "{goods}": choice(words.GOODS),
        "{adjective}": choice(words.ADJECTIVES),
        "{topic}": choice(words.TOPICS),
        "{weekday}": choice(words.WEEKDAYS),
        "{month}": choice(words.MONTHS),
        "{ordinal}": choice(["second", "third", "fourth", "fifth"]),
        "{count}": lambda: f"{random.randint(11, 9000):,}",
        "{small}": choice(["two", "three", "four", "five", "six", "seven", "nine"]),
        "{percent}": lambda: str(random.randint(2, 98)),
        "{money}": lambda: money(random),
        "{year}": lambda: str(random.randint(2019, 2030)),
    }


def _values(random: Random, kind: str, day: date) -> tuple[str, str]:
    """Two values of a kind that cannot both be true."""
    if kind == "date":
        first = day - timedelta(days=random.randint(4, 9))
        days = (first, first + timedelta(days=random.randint(1, 3)))
        return tuple(f"{words.MONTHS[d.month - 1]} {d.day}" for d in days)
    if kind == "amount":
        low = random.randint(2, 400)
        return f"${low} million", f"${low * 2} million"
    if kind == "count":
        low = random.randint(11, 40)
        return str(low), str(low * 2)
    if kind == "duration":
        return random.choice([("one hour", "two hours"), ("40 minutes", "three hours")])
    if kind == "percent":
        low = random.randint(20, 45)
        return str(low), str(low + 30)
    return ("approved", "rejected")


def _facts(random: Random, count: int, days: list[date]) -> Iterator[tuple]:
    """(number of article a, of b, kind, relation, telling a, telling b)."""
    for number in range(0, count - 1, PLANT_EVERY):
        other = min(count - 1, number + random.randint(1, APART))
        kind, telling_a, telling_b = words.FACTS[
            number // PLANT_EVERY % len(words.FACTS)
        ]
        value_a, value_b = _values(random, kind, days[number])
        agrees = random.random() < 0.5
        who = person(random)
        common = {
            "{person}": who,
            "{Person}": who,
            "{other}": person(random),
            "{Firm}": firm(random),
            "{place}": place(random),
            "{name}": _word(random, words.ENDINGS_PERSON),
            "{noun}": random.choice(words.NOUNS),
        }
        texts = []
        for telling, value in (
            (telling_a, value_a),
            (telling_b, value_a if agrees else value_b),
        ):
            for slot, fill in (common | {"{value}": value}).items():
                telling = telling.replace(slot, fill)
            texts.append(telling)
        yield number, other, kind, "corroborates" if agrees else "conflicts", *texts


def generate(count: int, seed: int = SEED) -> tuple[list[Generated], list[Planted]]:
    """`count` articles of about WORDS words, and the facts told twice in them."""
    random = Random(seed)
    everybody = Cast(random)
    days = [FIRST_DAY + timedelta(days=n // ARTICLES_A_DAY) for n in range(count)]
    told: list[list[str]] = [[] for _ in range(count)]
    planted = []
    for a, b, kind, relation, text_a, text_b in _facts(random, count, days):
        told[a].append(text_a)
        told[b].append(text_b)
        planted.append(
            Planted(external_id(a), external_id(b), kind, relation, text_a, text_b)
        )
    articles = [
        Generated(
            external_id=external_id(number),
            outlet=f"Outlet {number % OUTLETS}",
            published=days[number],
            title=f"{cast.one('places')} and its {random.choice(words.NOUNS)}",
            text=_text(random, cast, told[number]),
        )
        for number in range(count)
        for cast in (Cast(random, everybody),)
    ]
    return articles, planted


def external_id(number: int) -> str:
    """The id of the article with that number."""
    return f"generated-{number:05}"


def _text(random: Random, cast: Cast, told: list[str]) -> str:
    body = list(told)
    length = sum(len(each.split()) for each in body)
    while length < WORDS:
        body.append(sentence(random, cast))
        length += len(body[-1].split())
    random.shuffle(body)
    paragraphs = (body[n : n + PARAGRAPH] for n in range(0, len(body), PARAGRAPH))
    return "\n\n".join(" ".join(each) for each in paragraphs)
