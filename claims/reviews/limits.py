"""How much of somebody else's document is read at most. PURE."""

# Bytes of a file, as of an article's.
FILE_BYTES = 5_000_000

# Reviews of one document. A review has about 1.5 KB, so a file of FILE_BYTES holds
# about 3,300 of them.
MOST_REVIEWS = 5_000

# Levels of brackets. A feed has six down to the name of an author; nobody needs twenty.
DEPTH = 24

# Characters of one review as JSON, text and all: ten times the longest that are usual.
REVIEW_CHARACTERS = 50_000

# Characters of what is claimed: it is a sentence or two; some quote a whole post.
CLAIM_CHARACTERS = 5_000

# Characters of a name and of a rating's words: more is a text.
NAME_CHARACTERS = 300

# Characters of an address: what browsers and servers bear.
ADDRESS_CHARACTERS = 2_000

# Who is said to have claimed it, and where it was seen.
MOST_CLAIMANTS = 20
MOST_APPEARANCES = 50

# Digits of a rating before and after the point: what its columns hold.
WHOLE_DIGITS = 9
DECIMAL_DIGITS = 6

# Digits of a whole number in JSON beyond which it is none that anybody means.
NUMBER_DIGITS = 30

# The first year of a date. Checking what was printed before is history.
FIRST_YEAR = 1900
