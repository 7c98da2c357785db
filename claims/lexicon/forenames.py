"""Frequent forenames of many languages: a hint that a run of capitals is a person.

A hint only: names outside the list are found by titles, roles and the model. PURE DATA.
"""

from __future__ import annotations

from claims.lexicon.words import words

FORENAMES = words("""
aaron abdul abdullah abigail abraham adam adrian ahmad ahmed aisha alain alan albert
alberto alejandro aleksandr alex alexander alexandra alexei alfred ali alice alison
allan allen amanda amelia amir amy ana anders andre andrea andreas andrei andrew
andrzej angela anita ann anna anne annie anthony antoine anton antonio arjun arthur
ashley audrey barbara barry beatrice ben benjamin bernard bernd beth betty bob boris
brad bradley brandon brenda brian bruce bruno camille carl carla carlos carmen carol
caroline catherine cathy cecilia charles charlie cheryl chloe chris christian
christina christine christoph christopher claire clara claude claudia colin craig
cristina cynthia dale dan daniel daniela darren dean deborah debra denis dennis derek
diana diane diego dieter dmitri dmitry dominic don donna doris dorothy doug douglas
duncan dylan eddie edgar eduardo edward edwin elaine eleanor elena eli elias elizabeth
ellen emil emily emma enrique eric erica erik ernest esther ethan eugene eva evan
evelyn fatima felipe felix fernando fiona florian frances francesco francis francisco
francois frank franz fred frederick friedrich gabriel gareth gary gavin geoffrey
george georges gerald gerard gerhard gilbert giovanni giuseppe gloria gordon grace
graham grant greg gregory guillermo gustavo guy hannah hans harold harriet harry
hassan heather hector heidi heinz helen helena helmut henri henrik henry herbert
hiroshi holly hugh hugo hussein ian ibrahim igor ines ingrid irene isaac isabel
isabella ivan jack jackie jacob jacqueline jacques jaime jake james jamie jan jane
janet janice jason javier jay jean jeff jennifer jeremy jerome jerry jesse jessica jim
jimmy joan joanna joao joe joel johan johann john johnny jon jonas jonathan jorge jose
josef joseph joshua josh joyce juan judith judy julia julian julie jürgen justin karen
karim karin karl kate katherine kathleen kathryn katie keith kelly ken kenneth kenji
khalid kim klaus kurt kyle larry lars laura lauren laurent lawrence leah lee leila leo
leon leonard leslie lewis liam linda lisa lloyd lorenzo louis louise lucas lucia lucy
luis luke lukas lynn manuel marc marcel marco marcus margaret maria marie marina mario
marion mark marta martha martin mary mathieu matt matteo matthew maurice max megan
mehmet melissa michael michel michele michelle miguel mike mikhail milan minh miriam
mohamed mohammad mohammed molly monica muhammad mustafa nadia nancy naomi natalia
natalie nathan nathalie neil nicholas nick nicola nicolas nicole nigel nikolai nina
noah nora norman olaf oleg olga oliver olivia omar oscar otto owen pablo pamela paolo
pascal patricia patrice paul paula pavel pedro peggy penny peter petra phil philip
philippe phillip pierre priya rachel rafael raj rajesh ralph ramon randy raul ray
raymond rebecca ricardo richard rick rita rob robert roberto robin rodrigo roger
roland ronald rosa rose ross roy ruben rudolf russell ruth ryan sabine sally sam
samantha samir samuel sandra sanjay sara sarah saeed sean sebastian serge sergei
sergio seth shannon sharon shaun sheila shirley sidney silvia simon sofia sophia
sophie stanislav stefan stefano stella stephan stephanie stephen steve steven stuart
sunil susan suzanne sven sylvia tamara tanya tara taro ted teresa terry theo theodore
theresa thierry thomas tim timothy tina todd tom tomas tommy toni tony tracy travis
trevor ulrich ursula valentina valerie vanessa veronica vicente victor victoria vijay
vikram viktor vincent virginia vladimir volodymyr walter wayne wendy werner wilhelm
william willy wolfgang xavier yasmin yuki yuri yusuf yves yvonne zachary zoe
""")

# Small words inside a surname.
PARTICLES = words("""
de da di do dos das del della der den van von bin ibn al el la le du st. ter ten zu
abu ben y e af av
""")

# Short and familiar forms of one forename; a form of two names stands in two lines.
SHORT_FORMS = tuple(
    frozenset(line.split())
    for line in """
    albert al bert bertie
    alexander aleksandr alex sandy sasha
    alexandra alex sandra sasha
    andrew andy drew
    anthony tony
    benjamin ben benny
    catherine katherine kathryn cathy kathy kate katie kitty
    charles charlie chuck
    christopher chris kit
    christine christina chris tina
    daniel dan danny
    deborah debra debbie deb
    dmitri dima
    edward ed eddie ted ned
    elizabeth elisabeth liz lizzie beth betty bess libby
    frederick fred freddie
    gerald gerry jerry
    gregory greg
    henry harry hank
    jacob jake
    james jim jimmy jamie
    jennifer jen jenny
    john jon johnny jack
    jonathan jon jonny
    joseph joe joey
    joshua josh
    judith judy
    kenneth ken kenny
    lawrence laurence larry
    leonard leo len lenny
    margaret maggie meg peggy margie
    martha patty
    matthew matt
    michael mike mick micky mikhail
    nicholas nick nicky nicolas
    patricia pat patty trish
    pamela pam
    peter pete
    philip phil
    raymond ray
    rebecca becky
    richard rick ricky dick rich
    robert rob robbie bob bobby
    ronald ron ronnie
    samuel sam sammy
    samantha sam
    stephen steven steve
    susan suzanne sue susie
    theodore ted teddy theo
    theresa teresa terry
    thomas tom tommy
    timothy tim
    victoria vicky
    vladimir volodymyr volodya
    walter walt wally
    william will willy
    """.strip().splitlines()
)

# What makes a woman's forename of a man's.
FEMININE = words("a ia e elle le ette ine ina na")
