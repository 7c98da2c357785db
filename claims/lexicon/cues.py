"""Words that deny a predicate, or move it out of the asserted world. PURE DATA.

Lemmas in lower case; ``word+particle`` is a verb with its particle.
"""

from __future__ import annotations

from claims.lexicon.words import words

# --- polarity ---------------------------------------------------------------------
# Adverbs that deny the word they hang on.
NEGATIONS = words("not n't n’t never nor hardly scarcely")
# Behind a negation these make it a restriction or a part, not a denial ("not only").
NOT_DENYING = words("only just merely simply necessarily all every until least")
NEGATIVE_NOUNS = words("nobody nothing none neither noone nowhere")
NEGATIVE_DETERMINERS = words("no neither")
# "no fewer than", "no doubt": a bound or an affirmation.
NO_IS_AFFIRMED = words("doubt matter wonder less fewer more sooner")

# Verbs and adjectives whose complement did not happen.
UNREALISED = words("""
fail refuse decline neglect omit cease avoid refrain abstain prevent unable unwilling
reluctant stop quit prohibit bar forbid ban block dissuade discourage deter incapable
stop+short hold+off rule+out
""")
# Of these only a gerund or "from" clause is undone: "stopped to rest" did rest.
UNREALISED_GERUND = words("stop quit cease avoid prevent rule+out")
# Verbs and adjectives that say of their complement that it is not so.
DENYING = words("""
deny dispute refute rebut disprove debunk doubt rule+out untrue false
""")
# Said of a claim these deny what it holds: "rejected claims that", "reports that … were
# dismissed".
REJECTING = words("reject dismiss rubbish shrug+off brush+off")
# Said of a claim by "is" or "was".
UNTRUE = words("false untrue wrong baseless groundless unfounded fabricated incorrect")
# Who turned a thing down has not taken it; what was cut off was not held.
TURNED_DOWN = words("decline refuse reject oppose")
TAKING = words("accept get receive take win adopt approve")
CUT_OFF = words("cancel abandon prevent avoid lack block")
# Nouns that hold a claim: "denied reports that …".
CLAIM_NOUNS = words("""
report claim allegation suggestion rumour rumor accusation speculation idea assertion
notion story charge possibility prospect
""")
# Nouns without which nobody says that a thing is so: "no evidence that …".
EVIDENCE_NOUNS = words("evidence proof indication sign")
# Denied, these deny their complement too: "did not agree to sign", "is not likely to".
TRANSPARENT = words("""
manage agree able allow permit authorise authorize dare begin start bother happen
decide choose expect plan intend want believe think appear seem likely set willing due
go need seek ask order require offer schedule help know true correct accurate
talk negotiation
""")
# An event noun shares the polarity and modality of these: "did not take place".
OCCURRING = words("take happen occur")
# So does an event noun that is their object, since without them it did not happen:
# "held talks". Attending or seeing an event does not tell whether it took place.
EXISTENTIAL = words("""
be hold make take have give reach conduct stage carry suffer post report record log
undergo impose do
""")

# --- modality ---------------------------------------------------------------------
AUXILIARIES = {
    "will": "planned",
    "shall": "planned",
    "'ll": "planned",
    "wo": "planned",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "must": "obliged",
    "should": "obliged",
    "ought": "obliged",
}
ADVERBS = {
    "perhaps": "possible",
    "maybe": "possible",
    "possibly": "possible",
    "potentially": "possible",
    "conceivably": "possible",
    "allegedly": "possible",
    "supposedly": "possible",
    "purportedly": "possible",
    "seemingly": "possible",
    "apparently": "possible",
    "probably": "expected",
    "likely": "expected",
    "presumably": "expected",
}
_PLANNING = """plan intend aim vow pledge promise agree prepare hope want seek set due
    schedule commit threaten propose offer undertake go determined ready willing slate
    poise design mean resolve volunteer opt decide choose swear look"""
_EXPECTING = """expect forecast project predict anticipate estimate likely unlikely
    bound certain sure tip envisage envision foresee"""
_SUPPOSING = """consider weigh mull contemplate explore ponder discuss debate suggest
    believe think suspect speculate seem appear possible fear suppose assume imagine
    mull+over rumour rumor study"""
_OBLIGING = """urge order tell require oblige instruct ask call press
    demand advise recommend request beg warn need supposed encourage pressure insist"""
# Governors of a clause ("plans to sell", "is likely to rise") by lemma.
GOVERNORS = {
    **dict.fromkeys(_PLANNING.split(), "planned"),
    **dict.fromkeys(_EXPECTING.split(), "expected"),
    **dict.fromkeys(_SUPPOSING.split(), "possible"),
    **dict.fromkeys(_OBLIGING.split(), "obliged"),
}
# With a finite clause these report speech or thought and leave it asserted there.
ONLY_INFINITIVE = words("""
agree promise tell warn advise hope go decide choose determined ready willing want mean
seek call press need prepare offer look design set threaten ask swear certain sure fear
resolve
""")
# Governors of an event noun as object: "plans a sale", "called for a ban".
NOUN_GOVERNORS = {
    "plan": "planned",
    "propose": "planned",
    "promise": "planned",
    "threaten": "planned",
    "schedule": "planned",
    "prepare": "planned",
    "seek": "planned",
    "expect": "expected",
    "forecast": "expected",
    "predict": "expected",
    "project": "expected",
    "anticipate": "expected",
    "consider": "possible",
    "weigh": "possible",
    "mull": "possible",
    "contemplate": "possible",
    "explore": "possible",
    "discuss": "possible",
    "fear": "possible",
    "suggest": "possible",
    "urge": "obliged",
    "demand": "obliged",
    "recommend": "obliged",
    "require": "obliged",
}
# Adjectives and participles before an event noun.
NOUN_MODIFIERS = {
    "planned": "planned",
    "proposed": "planned",
    "scheduled": "planned",
    "intended": "planned",
    "forthcoming": "planned",
    "upcoming": "planned",
    "threatened": "planned",
    "expected": "expected",
    "projected": "expected",
    "predicted": "expected",
    "anticipated": "expected",
    "likely": "expected",
    "estimated": "asserted",
    "possible": "possible",
    "potential": "possible",
    "alleged": "possible",
    "suspected": "possible",
    "hypothetical": "conditional",
}
# Nouns whose "to" clause is not yet a fact: "a plan to close the mine".
CLAUSE_NOUNS = {
    "plan": "planned",
    "pledge": "planned",
    "promise": "planned",
    "proposal": "planned",
    "intention": "planned",
    "offer": "planned",
    "agreement": "planned",
    "threat": "planned",
    "bid": "planned",
    "effort": "planned",
    "decision": "planned",
    "deal": "planned",
    "talk": "planned",
    "negotiation": "planned",
    "attempt": "planned",
    "aim": "planned",
    "target": "planned",
    "goal": "planned",
    "option": "possible",
    "chance": "possible",
    "possibility": "possible",
    "risk": "possible",
    "ability": "possible",
    "order": "obliged",
    "call": "obliged",
    "demand": "obliged",
    "request": "obliged",
    "duty": "obliged",
    "need": "obliged",
}
CONDITIONS = words("if unless provided providing lest")
