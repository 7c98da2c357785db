"""Who is said to have said each sentence, and through whom: chains of hops. PURE.

All sentences of an article are read in order, because "he added" and a quotation that
stands alone inherit the speaker before. A chain runs outermost first: the outlet that
is cited, then whom it cites. One cue is outside another when the other stands in its
content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.extraction.cue import Cue
from claims.extraction.cue_sources import told_as
from claims.extraction.cues import find_cues
from claims.extraction.described import Speaker, phrase_of
from claims.extraction.quotes import quoted, within
from claims.extraction.speakers import Memory
from claims.extraction.venues import Venue, venue_of
from claims.facets.parsed import Span, Token
from claims.facets.roster import Roster
from claims.facets.types import Hop
from claims.lexicon.reporting import UNNAMED

# Share of a sentence's letters within quotation marks from which it is a quotation that
# needs a speaker; a tag such as "…," she (later) explained stays outside.
QUOTATION_SHARE = 0.8

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue read: spans are half-open and count from the start of the sentence.

    source    where the source phrase stands; None when it is inherited or unnamed
    content   what is handed over, as far as the sentence prints it
    outer     positions in the chain of the attributions around this one
    """

    sentence: int
    speaker: Speaker
    strength: str
    cue: Range = (0, 0)
    words: str = ""
    source: Range | None = None
    content: tuple[Range, ...] = ()
    venue: Venue | None = None
    outer: tuple[int, ...] = ()
    inherited: bool = False


Chain = tuple[Attribution, ...]


def attributions(
    sents: Sequence[Span], roster: Roster | None = None
) -> list[tuple[Hop, ...]]:
    """The hops of every sentence, outermost first; empty where nobody is named.

    sents are all sentences of one article in order. roster, when given, turns a surname
    into the full name it belongs to.
    """
    return [hops_of(chain) for chain in chains(sents, roster)]


def chains(sents: Sequence[Span], roster: Roster | None = None) -> list[Chain]:
    """The attributions of every sentence, outermost first."""
    memory = Memory(names=roster)
    memory.prepare(sents)
    docs = {id(sent.doc): sent.doc for sent in sents}
    quotes = {number: quoted(doc.text) for number, doc in docs.items()}
    found: list[Chain] = []
    for number, sent in enumerate(sents):
        spans = quotes[id(sent.doc)]
        cues = find_cues(sent, spans)
        chain = _chain(number, sent, cues, spans, memory)
        found.append(chain)
        _take_topic(sent, chain, memory)
    return _inherit(sents, found, quotes)


def hops_of(chain: Chain) -> tuple[Hop, ...]:
    """The chain in the form that is stored."""
    return tuple(
        Hop(
            position=position,
            speaker=step.speaker.name,
            role=step.speaker.role,
            venue=_venue_text(step.venue),
            cited_outlet=step.speaker.name if step.speaker.kind == "outlet" else "",
            cue=step.words,
            start=_printed(step)[0],
            end=_printed(step)[1],
            strength=step.strength,
            source_start=step.source[0] if step.source else 0,
            source_end=step.source[1] if step.source else 0,
        )
        for position, step in enumerate(chain)
    )


def _printed(step: Attribution) -> Range:
    """From the source to the cue, whichever comes first; (0, 0) when inherited."""
    if step.source is None:
        return step.cue
    return min(step.source[0], step.cue[0]), max(step.source[1], step.cue[1])


def _venue_text(venue: Venue | None) -> str:
    return "" if venue is None else venue.name or venue.act


def _chain(
    number: int,
    sent: Span,
    cues: Sequence[Cue],
    spans: Sequence[Range],
    memory: Memory,
) -> Chain:
    """The sentence's cues, resolved in reading order and put outermost first."""
    memory.read_names(sent)
    steps = [_read(number, sent, cue, spans, memory) for cue in cues]
    outer = [_around(cue, cues) for cue in cues]
    order = sorted(range(len(cues)), key=lambda i: (len(outer[i]), cues[i].first))
    place = {i: position for position, i in enumerate(order)}
    chain = [
        _inside(steps[i], tuple(sorted(place[o] for o in outer[i]))) for i in order
    ]
    return _without_echoes(chain)


def _inside(step: Attribution, outer: tuple[int, ...]) -> Attribution:
    return step if step.outer == outer else replace(step, outer=outer)


def _read(
    number: int, sent: Span, cue: Cue, spans: Sequence[Range], memory: Memory
) -> Attribution:
    base = sent.start_char
    doc = sent.doc
    speaker = Speaker() if cue.source is None else memory.resolve(cue.source)
    if speaker.kind == "group" and speaker.named and _reports(cue):
        speaker = replace(speaker, kind="outlet")
    venue = None if cue.leans else venue_of(cue, sent, spans)
    if venue is not None and venue.definite and speaker.venue:
        venue = Venue(speaker.act, speaker.venue)
    if venue is not None and not venue.definite:
        speaker = replace(speaker, venue=venue.name, act=venue.act)
    if cue.strength != "stance" or speaker.kind == "person":
        memory.remember(speaker)
    first, last = doc[cue.first], doc[cue.last]
    end = last.idx + len(last)
    source = cue.source
    return Attribution(
        sentence=number,
        speaker=speaker,
        strength="reported" if speaker.kind == "outlet" else cue.strength,
        cue=(first.idx - base, end - base),
        words=doc.text[first.idx : end],
        source=None if source is None else _extent(source, sent),
        content=tuple(
            (doc[a].idx - base, doc[b - 1].idx + len(doc[b - 1]) - base)
            for a, b in cue.content
        ),
        venue=venue,
    )


