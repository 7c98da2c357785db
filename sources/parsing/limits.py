"""How much of an untrusted input is read at most. PURE."""

# Bytes of one file, or of one line of a .jsonl file. The largest of some hundred saved
# news pages with their scripts had 2.1 MB; a page takes about 0.35 s per MB to parse.
MAX_FILE_BYTES = 5_000_000

# Characters of one article's text. The longest magazine pieces have about 30,000 words;
# the parser of sentences needs about 1 GB of memory per 100,000 characters.
MAX_TEXT_CHARS = 250_000

# Characters below which a page's text is no article: where the article cannot be read
# (nested too deep, say) the menu is what remains.
MIN_PAGE_CHARS = 25

# Elements of a page. Long live pages of news sites have below 20,000; a page of 200,000
# paragraphs took 13.5 s to read, and the time grows faster than the number.
MAX_ELEMENTS = 40_000

# Attributes of one tag. The markup parser compares each with all before it: 8,000 took
# 0.1 s and 100,000 more than a minute. No author writes a thousand.
MAX_ATTRIBUTES = 1_000

# Characters of one short field: title, name, identifier (the column's own length).
MAX_TITLE_CHARS = 1_000
MAX_OUTLET_CHARS = 200
MAX_ID_CHARS = 200
MAX_AUTHORS = 50
