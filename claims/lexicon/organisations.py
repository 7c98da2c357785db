"""Words by which organisations are known and their names made alike. PURE DATA."""

from __future__ import annotations

from claims.lexicon.words import pairs, words

# Legal forms and other endings that do not tell two organisations apart.
LEGAL_FORMS = words("""
inc inc. incorporated corp corp. corporation co co. company companies ltd ltd. limited
llc llp lp plc ag gmbh kg se sa s.a. nv n.v. bv b.v. ab asa oyj spa s.p.a. as a/s pty
pte kk k.k. group holding holdings sas sarl sdn bhd
""")
# Of these only the following mark a run of capitals as an organisation by themselves.
COMPANY_MARKS = words("""
inc inc. incorporated corp corp. corporation co. ltd ltd. limited llc llp plc ag gmbh
nv n.v. bv ab asa oyj s.p.a. pty group holdings
""")

# Head words of the names of organisations.
HEADS = words("""
ministry department office agency bureau commission committee council board bank fund
university college institute institution school academy association federation
confederation union league society foundation trust organization organisation alliance
party congress parliament senate assembly house court tribunal authority
administration government cabinet treasury police army navy force guard service
services corps command hospital church mosque museum library theatre theater orchestra
club team airlines airways airline motors electric electronics pharmaceuticals pharma
energy petroleum oil gas steel insurance financial capital partners ventures
securities investments industries technologies technology systems software networks
communications media news times post journal tribune herald gazette chronicle daily
weekly press television radio broadcasting studios records entertainment pictures
foods stores exchange chamber registry embassy consulate laboratories labs laboratory
center centre observatory rangers brigade front movement coalition secretariat reserve
inspectorate registry magazine network bancorp railway railways shipping mills works
brothers bros
""")
# Heads that stand first: "Bank of …", "University of …", "Ministry for …".
LEADING_HEADS = words("""
ministry department office agency bureau commission committee council board bank
university college institute school academy association federation confederation union
league society foundation organization organisation alliance party congress parliament
house court authority church museum army chamber embassy secretary
""")
CONNECTORS = words("of for and & the on")

# One word for the offices of a state, whatever it calls them.
SYNONYMS = pairs("""
department=ministry dept=ministry dept.=ministry centre=center
organisation=organization defence=defense labour=labor programme=program
airways=airline airlines=airline univ.=university natl=national intl=international
int'l=international pharmaceutical=pharma pharmaceuticals=pharma laboratories=labs
laboratory=labs admin=administration tech=technology technologies=technology
""")

# The state itself, by its parts or by the house it is run from.
GOVERNMENT_WORDS = words("government administration gov't cabinet authorities state")
METONYMS = pairs("""
white_house=us oval_office=us pentagon=us capitol_hill=us foggy_bottom=us kremlin=ru
downing_street=gb number_10=gb whitehall=gb élysée=fr elysee_palace=fr quai_d'orsay=fr
zhongnanhai=cn blue_house=kr vatican=va bundestag=de bundesbank=de knesset=il duma=ru
westminster=gb holyrood=gb
""")

# Well-known short forms: they are known without the long form in the article.
ACRONYMS = """
UN=united nations
U.N.=united nations
EU=european union
E.U.=european union
NATO=north atlantic treaty organization
WHO=world health organization
WTO=world trade organization
IMF=international monetary fund
OECD=organization for economic cooperation and development
OPEC=organization of the petroleum exporting countries
IAEA=international atomic energy agency
ILO=international labor organization
ICC=international criminal court
ICJ=international court of justice
ECB=european central bank
UNICEF=united nations children's fund
UNESCO=united nations educational scientific and cultural organization
UNHCR=united nations high commissioner for refugees
FBI=federal bureau of investigation
CIA=central intelligence agency
NSA=national security agency
SEC=securities and exchange commission
FDA=food and drug administration
CDC=centers for disease control and prevention
EPA=environmental protection agency
FAA=federal aviation administration
NASA=national aeronautics and space administration
DOJ=justice ministry
Pentagon=defense ministry, us
Foggy Bottom=state ministry, us
Foreign Office=foreign ministry, gb
Scotland Yard=metropolitan police
FTC=federal trade commission
FCC=federal communications commission
IRS=internal revenue service
NTSB=national transportation safety board
Fed=federal reserve
BBC=british broadcasting corporation
AP=associated press
FIFA=international federation of association football
UEFA=union of european football associations
IOC=international olympic committee
NBA=national basketball association
NFL=national football league
NHL=national hockey league
GOP=republican party
PLO=palestine liberation organization
ASEAN=association of southeast asian nations
HSBC=hsbc
IBM=ibm
"""

# Short forms that are no organisations.
NOT_BODIES = words("""
AI TV IT PR HR GDP CPI PMI IPO ET EDT EST GMT PST PDT PT UTC AM PM CEO CFO COO CTO
COVID DNA RNA HIV AIDS GPU GPUS CPU LNG EV EVs SUV SUVs ETF ETFs NFT ESG VAT PC PCs
DVD CD PDF UFO II III IV VI VII WWI WWII ID FAQ OK R&D M&A Q&A VIP PhD MBA USD EUR GBP
Internet Government Cabinet State States Web
""")

# Known names that look like people or places to a small model.
KNOWN = words("""
congress senate parliament interpol greenpeace nasdaq hamas hezbollah taliban
democrats republicans tories labour
""")
