"""Which of the frequent forenames are women's, and which may be anybody's. PURE DATA.

Read together with lexicon.forenames: the rest of that list are men's.
"""

from __future__ import annotations

from claims.lexicon.words import words

WOMEN = words("""
abigail aisha alexandra alice alison amanda amelia amy ana angela anita ann anna anne
annie audrey barbara beatrice beth betty brenda carla carmen carol caroline catherine
cathy cecilia cheryl chloe christina christine claire clara claudia cristina cynthia
daniela deborah debra diana diane donna doris dorothy elaine eleanor elena
elizabeth ellen emily emma erica esther eva evelyn fatima fiona gloria grace hannah
harriet heather heidi helen helena holly ines ingrid irene isabel isabella jacqueline
jane janet janice jennifer jessica joan joanna joyce judith judy julia julie karen karin
kate katherine kathleen kathryn katie laura lauren leah leila linda lisa louise lucia
lucy lynn margaret maria marie marina martha mary megan melissa michelle miriam molly
monica nadia nancy naomi natalia natalie nathalie nicole nina nora olga olivia pamela
patricia paula peggy penny petra priya rachel rebecca rita rosa rose ruth sabine sally
samantha sandra sara sarah sharon sheila shirley silvia sofia sophia sophie stella
stephanie susan suzanne sylvia tamara tanya tara teresa theresa tina tracy ursula
valentina valerie vanessa veronica victoria virginia wendy yasmin yvonne zoe
""")
EITHER = words("""
alex andrea ashley camille chris claude dale dominic frances francis gabriel
jackie jaime jamie jan jean jerry jo kelly ken kim laurent lee leslie marion mario
michel michele minh nicola patrice robin sam sasha shannon sidney terry toni yuki yuri
marta eli ali noah evan kyle hassan angel karim joe raj
""")
