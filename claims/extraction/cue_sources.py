"""Who stands behind a reporting verb: its subject, wherever English puts it. PURE.

Before the verb or inverted behind it, before a chain of verbs, or in front of a
relative clause. Where the parse gives the verb no subject, the name that stands between
the quotation and the verb is taken, or the noun right before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.cue import lemma_of
from claims.facets.parsed import Doc, Token
from claims.lexicon import reporting as words

MAX_CLIMB = 4  # verbs between a cue and the verb that has its subject
MAX_PHRASE = 30  # tokens of a name with its appositions, before its verb

_SUBJECTS = frozenset({"nsubj", "csubj"})
_BEHIND = frozenset({"dobj", "attr", "npadvmod", "nsubj", "appos", "conj", "oprd"})
_CLIMBING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_SPEAKING = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_DASHES = frozenset({"-", "--", "—", "–"})
_SILENT = words.SILENT_PRONOUNS - {"it"}
_TIMES = frozenset({"DATE", "TIME"})


def source_of(token: Token, masked: set[int]) -> Token | None:
    """The token that names who speaks by this verb; None when nobody is named.

    masked are the indices of quoted tokens: nobody is looked for there.
    """
    own = _subject(token, masked)
    if own is not None:
        return _named(own) if _stands_for(own) else None
    if token.dep_ == "compound" and token.i == token.sent.start:
        return token.head  # "Said Olin: …"
    behind = [
        child
        for child in token.children
        if child.dep_ in _BEHIND
        and child.i > token.i
        and child.i not in masked
        and child.ent_type_ not in _TIMES
    ]
    inverted = bool(masked & {token.i - 1, token.i - 2}) or any(
        child.dep_ == "ccomp" and child.i < token.i for child in token.children
    )
    if inverted and behind and token.tag_ not in {"VBG", "VB"}:
        return _before(token, masked) or behind[0]
    found = _quoted(token) or _borrowed(token, masked) or _before(token, masked)
    if found is None and masked and behind and token.lemma in words.SAYING:
        return behind[0]  # '"…," said in a letter Dana Olin'
    return found


def _subject(token: Token, masked: set[int]) -> Token | None:
    """The verb's subject; the nearer of two, as a dateline may pose as the other."""
    found = [c for c in token.children if c.dep_ in _SUBJECTS and c.i not in masked]
    before = [c for c in found if c.i < token.i]
    return before[-1] if before else next(iter(found), None)


def _stands_for(subject: Token) -> bool:
    """False for "this", "there"; "one of the engineers" and "it" stand for somebody."""
    silent = subject.lower_ in _SILENT
    return not silent or any(c.dep_ == "prep" for c in subject.children)


def _named(subject: Token) -> Token:
    """Who stands behind a dateline or a date that was parsed as the subject."""
    behind = _behind_dateline(subject)
    if behind is not None:
        return behind
    following = subject.i + 1 < len(subject.doc)
    dateline = following and subject.is_upper and subject.nbor().text in _DASHES
    if subject.ent_type_ in {"PERSON", "ORG"} and not dateline:
        return subject
    dated = subject.i > 0 and any(
        t.dep_ == "prep" and t.i == subject.sent.start for t in subject.subtree
    )
    for child in subject.children:
        person = child.dep_ == "appos" and child.ent_type_ == "PERSON"
        if person and child.i > subject.i and (dateline or dated):
            return child
    return subject


def _behind_dateline(subject: Token) -> Token | None:
    """ "OSLO, Norway, June 9 — The mayor said": the noun right behind the dash."""
    placed = subject.is_upper or subject.ent_type_ == "GPE"
    if not placed or subject.i != subject.sent.start:
        return None
    under = list(subject.subtree)
    dash = next((t.i for t in under if t.text in _DASHES), None)
    if dash is None:
        return None
    return next((t for t in under if t.head.i < dash < t.i and t.pos_ in _NAMING), None)


def told_as(token: Token) -> Token | None:
    """ "quoted the minister as saying that …": the verb by which the object speaks."""
    if lemma_of(token) not in words.HANDING_ON:
        return None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            for said in child.children:
                if said.dep_ == "pcomp" and lemma_of(said) in words.SAYING:
                    return said
    return None


def _quoted(token: Token) -> Token | None:
    """Whom the verb around "as saying" makes the speaker: its object, in any voice."""
    verb = token.head.head
    if told_as(verb) is not token:
        return None
    return next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)


def _borrowed(token: Token, masked: set[int]) -> Token | None:
    """The subject of the verbs that the cue hangs on."""
    current = token
    for _ in range(MAX_CLIMB):
        head = current.head
        spoken = current.tag_ == "VBG" or (
            current.dep_ == "relcl" and current.tag_ != "VB"
        )
        if current.dep_ in {"acl", "relcl"} and spoken and head.pos_ in _NAMING:
            return head if head.i not in masked else None
        if head is current:
            return None
        if current.dep_ in _CLIMBING or current.dep_ == "prep":
            for child in head.children:
                if child.dep_ in {"nsubj", "nsubjpass"} and child.i not in masked:
                    return child
        current = head
    return None


def _before(token: Token, masked: set[int]) -> Token | None:
    """The name right before a finite verb of saying that the parse left alone."""
    if token.tag_ not in _FINITE or token.lemma not in words.SAYING:
        return None
    doc, at = token.doc, token.i - 1
    floor = max(token.sent.start, token.i - MAX_PHRASE)
    while at > floor and doc[at].pos_ in {"AUX", "ADV", "PART"}:
        at -= 1
    if at < floor or at in masked:
        return None
    if doc[at].text != ",":
        return doc[at] if doc[at].pos_ in _NAMING and _free(doc[at]) else None
    start = _phrase_start([*range(floor, at)], doc, masked)
    return None if start is None else _first_name(doc[start:at])


def _phrase_start(indices: Sequence[int], doc: Doc, masked: set[int]) -> int | None:
    """Where the speaker's phrase opens: behind the quotation, or behind "as"."""
    for i in reversed(indices):
        if i in masked or doc[i].lower_ == "as":
            return i + 1
    return None


def _first_name(phrase: Sequence[Token]) -> Token | None:
    return next(
        (
            t
            for t in phrase
            if t.ent_type_ in _SPEAKING and t.pos_ == "PROPN" and not _inside_name(t)
        ),
        None,
    )


def _inside_name(token: Token) -> bool:
    """Whether the name goes on behind the token."""
    following = token.i + 1
    return (
        following < len(token.doc)
        and token.doc[following].ent_iob_ == "I"
        and token.doc[following].pos_ == "PROPN"
    )


def _free(token: Token) -> bool:
    return token.ent_type_ not in _TIMES and token.lower_ not in words.SILENT_PRONOUNS
