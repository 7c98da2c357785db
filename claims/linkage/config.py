"""Every threshold of linkage, with unit and evidence. PURE.

"Development data" are the public sets that docs/benchmarks.md reports on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.facets.tolerances import DEFAULT, Tolerances


@dataclass(frozen=True, slots=True)
class LinkageConfig:
    """Shares are of summed word weight (linkage.rarity), 0 to 1."""

    tolerances: Tolerances = field(default=DEFAULT)

    # Share of the poorer statement's words found in the other from which two statements
    # tell the same as a whole, if nothing differs.
    same_wording: float = 0.7
    # The same of the richer statement, and the summed weight of what is shared: a short
    # sentence of common words is contained in many.
    least_wording: float = 0.1
    wording_evidence: float = 1.0
    # Share of the poorer statement's words from which one aligned event may relate two
    # statements, and strength × evidence that the event then needs.
    event_wording: float = 0.4
    event_product: float = 1.1
    # Names in common (places apart), share of the richer statement's words and summed
    # weight from which two statements speak of one thing without an aligned event.
    least_names: int = 3
    names_wording: float = 0.4
    names_evidence: float = 2.2
    # Share of the poorer statement's words, and summed weight, from which a later one
    # may end what the earlier tells of: of our labelled pairs nine are found so, and of
    # the updates among real articles none was wrong.
    undone_wording: float = 0.45
    undone_evidence: float = 1.0
    # Share of the poorer statement's words, and summed weight, from which two tell the
    # same though no value is in both; and the share from which the poorer is contained.
    # Of what this adds 8 of 9 are right on our labelled pairs, 6 of 10 on public ones.
    shared: float = 0.6
    much_evidence: float = 1.5
    contained: float = 0.8
    contained_evidence: float = 0.5
    # Shares of the poorer and the richer statement's words, and summed weight, from
    # which a slot that both fill once and differently is what they differ in: on our
    # labelled pairs ten conflicts and no false one.
    slot_wording: float = 0.69
    slot_least: float = 0.5
    slot_evidence: float = 1.3
    # Likeness (2 × words in order that both have / words of both) from which one
    # differing slot is read as an edit of the same sentence.
    near_copy: float = 0.75
    # Share of the poorer statement's words from which two are tried as near-copies.
    copy_wording: float = 0.4
    # How likely two near-copies contradict by the words exchanged, from which they are
    # shown to. Of stories kept out of the fit in turn, .55 finds 162 of 235 public
    # conflicts and calls 7 of 155 others one; .6 finds 160 and calls 6, .5 164 and 9.
    contradiction: float = 0.55
    # Whether the texts that two statements are of share a whole sentence: then short
    # near-copies in them are no pattern that any event would fill.
    one_account: bool = False
    # Share of the smaller frame's words found in the other frame from which two frames
    # tell of one event.
    same_event: float = 0.5
    # Summed weight that aligned frames must share: 1.0 is one unknown name or two words
    # of medium rarity. Below it two events agree by accident.
    shared_evidence: float = 1.2
    # Weight taken off that for sentences that share all their words (in proportion).
    evidence_relief: float = 0.5
    # Most words of a sentence that is held against a passage somebody has chosen for
    # it, and how many times as many the passage has at least. Of 1,939 public passages
    # with a claim 1,605 are so, of 3,313 pairs of sentences on one event 87.
    claim_words: int = 14
    passage_ratio: float = 1.5
    # Share of the sentence's words, each in any form or by a synonym, that the passage
    # has when it gives a value otherwise; of eight so found on public data 7 are right.
    claim_valued: float = 0.6
    # The same when the passage tells the sentence: of 291 so found 178 are right, and
    # above .8 they are no more often.
    claim_told: float = 0.75
    # Share of what a predicate of the sentence says that a predicate of the passage has
    # when it denies it, and how much less another may have that affirms it; of 18 so
    # found 14 are right.
    denied_share: float = 0.5
    denied_margin: float = 0.3
    # Statements in full comparison a statement, best candidates first.
    most_compared: int = 20
    # Days between the dates of two opposite states from which the later may be an
    # update, and the same between the days of publication where a state has no date.
    update_days: int = 2
    update_days_published: int = 14
    # Share of cross pairs that must be linked for two clusters to become one claim.
    cluster_density: float = 0.5


DEFAULT_CONFIG = LinkageConfig()
