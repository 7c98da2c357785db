"""A folder of WordNet's files becomes lines of senses, opposites and forms."""

import pytest

from scripts.distill_wordnet import frequent, main

NOTICE = """\
  1 A notice that has to stay.
  2 It has two lines.
"""

# Offset, lexicographer's file, type, words in hexadecimal with their numbers, pointers.
FILES = {
    "data.noun": NOTICE
    + """\
00000001 03 n 01 thing 0 000 | what there is
00000002 06 n 02 craft 0 vessel 0 001 @ 00000001 n 0000 | it swims
00000003 06 n 02 boat 0 rowboat 0 002 @ 00000002 n 0000 + 00000001 v 0101 | small
00000004 06 n 01 zorrel 0 001 @ 00000001 n 0000 | nobody knows the word
00000005 07 n 01 speed 0 002 ! 00000006 n 0101 @ 00000001 n 0000 | much
00000006 07 n 01 slowness 0 002 ! 00000005 n 0101 @ 00000001 n 0000 | little
""",
    "index.noun": NOTICE
    + """\
boat n 1 2 @ + 1 1 00000003
craft n 1 1 @ 1 1 00000002
slowness n 1 2 @ ! 1 1 00000006
speed n 1 2 @ ! 1 1 00000005
vessel n 1 1 @ 1 1 00000002
zorrel n 1 1 @ 1 0 00000004
""",
    "noun.exc": "men man\nzorrae zorrel\n",
    "data.verb": NOTICE
    + """\
00000001 38 v 01 boat 0 001 + 00000003 n 0101 01 + 02 00 | go by boat
00000002 38 v 01 open 0 001 ! 00000003 v 0101 00 | make open
00000003 38 v 02 close 0 shut 0 001 ! 00000002 v 0101 00 | make shut
""",
    "index.verb": NOTICE
    + """\
boat v 1 1 + 1 0 00000001
close v 1 1 ! 1 1 00000003
open v 1 1 ! 1 1 00000002
shut v 1 0 1 1 00000003
""",
    "verb.exc": "went go\n",
    "data.adj": NOTICE
    + """\
00000001 00 a 01 quick 0 002 & 00000002 a 0000 ! 00000003 a 0101 | fast
00000002 00 s 01 rapid(p) 0 001 & 00000001 a 0000 | very fast
00000003 00 a 01 slow 0 001 ! 00000001 a 0101 | not fast
""",
    "index.adj": NOTICE
    + """\
quick a 1 2 & ! 1 1 00000001
rapid a 1 1 & 1 1 00000002
slow a 1 1 ! 1 1 00000003
""",
    "adj.exc": "",
    "data.adv": NOTICE + "00000001 02 r 01 quickly 0 001 \\ 00000001 a 0101 | so\n",
    "index.adv": NOTICE + "quickly r 1 1 \\ 1 1 00000001\n",
    "adv.exc": "",
}

EXPECTED = """\
# A notice that has to stay.
# It has two lines.
s a 0 quick:0 1
s a 0 rapid:0 0
s a 0 slow:0 -
s n 3 - -
s n 6 craft:0,vessel:0 3
s n 6 boat:0 4
s n 7 speed:0 3
s n 7 slowness:0 3
s r 2 quickly:0 -
s v 38 boat:0 -
s v 38 open:0 -
s v 38 close:0,shut:0 -
o a quick slow
o n slowness speed
o v close open
d quick quickly
x n men man
x v went go
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "ascii")
    return tmp_path


def test_the_whole_of_a_small_folder(folder, capsys):
    main(folder)
    assert capsys.readouterr().out == EXPECTED


def test_the_rarer_senses_of_a_word_are_left_out(folder, capsys):
    nouns = "".join(f"{n:08} 06 n 01 boat 0 000 | sense {n}\n" for n in range(1, 9))
    offsets = " ".join(f"{n:08}" for n in range(8, 0, -1))
    (folder / "data.noun").write_text(NOTICE + nouns, "ascii")
    (folder / "index.noun").write_text(f"{NOTICE}boat n 8 0 8 1 {offsets}\n", "ascii")
    verbs = "00000001 38 v 01 boat 0 000 01 + 02 00 | go by boat\n"
    (folder / "data.verb").write_text(NOTICE + verbs, "ascii")
    (folder / "index.verb").write_text(f"{NOTICE}boat v 1 0 1 0 00000001\n", "ascii")
    main(folder)
    found = [line for line in capsys.readouterr().out.splitlines() if "s n" in line]
    assert found == [f"s n 6 boat:{rank} -" for rank in range(5, -1, -1)]


@pytest.mark.parametrize("name", ["data.noun", "index.verb", "adj.exc"])
def test_a_folder_without_a_file_is_refused(folder, name):
    (folder / name).unlink()
    with pytest.raises(FileNotFoundError, match=name):
        main(folder)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("boat", True),
        ("slowness", True),
        ("zorrel", False),
        ("fishing_boat", False),
        ("boat's", False),
        ("1990s", False),
        ("", False),
    ],
)
def test_which_words_are_kept(word, expected):
    assert frequent(word) is expected
