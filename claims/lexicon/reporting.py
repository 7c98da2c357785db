"""Words by which a text hands a statement to somebody else. PURE data.

Lemmas of verbs and nouns. SAYING needs no complement when a quotation stands beside it;
STANCE verbs tell what somebody thinks, wants or plans, which is not the fact itself.
"""

from __future__ import annotations

from claims.lexicon.words import words

SAYING = words(
    """
    acknowledge add admit advise affirm allege announce answer argue assert
    assure attest aver bemoan blurt boast caution certify charge chime claim
    clarify comment complain concede conclude confess confide confirm contend
    counter cry declare deny detail disclose dispute echo elaborate emphasise
    emphasize exclaim explain express fume grumble hint imply inform insist
    interject intone joke lament maintain mention muse note notify observe opine
    plead proclaim pronounce protest quip quote reaffirm reassure recall recount
    reiterate relay remark remind repeat reply respond retort reveal rule say scoff
    scream shout sigh signal speculate state stipulate stress suggest swear
    tease tell testify think threaten thunder tweet underline underscore urge
    vent volunteer vow warn whisper yell
    """
)

# Verbs of saying that with a plain object do something else: "maintain a road".
NEEDING_A_CLAUSE = words("add answer assert confirm counter declare maintain")

# Written and published sources speak by these verbs ("the survey showed that").
SHOWING = words(
    """
    calculate cite conclude depict describe document estimate find forecast
    indicate point portray predict project read reckon report reveal show
    suggest
    """
)

# What somebody thinks, wants or plans: counts with a clause or an infinitive.
STANCE = words(
    """
    agree aim anticipate assume believe bet decide decline demand desire doubt
    envision estimate expect fear feel figure forecast foresee guess hope imagine
    insist intend know pledge ponder predict prefer promise realise realize
    recognise recognize recommend regret resolve sense suppose suspect think threaten
    understand view vow want wish wonder worry
    """
)

# What somebody feels about a thing: an object is enough.
STANCE_TO = words(
    """
    admire appreciate back champion defend despise disapprove dislike distrust
    favor favour hate mistrust oppose prefer promote regret resent respect
    support
    """
)

# States of mind that take what is thought: "is sure that", "worried about".
STATES_OF_MIND = words(
    """
    adamant afraid angry anxious certain cautious concerned confident convinced
    critical determined disappointed doubtful eager fearful frustrated hopeful
    insistent opposed optimistic pessimistic positive sceptical skeptical sure
    uncertain unconvinced unsure wary worried
    """
)

# Speech acts towards somebody or something: an object is enough.
ACTS = words(
    """
    accuse address advocate announce applaud ask bash blame blast brand
    castigate challenge
    characterise characterize chide commend compare compliment condemn congratulate
    criticise criticize debunk decry demand denounce deride describe discuss
    dismiss disparage dispute dub emphasise emphasize encourage endorse express
    fault hail honor honour lambast lambaste laud liken mock outline praise
    promise propose question rap reference rebuff rebuke rebut recommend refute reject
    repudiate ridicule scold slam thank threaten tout trumpet unveil urge welcome
    """
)

# Verbs by which somebody is given a name or a quality: two complements, or one quoted.
NAMING = frozenset({"call"})

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
        ("comment", "on"),
        ("agree", "with"),
        ("agree", "on"),
        ("disagree", "with"),
        ("advocate", "for"),
        ("campaign", "for"),
        ("campaign", "against"),
        ("rail", "against"),
        ("talk", "about"),
        ("argue", "with"),
        ("side", "with"),
    }
)

# Cues that carry the marks of hearsay by themselves.
HEARSAY_ADVERBS = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})

# Passive without a speaker: "is said to", "was reported to", "it is expected that".
HEARSAY_PASSIVE = words(
    """
    allege believe claim consider deem estimate expect fear hear know report
    rumor rumour say think understand
    """
)

