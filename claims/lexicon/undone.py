"""Words that tell of what hangs on them that it did not come about. PURE DATA.

Lemmas in lower case; ``word+particle`` is a verb with its particle.
"""

from __future__ import annotations

from claims.lexicon.words import words

# What these are done to has not happened.
AVERTED = words("""
cancel call+off avert prevent avoid thwart foil forestall abort scuttle block postpone
put+off rule+out forgo
""")
# What does so has not happened, if it was only planned.
COLLAPSED = words("collapse founder fail fall+through")
# What is so has not happened.
UNTRUE = words("""
false untrue unfounded baseless groundless incorrect wrong fake hoax forgery forge
fabricate fabrication invention
""")
# Who is so "of" or "from" a thing does not do or have it.
FREED = words("""
withdraw strip bar ban remove exclude deprive acquit clear absolve exonerate exempt
disqualify
""")
# Words that tell in passing that something was not so, or is over, or was of some only.
OTHERS = words("drop turn lose miss end reject only except alone few last")
# These bind what is not so.
WITHOUT = words("without")
# What is denied until then happened then.
UNTIL = words("until till")
# A verb that tells no event by itself, but by what it has: "announced her resignation",
# "went on strike".
LIGHT = words("""
be have do make take get go come give announce hold stage carry conduct undergo commit
launch begin start remain stay keep order confirm report tell say
""")
# Of these verbs what somebody tells of: it may have been called off since.
ANNOUNCING = words("announce order confirm report tell say")
# Roles by which such a verb has it.
CARRIED = words("object xcomp ccomp on")
# An obligation: denied it leaves nobody obliged.
OBLIGATION = words("have need")
# Who is dead, or is made so; who is not.
DEAD = words("die kill dead perish murder execute slay assassinate")
SPARED = words("""
survive survivor recover rescue release free unharmed unhurt uninjured unscathed alive
""")

# Nouns that deny, where there is none of them, what these words tell.
NOBODY_DID = (
    (
        words("casualty injury victim death fatality wounded harm"),
        words("injure wound hurt kill die harm injury casualty death victim dead"),
    ),
    (
        words("damage destruction"),
        words("damage destroy wreck demolish damaged destruction devastate"),
    ),
    (
        words("link connection correlation relationship association effect"),
        words("""
        cause link connect associate trigger correlation linked affect slow speed help
        prevent improve reduce
        """),
    ),
    (words("survivor"), words("survive survivor rescue")),
    (words("arrest detention"), words("arrest detain detention")),
    (words("change amendment"), words("change alter amend modify amendment")),
    (words("agreement deal accord"), words("agree agreement deal accord")),
    (words("warning alert"), words("warn warning alert")),
    (words("charge prosecution"), words("charge prosecute indict prosecution")),
    (words("talk negotiation"), words("negotiate negotiation talk")),
    (words("resistance opposition"), words("resist oppose resistance opposition")),
    (words("profit"), words("profit")),
    (words("delay"), words("delay delayed postpone")),
    (words("objection protest"), words("object objection protest")),
    (words("apology"), words("apologise apologize apology")),
    (words("evidence proof trace sign"), words("prove proof evidence trace")),
)