def _extent(source: Token, sent: Span) -> Range | None:
    """The source phrase with its article, from the start of the sentence.

    A sentence that was cut behind an abbreviation ("Lt.") has words of its phrases in
    the one before; None where all of them are there.
    """
    phrase = [t for t in phrase_of(source) if sent.start <= t.i < sent.end]
    if not phrase:
        return None
    last = phrase[-1]
    return phrase[0].idx - sent.start_char, last.idx + len(last) - sent.start_char


def _reports(cue: Cue) -> bool:
    """True for what only publications do: report, and cite others as sources."""
    source = cue.source
    place = source is not None and source.ent_type_ in {"GPE", "NORP", "LOC"}
    lemma = cue.anchor.lemma
    cites = lemma == "cite" and any(
        c.dep_ == "dobj" and c.lower_ in UNNAMED for c in cue.anchor.children
    )
    passes_on = told_as(cue.anchor) is not None and not cue.leans
    reports = lemma == "report" and cue.strength == "reported"
    return not place and (cites or passes_on or reports)


def _around(cue: Cue, cues: Sequence[Cue]) -> set[int]:
    """Indices of the cues in whose content this one stands."""
    found = set()
    for index, other in enumerate(cues):
        if other is cue:
            continue
        leaning = cue.leans and not other.leans
        if leaning or (_holds(other, cue) and not _holds(cue, other)):
            found.add(index)
    return found


def _holds(outer: Cue, inner: Cue) -> bool:
    return any(a <= inner.anchor.i < b for a, b in outer.content)


def _without_echoes(chain: Sequence[Attribution]) -> Chain:
    """The chain without a second cue of the same speaker ("said …, adding …").

    Of what one feels and what one says the saying is kept.
    """
    kept: list[Attribution] = []
    for step in chain:
        if not step.speaker.name and step.strength != "hearsay":
            continue
        same = [
            index
            for index, earlier in enumerate(kept)
            if step.speaker.name and earlier.speaker.name == step.speaker.name
        ]
        if not same:
            kept.append(step)
        elif kept[same[0]].strength == "stance" != step.strength:
            kept[same[0]] = step  # "Olin, who hopes to win, said …"
        elif kept[same[0]].venue is None and step.venue is not None:
            kept[same[0]] = replace(kept[same[0]], venue=step.venue)
    return tuple(
        _inside(step, tuple(o for o in step.outer if o < position))
        for position, step in enumerate(kept)
    )


def _take_topic(sent: Span, chain: Chain, memory: Memory) -> None:
    """A person who is the subject of a sentence is whom "he" means next."""
    if chain:
        return
    for child in sent.root.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.ent_type_ == "PERSON":
            memory.remember(memory.resolve(child))


def _inherit(
    sents: Sequence[Span], found: list[Chain], quotes: dict[int, list[Range]]
) -> list[Chain]:
    """The chains, with a speaker for every quotation that has no cue of its own."""
    filled = list(found)
    for number, sent in enumerate(sents):
        spans = quotes[id(sent.doc)]
        if found[number] or not _is_quotation(sent, spans):
            continue
        donor = _donor(number, sents, found, filled, spans)
        if donor is not None:
            filled[number] = (_inherited(number, sent, donor),)
    return filled


def _is_quotation(sent: Span, spans: Sequence[Range]) -> bool:
    masked = within(sent, spans)
    letters = [token.i for token in sent if token.is_alpha] if masked else []
    return bool(letters) and (
        len(masked.intersection(letters)) >= QUOTATION_SHARE * len(letters)
    )


def _donor(
    number: int,
    sents: Sequence[Span],
    found: Sequence[Chain],
    filled: Sequence[Chain],
    spans: Sequence[Range],
) -> Attribution | None:
    """Whose quotation it is: tagged later in the same quotation, or said before."""
    sent = sents[number]
    region = next((r for r in spans if r[0] <= sent.start_char < r[1]), None)
    for later in range(number + 1, len(sents)):
        other = sents[later]
        if other.doc is not sent.doc or region is None or other.start_char >= region[1]:
            break
        if found[later]:
            return _speaking(found[later])
    return _before(number, sents, filled)


def _before(
    number: int, sents: Sequence[Span], filled: Sequence[Chain]
) -> Attribution | None:
    """The speaker of this paragraph so far, or of the one before it."""
    paragraphs = 0
    for earlier in range(number - 1, -1, -1):
        paragraphs += sents[earlier].doc is not sents[earlier + 1].doc
        if paragraphs > 1:
            return None
        donor = _speaking(filled[earlier])
        if donor is not None:
            return donor
    return None


def _speaking(chain: Chain) -> Attribution | None:
    """Who speaks at the inner end of a chain; opinions and hearsay do not speak."""
    said = [s for s in chain if s.strength in {"said", "reported"} and s.speaker.name]
    return said[-1] if said else None


def _inherited(number: int, sent: Span, donor: Attribution) -> Attribution:
    return Attribution(
        sentence=number,
        speaker=donor.speaker,
        strength=donor.strength,
        content=((0, sent.end_char - sent.start_char),),
        venue=donor.venue,
        inherited=True,
    )
