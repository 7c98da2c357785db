"""Words by which a text hands a statement to somebody else. PURE data.

Lemmas of verbs and nouns. SAYING needs no complement when a quotation stands beside it;
STANCE verbs tell what somebody thinks, wants or plans, which is not the fact itself.
"""

from __future__ import annotations

SAYING = frozenset(
    """acknowledge add admit advise affirm allege announce answer argue assert assure
    attest aver bemoan blurt boast caution certify charge chime claim clarify
    comment complain concede conclude confess confide confirm contend counter
    cry declare deny detail disclose dispute echo elaborate emphasise emphasize
    exclaim explain express fume grumble hint imply inform insist interject
    intone joke lament maintain mention muse note notify observe opine phone
    plead proclaim pronounce protest quip quote reaffirm reassure recall recount
    reiterate relay remark remind repeat reply respond retort reveal say scoff
    scream shout sigh signal speculate state stipulate stress suggest swear
    tease tell testify text think threaten thunder tweet underline underscore
    urge vent volunteer vow warn whisper write yell""".split()
)

# Written and published sources speak by these verbs ("the survey showed that").
SHOWING = frozenset(
    """calculate cite conclude depict describe document estimate find forecast indicate
    point portray predict project read reckon report reveal show suggest""".split()
)

# What somebody thinks, wants or plans: counts with a clause or an infinitive.
STANCE = frozenset(
    """agree aim anticipate assume believe bet decide decline demand desire doubt
    envision estimate expect fear figure forecast foresee guess hope imagine
    insist intend know pledge ponder predict prefer promise realise realize
    recognise recognize recommend regret resolve suppose suspect think threaten
    understand view vow want wish wonder worry""".split()
)

# Speech acts towards somebody or something: an object is enough.
ACTS = frozenset(
    """accuse advocate announce applaud ask attack bash blame blast call castigate
    characterise characterize chide commend compare condemn congratulate
    criticise criticize debunk decry demand denounce deride describe discuss
    dismiss disparage dispute dub emphasise emphasize encourage endorse express
    fault hail highlight honor honour lambast lambaste laud liken mock outline
    praise promise propose question rap rebuff rebuke rebut recommend refute
    reject repudiate ridicule scold slam threaten tout trumpet unveil urge
    welcome""".split()
)

# Verb and particle that together report.
PHRASAL = frozenset(
    {
        ("point", "out"),
        ("point", "to"),
        ("lay", "out"),
        ("speak", "out"),
        ("speak", "of"),
        ("speak", "about"),
        ("speak", "against"),
        ("spell", "out"),
        ("sum", "up"),
        ("call", "for"),
        ("call", "on"),
        ("lash", "out"),
        ("hit", "back"),
        ("fire", "back"),
        ("shoot", "back"),
        ("push", "back"),
        ("chime", "in"),
        ("weigh", "in"),
        ("write", "in"),
        ("rule", "out"),
        ("complain", "about"),
        ("joke", "about"),
        ("argue", "for"),
        ("argue", "against"),
        ("refer", "to"),
        ("allude", "to"),
        ("hint", "at"),
        ("object", "to"),
        ("press", "for"),
        ("push", "for"),
        ("warn", "of"),
        ("warn", "about"),
        ("accuse", "of"),
        ("worry", "about"),
        ("think", "of"),
        ("brag", "about"),
        ("boast", "about"),
        ("boast", "of"),
        ("apologise", "for"),
        ("apologize", "for"),
        ("react", "to"),
        ("put", "it"),
    }
)

# Cues that carry the marks of hearsay by themselves.
HEARSAY_ADVERBS = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})

# Passive without a speaker: "is said to", "was reported to", "it is expected that".
HEARSAY_PASSIVE = frozenset(
    """say report believe think expect know understand rumor rumour deem claim allege
    estimate consider tell quote see fear hear""".split()
)

# Verbs by which one publication leans on a further source.
LEANING = frozenset({"cite", "quote", "credit"})

# Verbs that report only beside a quotation.
WITH_QUOTATION = frozenset({"begin", "start", "continue", "conclude", "read", "post", "go"})

# Words of a written or spoken act: "the ministry's statement that", "a report by".
ACT_NOUNS = frozenset(
    """accusation admission advice allegation announcement argument assertion
    assessment assurance belief claim comment complaint concern conclusion
    confirmation contention criticism declaration demand denial description
    estimate expectation explanation fear finding forecast hope idea insistence
    invitation notion opinion opposition pledge praise prediction promise
    recommendation remark reply report revelation statement suggestion suspicion
    testimony theory threat vow warning worry""".split()
)

# Things that report for their authors; as a subject they take SHOWING verbs.
DOCUMENT_NOUNS = frozenset(
    """account affidavit analysis article audit bulletin column complaint court data
    dispatch document documents editorial email e-mail estimate exhibit figure figures
    filing filings finding findings indictment index interview invoice lawsuit letter
    list memo memorandum minutes newsletter note notice op-ed order outlet paper papers
    petition poll polling polls post prospectus publication record records register
    release report research review ruling statement statistics story studies study suit
    summary survey surveys testimony text transcript tweet video website""".split()
)

# Speakers without a name: never the origin themselves when an outlet cites them.
UNNAMED = frozenset(
    """source sources insider insiders person people official officials aide aides
    participant participants analyst analysts expert experts observer observers critic
    critics witness witnesses diplomat diplomats executive executives employee employees
    adviser advisers advisor advisors investor investors trader traders economist
    economists opponent opponents supporter supporters lawmaker lawmakers media report
    reports company companies spokesperson spokesman spokeswoman resident residents
    police prosecutor prosecutors""".split()
)

# Heads of phrases that speak for a body: its statement is the first-hand act.
SPOKESPERSONS = frozenset(
    """spokesperson spokesman spokeswoman spokespeople representative ministry department
    agency bureau commission committee council government administration embassy office
    campaign court police board bank company court regulator union authority authorities
    secretary minister""".split()
)

# A name that ends (or begins) with one of these is a publication or a channel.
OUTLET_WORDS = frozenset(
    """times journal post herald tribune news newspaper daily gazette courier chronicle
    observer guardian telegraph mail standard bulletin dispatch examiner inquirer register
    sentinel sun star mirror globe press weekly review magazine radio tv television network
    channel broadcaster broadcasting wire agency newswire digest monitor reporter today
    express independent record economist business media outlet paper tabloid publication
    website site blog podcast""".split()
)

# Words that stand for the outlet or document named before.
OUTLET_ANAPHORS = frozenset(
    """report newspaper paper outlet article story publication magazine agency broadcaster
    network channel website daily journal weekly""".split()
)

PLURAL_PRONOUNS = frozenset({"they"})
PERSON_PRONOUNS = frozenset({"he", "she"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
SILENT_PRONOUNS = frozenset({"it", "this", "there", "what", "one", "these", "those"})
