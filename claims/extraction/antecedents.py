"""Whom "the company", "he" or "the two sides" means in an article. PURE.

The memory of one article in reading order. A noun or pronoun is resolved only where one
name fits: the one firm of the article so far, the one person with the office, the only
person of the sentence before, the subject of the clause around. Where two could be
meant, or somebody without a name, it stays open: a wrong antecedent makes a false
conflict, an open one only a missing link.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from claims.extraction import anaphors as back
from claims.extraction.anaphors import Anaphor, Sort
from claims.extraction.mentions import Mention, called
from claims.extraction.scenes import TWO, Reading, Scene, joined, sex_of
from claims.facets import gazetteer
from claims.facets.parsed import Span, Token
from claims.facets.types import Kind, StatementRecord
from claims.lexicon import references as words
from claims.lexicon.titles import ABBREVIATIONS

# Sentences that a pronoun, and "the two sides", may look back over.
NEAR = 2
FAR = 4
# Names that an open noun may stand for, at most: of more nobody can tell anything.
MOST_POSSIBLE = 8


class Antecedents:
    """The names of an article so far."""

    def __init__(self, records: Sequence[StatementRecord]) -> None:
        self._offices: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._speakers: set[str] = set()
        for record in records:
            for facet in record.facets:
                if facet.kind is Kind.TITLE and facet.measure:
                    told = frozenset(
                        ABBREVIATIONS.get(w, w) for w in facet.text.lower().split()
                    )
                    self._offices[f"{Kind.PERSON}:{facet.measure}"].append(told)
                if facet.kind is Kind.PERSON and facet.role == "speaker":
                    self._speakers.add(f"{facet.kind}:{facet.value}")
        self._outlets = {
            word
            for record in records
            for hop in record.hops
            for word in f"{hop.cited_outlet} {hop.venue}".lower().split()
        }
        self._seen: dict[Kind, dict[str, str]] = defaultdict(dict)
        self._called: dict[str, set[str]] = defaultdict(set)
        self._times: Counter[str] = Counter()
        self._sexes: dict[str, str] = {}
        self._introduced: set[str] = set()
        self._scenes: list[Scene] = []
        self._joined: list[tuple[str, ...]] = []

    def read(
        self, sent: Span, found: Sequence[Mention], record: StatementRecord
    ) -> list[tuple[Anaphor, tuple[str, ...], bool]]:
        """What the words of a sentence refer to, and whether that is sure: else they
        are the names that may be meant. The sentence is remembered.
        """
        self._learn(found)
        named = [mention.at for mention in found]
        unnamed = back.unnamed_people(sent, named)
        reading = Reading(sent, found, unnamed)
        told: list[tuple[Anaphor, tuple[str, ...], bool]] = []
        open_people = []
        for anaphor in back.anaphors(sent):
            if any(anaphor.token.i in at for at in named):
                continue
            names = self._meant(anaphor, reading)
            if names:
                told.append((anaphor, names, True))
                self._tell_sex(anaphor, names)
                reading.resolved[anaphor.token.i] = names[0] if len(names) == 1 else ""
                continue
            if anaphor.sort is Sort.PRONOUN:
                open_people.append(("", anaphor.sex))
            possible = self._possible(anaphor)
            if 0 < len(possible) <= MOST_POSSIBLE:
                told.append((anaphor, tuple(possible), False))
        self._introduced.update(back.introduced(sent))
        if not record.headline:
            self._scenes.append(self._scene(reading, open_people))
            self._joined.append(joined(record.frames))
        return told

    def _possible(self, anaphor: Anaphor) -> list[str]:
        """The names so far that an open noun may stand for; none where somebody or
        something without a name may be meant.
        """
        if anaphor.noun in self._introduced:
            return []
        match anaphor.sort:
            case Sort.IT:
                return self._companies("company")
            case Sort.COMPANY | Sort.BODY | Sort.OFFICE:
                return self._fitting(anaphor)
            case _:
                return []

    def _tell_sex(self, anaphor: Anaphor, names: Sequence[str]) -> None:
        """Who was meant by "she" once is not meant by "he" later."""
        if anaphor.sex and not self._sexes.get(names[0]):
            self._sexes[names[0]] = anaphor.sex

    def _learn(self, found: Iterable[Mention]) -> None:
        for mention in found:
            if mention.kind is Kind.ORGANISATION and " " not in mention.value:
                self._learn_holder(mention)
            if mention.kind is Kind.PERSON:
                offices = self._offices.get(mention.key, ())
                self._sexes.setdefault(mention.key, sex_of(mention, offices))
            if mention.kind is Kind.ORGANISATION:
                if self._aside(mention):
                    continue
                told = [*called(mention), *mention.text.lower().split()]
                self._called[mention.key].update(told)
                self._times[mention.key] += 1
            self._seen[mention.kind].setdefault(mention.key, mention.text)

    def _learn_holder(self, mention: Mention) -> None:
        """A single name that is said to hold an office is a person's."""
        held = frozenset(called(mention)) & back.OFFICES
        if held:
            person = f"{Kind.PERSON}:{mention.value}"
            self._offices[person].append(held)
            self._seen[Kind.PERSON].setdefault(person, mention.text)

    def _aside(self, mention: Mention) -> bool:
        named = set(mention.value.split())
        return mention.aside or not named or named <= self._outlets

    def _scene(self, reading: Reading, people: list[tuple[str, str]]) -> Scene:
        named = {m.key for m in reading.mentions} | set(reading.resolved.values())
        scene = Scene(people=list(people))
        scene.people += [
            ("", "") for m in reading.mentions if not m.known and m.head.ent_type_ == ""
        ]
        scene.people += [(key, "") for key in named if key.startswith("person")]
        scene.people += [
            ("", sex) for i, sex in reading.unnamed if i not in reading.resolved
        ]
        scene.bodies = {key for key in named if key in self._seen[Kind.ORGANISATION]}
        scene.bodies |= {body for key in named if (body := _doubtful(key))}
        for child in reading.sent.root.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                scene.subject = reading.at(child)
        return scene

    def _meant(self, anaphor: Anaphor, reading: Reading) -> tuple[str, ...]:
        if anaphor.sort is Sort.TWO:
            return self._two(anaphor)
        if anaphor.sort is Sort.PRONOUN:
            one = self._person(anaphor, reading)
        elif anaphor.sort is Sort.IT:
            one = self._body_of(anaphor, reading)
        else:
            if anaphor.noun in self._introduced:
                return ()
            one = _only(self._fitting(anaphor))
            if reading.prints(one):
                return ()
        return (one,) if one else ()

    def _fitting(self, anaphor: Anaphor) -> list[str]:
        """The names that a definite noun may stand for."""
        match anaphor.sort:
            case Sort.COMPANY:
                return self._companies(anaphor.noun)
            case Sort.BODY:
                row = words.BODIES[anaphor.noun]
                bodies = self._seen[Kind.ORGANISATION]
                return [key for key in bodies if row & _words(key)]
            case Sort.OFFICE:
                return self._holders(anaphor)
            case Sort.ANYONE:
                return self._anyone(anaphor)
            case Sort.COUNTRY:
                return self._countries()
            case _:
                return self._cities()

    def _companies(self, noun: str) -> list[str]:
        firms = [
            key
            for key in self._seen[Kind.ORGANISATION]
            if self._called[key] & words.COMPANIES or not _words(key) & words.PUBLIC
        ]
        firms += filter(None, map(_doubtful, self._seen[Kind.PERSON]))
        if noun not in words.ANY_COMPANY:
            such = [key for key in firms if self._is_called(key, noun)]
            if such or noun in words.OTHERWISE:
                return such
        return self._leading(firms)

    def _is_called(self, key: str, noun: str) -> bool:
        return noun in self._called[key] or any(w.endswith(noun) for w in _words(key))

    def _leading(self, firms: list[str]) -> list[str]:
        """Of several firms the one that the article began with and names most, where
        the sentence before is about it and about no other.
        """
        if len(firms) < TWO or not self._scenes:
            return firms
        last, most = self._scenes[-1], max(self._times[each] for each in firms[1:])
        one = firms[0]
        plain = last.bodies == {one} and last.subject == one
        return [one] if plain and self._times[one] > most else firms

    def _holders(self, anaphor: Anaphor) -> list[str]:
        heads = {anaphor.noun} | words.KINDS_OF_PEOPLE.get(anaphor.noun, frozenset())
        found = [
            person
            for person, offices in self._offices.items()
            if any(
                heads & told
                and anaphor.beside <= told
                and not (told - anaphor.beside) & words.SET_APART
                for told in offices
            )
        ]
        known = self._seen[Kind.PERSON]
        return found if all(person in known for person in found) else []

    def _anyone(self, anaphor: Anaphor) -> list[str]:
        people = list(self._seen[Kind.PERSON])
        if len(people) != 1 or people[0] in self._speakers:
            return []
        return people if self._sexes.get(people[0]) == anaphor.sex else []

    def _countries(self) -> list[str]:
        places = [_value(key) for key in self._seen[Kind.PLACE]]
        countries = [each for each in places if _is_country(each)]
        if len(countries) != 1:
            return []
        abroad = [
            each for each in places if _country(each) and _country(each) != countries[0]
        ]
        return [] if abroad else [f"{Kind.PLACE}:{countries[0]}"]

    def _cities(self) -> list[str]:
        found = []
        for key, text in self._seen[Kind.PLACE].items():
            place = gazetteer.lookup(text)
            if place is not None and place.city:
                found.append(key)
        return found

    def _fits(self, person: str, sex: str) -> bool:
        return self._sexes.get(person, "") in ("", sex)

    def _person(self, anaphor: Anaphor, reading: Reading) -> str:
        """Whom "he" or "her" means."""
        here = [
            (m.head.i, m.key)
            for m in reading.mentions
            if m.kind is Kind.PERSON and self._fits(m.key, anaphor.sex)
        ]
        here += [
            (m.head.i, "")
            for m in reading.mentions
            if not m.known and m.head.ent_type_ == ""
        ]
        here += [(i, "") for i, sex in reading.unnamed if sex in ("", anaphor.sex)]
        place = anaphor.token.i
        before = {key for i, key in here if i < place}
        before |= {
            key for i, key in reading.resolved.items() if key.startswith("person")
        }
        for governor in back.governors(anaphor.token, reading.sent):
            who = reading.at(governor)
            if who.startswith("person") and self._fits(who, anaphor.sex):
                return who if before <= {who} else ""
            if back.sex_of_word(governor.lower_) == anaphor.sex:
                return ""
        if before:
            return ""
        one = self._earlier(anaphor.sex)
        behind = {key for i, key in here if i > place}
        if one in behind or (behind and anaphor.token.head is not reading.sent.root):
            return ""
        return one

    def _earlier(self, sex: str) -> str:
        """The one person of the nearest sentence before that tells of any."""
        for scene in self._scenes[: -NEAR - 1 : -1]:
            fitting = {
                key
                for key, known in scene.people
                if (self._fits(key, sex) if key else known in ("", sex))
            }
            if fitting:
                return _only(fitting)
        return ""

    def _body_of(self, anaphor: Anaphor, reading: Reading) -> str:
        """What "it" or "its" means: the body that the clause around is about."""
        token = anaphor.token
        if token.lower_ == "its" and not _of_the_verb(token.head):
            return ""
        governor = next(back.governors(token, reading.sent), None)
        if governor is not None:
            one = reading.at(governor)
            if self._is_unknown(one, reading):
                return ""
            one = _doubtful(one) or one
            return one if self._is_body(one, its=token.lower_ == "its") else ""
        if any(m.head.i < token.i for m in reading.mentions) or not self._scenes:
            return ""
        last = self._scenes[-1]
        fits = token.lower_ == "it" or token.head.lemma in words.BODY_NOUNS
        subject = _doubtful(last.subject) or last.subject
        if fits and last.bodies == {subject}:
            return subject
        return ""

    def _is_unknown(self, key: str, reading: Reading) -> bool:
        """Whether the sentence prints the name, and nobody knows what it is."""
        return any(m.key == key and not m.known for m in reading.mentions)

    def _is_body(self, key: str, *, its: bool) -> bool:
        return key.startswith("organisation") or (its and key.startswith("place"))

    def _two(self, anaphor: Anaphor) -> tuple[str, ...]:
        """The two who last did something together."""
        kinds = words.SIDES.get(anaphor.noun, ("place", "organisation", "person"))
        for both in self._joined[: -FAR - 1 : -1]:
            if both:
                told = {key.partition(":")[0] for key in both}
                fit = len(told) == 1 and told <= set(kinds)
                return both if fit and len(both) == TWO else ()
        return ()


def _only(names: Iterable[str]) -> str:
    found = list(names)
    return found[0] if len(found) == 1 else ""


def _doubtful(person: str) -> str:
    """A single name that no forename makes a person's, as that of a body."""
    kind, _, value = person.partition(":")
    bare = kind == Kind.PERSON and " " not in value
    return f"{Kind.ORGANISATION}:{value}" if bare else ""


def _value(key: str) -> str:
    return key.partition(":")[2]


def _words(key: str) -> set[str]:
    return set(_value(key).replace(",", " ").split())


COUNTRY_CODE = 2


def _country(place: str) -> str:
    """The country of a place of the gazetteer: "leeds, gb"."""
    code = place.rpartition(", ")[2]
    return code if len(code) == COUNTRY_CODE else ""


def _is_country(place: str) -> bool:
    return len(place) == COUNTRY_CODE


def _of_the_verb(owned: Token) -> bool:
    """Whether what is owned is told of by the verb, and not beside another noun."""
    if owned.dep_ == "pobj":
        return owned.head.head.pos_ in ("VERB", "AUX")
    return owned.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")