# Verbs by which one publication leans on a further source.
LEANING = frozenset({"cite", "quote", "credit"})

# Verbs whose object is the speaker where "as saying" follows.
HANDING_ON = LEANING | {"report"}

# What only a publication does with a story: "first published by the Courier".
PUBLISHING = frozenset({"publish", "obtain", "review", "see", "carry", "print"})

# Verbs that report only beside a quotation.
WITH_QUOTATION = frozenset(
    {
        "begin",
        "start",
        "continue",
        "conclude",
        "read",
        "post",
        "go",
        "speak",
        "text",
        "phone",
    }
)

# Words of a written or spoken act: "the ministry's statement that", "a report by".
ACT_NOUNS = words(
    """
    accusation admission advice allegation announcement argument assertion
    assessment assurance belief claim comment complaint concern conclusion
    confirmation contention criticism declaration demand denial description
    estimate expectation explanation fear finding forecast hope idea insistence
    invitation notion opinion opposition pledge praise prediction promise
    recommendation remark reply report revelation statement suggestion suspicion
    testimony theory threat vow warning worry
    """
)

# Things that report for their authors; as a subject they take SHOWING verbs.
DOCUMENT_NOUNS = words(
    """
    account affidavit analysis article audit bulletin column complaint court
    data dispatch document documents e-mail editorial email estimate exhibit
    figure figures filing filings finding findings index indictment interview
    invoice lawsuit letter list memo memorandum minutes newsletter note notice
    op-ed order outlet paper papers petition poll polling polls post prospectus
    publication record records register release report research review ruling
    statement statistics story studies study suit summary survey surveys
    testimony text transcript translation tweet video website
    """
)

# Words before a colon that head a note or a list and hand nothing over.
NOT_LABELS = words("column figure list note notice source sources story update video")

# Speakers without a name: never the origin themselves when an outlet cites them.
UNNAMED = words(
    """
    adviser advisers advisor advisors aide aides analyst analysts companies
    company critic critics diplomat diplomats economist economists employee
    employees executive executives expert experts insider insiders investor
    investors lawmaker lawmakers media observer observers official officials
    opponent opponents participant participants people person police prosecutor
    prosecutors report reports resident residents source sources spokesman
    spokesperson spokeswoman supporter supporters trader traders witness
    witnesses
    """
)

# Heads of phrases that speak for a body: its statement is the first-hand act.
SPOKESPERSONS = words(
    """
    administration agency authorities authority bank board bureau campaign
    commission committee company council court department embassy government
    minister ministry office police regulator representative secretary spokesman
    spokespeople spokesperson spokeswoman union
    """
)

# A name that ends (or begins) with one of these is a publication or a channel.
OUTLET_WORDS = words(
    """
    agency blog broadcaster broadcasting bulletin business channel chronicle
    courier daily digest dispatch economist examiner express gazette globe
    guardian herald independent inquirer journal magazine mail media mirror
    monitor network news newspaper newswire observer outlet paper podcast post
    press publication radio record register reporter review sentinel site
    standard star sun tabloid telegraph television times today tribune tv
    website weekly wire
    """
)

# Words that stand for the outlet or document named before.
OUTLET_ANAPHORS = words(
    """
    agency article broadcaster channel daily journal magazine network newspaper
    outlet paper publication report story website weekly
    """
)

PLURAL_PRONOUNS = frozenset({"they"})
PERSON_PRONOUNS = frozenset({"he", "she"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
SILENT_PRONOUNS = frozenset({"it", "this", "there", "what", "one", "these", "those"})

# Who speaks for nobody in particular: the reader, and whoever it may be.
NOBODY = words("you anyone anybody nobody whoever")

# Common nouns that say of a name beside them that it is a publication.
OUTLET_DESCRIPTIONS = words(
    """
    agency broadcaster channel daily magazine network newspaper newswire outlet
    paper tabloid website weekly wire
    """
)
