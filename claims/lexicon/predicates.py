"""Words that decide how predicates and measures are read. Data only. PURE."""

# Verbs that carry no event of their own beside an event noun ("hold talks").
LIGHT_VERBS = frozenset(
    "be hold make take have give reach conduct stage carry open begin start launch "
    "attend join see get do deliver receive suffer post report record log book "
    "enter pay place put impose issue undergo strike".split()
)

# Verbs of saying: their date is the day of the saying, not of what is told.
SAYING = frozenset("say".split())

# Verbs whose object person was telephoned, unless a second object or a particle says
# otherwise ("called him a liar", "called for").
TALKING = frozenset("speak talk converse chat confer discuss".split())
PHONE_WORDS = frozenset("phone telephone telephonic hotline".split())
# By what one tells or talks: without an article behind "by" they do nothing themselves.
MEANS = PHONE_WORDS | frozenset("email e-mail mail post letter fax radio video".split())

PRONOUNS = frozenset(
    "i you he she it we they this that these those who which what him her them us me "
    "his its their our my your himself herself itself themselves one".split()
)

# Measures: what an amount is an amount of. One ring, one measure. Loss, lost sales and
# foregone revenue from one cause are the effect of that cause (LINKING).
MEASURE_RINGS: tuple[tuple[str, str], ...] = (
    ("loss", "loss lose shortfall hit writedown writeoff forgo forego forfeit"),
    ("revenue", "revenue sale sell turnover takings proceeds receipts"),
    ("profit", "profit income earnings earn gain surplus"),
    ("cost", "cost expense expenditure spending spend outlay"),
    ("deaths", "dead die kill death fatality perish slay murder toll"),
    ("injuries", "injured injure injury wound wounded hurt"),
    ("arrests", "arrest arrested detain detained custody"),
    ("price", "deal transaction price value worth valuation buy purchase takeover"),
    ("price", "acquire acquisition"),
    ("debt", "debt liability borrowing borrow loan owe"),
    ("fine", "fine fin penalty sanction"),
    ("pay", "pay salary wage compensation bonus remuneration"),
    ("aid", "aid grant donation donate assistance relief"),
    ("invest", "invest investment stake inject injection"),
    ("budget", "budget funding fund allocation allocate appropriation"),
    ("damage", "damage destruction"),
    ("tax", "tax duty levy tariff"),
    ("economy", "economy gdp"),
)

# "The launch took place": what is said of these verbs is said of the event that is
# their subject.
OCCURRING = frozenset("take happen occur come be".split())

# Verbs whose object is who does what follows: "forced her to call it off".
MAKING = frozenset(
    "force ask urge tell order persuade allow permit convince compel oblige require "
    "instruct help enable lead press push pressure invite encourage advise command "
    "direct prompt".split()
)

# A comparative beside a conditional amount tells what was missed: "would have been
# 3 million higher" is 3 million lost.
FOREGONE = frozenset("high higher more great greater large larger big bigger".split())

# Verbs that move a measure: "to 5" gives its value, "by 5" or a bare 5 its change.
MOVING = frozenset(
    "rise fall increase decrease grow shrink climb drop jump slump surge plunge widen "
    "narrow double halve decline advance slip gain tumble soar sink edge slow ease "
    "cool quicken accelerate dip inch".split()
)

# Verbs that move what is their object: "raised the rate to 5" gives the rate.
MOVED = frozenset(
    "raise lift increase lower cut reduce trim slash hike boost push bring".split()
)

# Nouns that tell no measure of their own, and those that stand before them: "the
# inflation rate" is inflation.
RATES = frozenset("rate level figure".split())
RATED = frozenset("inflation unemployment jobless growth turnout vacancy".split())

# Verbs of which "at 5" tells where their object stays.
KEPT = frozenset("leave keep hold maintain set peg".split())

# Nouns that say no more than the thing they are of: "the supply of oil".
HOLDING = frozenset("supply stock stockpile output production total".split())

# Verbs that state the value of their subject: "damage ran into billions".
STATING = frozenset("amount total equal average exceed run come stand top".split())

# Nouns that tell that a period is the one a company reports on.
REPORTING_PERIOD = frozenset(
    "earnings result results report announcement release statement filing".split()
)

# Verbs that tell how long their subject lasted: the duration is the subject's.
LASTING = frozenset("last take run continue go stretch".split())

# Words that say that a number is a total, or of one part alone.
TOTALS = frozenset(
    "worldwide globally nationwide overall altogether combined alone single".split()
)

# Words by which somebody wants what has not happened: "asked for ten years".
DEMANDS = frozenset(
    "ask demand seek request urge want propose recommend insist suggest "
    "petition appeal".split()
)
