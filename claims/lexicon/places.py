"""Names of countries as news prints them beside the gazetteer, and regions. PURE DATA.

ALIASES gives further names, adjectives and words for the people of a country by its
ISO 3166 code, separated by "|". Cities, states and official country names come from the
packaged gazetteer (facets.gazetteer).
"""

from __future__ import annotations

from claims.lexicon.words import pairs, words

ALIASES = """
AE UAE|U.A.E.|Emirates|Emirati|Emiratis
AF Afghan|Afghans
AL Albanian|Albanians
AM Armenian|Armenians
AO Angolan|Angolans
AR Argentine|Argentinian|Argentines|Argentinians
AT Austrian|Austrians
AU Australian|Australians|Aussie
AZ Azerbaijani|Azerbaijanis|Azeri
BA Bosnia|Bosnian|Bosnians
BD Bangladeshi|Bangladeshis
BE Belgian|Belgians
BF Burkinabe
BG Bulgarian|Bulgarians
BH Bahraini|Bahrainis
BI Burundian|Burundians
BJ Beninese
BO Bolivian|Bolivians
BR Brazilian|Brazilians
BS Bahamian|the Bahamas
BT Bhutanese
BW Botswanan
BY Belarusian|Belarusians|Belarussian
CA Canadian|Canadians
CD DR Congo|DRC|Congolese|Democratic Republic of Congo
CF Central African
CH Swiss
CI Ivorian|Cote d'Ivoire|Côte d'Ivoire
CL Chilean|Chileans
CM Cameroonian|Cameroonians
CN Chinese|People's Republic of China|PRC|mainland China
CO Colombian|Colombians
CR Costa Rican|Costa Ricans
CU Cuban|Cubans
CV Cape Verde
CY Cypriot|Cypriots
CZ Czech|Czechs|Czech Republic
DE German|Germans
DJ Djiboutian
DK Danish|Dane|Danes
DO Dominican
DZ Algerian|Algerians
EC Ecuadorian|Ecuadorean|Ecuadorians
EE Estonian|Estonians
EG Egyptian|Egyptians
ER Eritrean|Eritreans
ES Spanish|Spaniard|Spaniards
ET Ethiopian|Ethiopians
FI Finnish|Finn|Finns
FJ Fijian|Fijians
FR French|Frenchman|Frenchwoman
GA Gabonese
GB UK|U.K.|Britain|Great Britain|British|Briton|Britons
GE Georgian|Georgians
GH Ghanaian|Ghanaians
GL Greenlandic|Greenlander|Greenlanders
GM Gambian|the Gambia
GN Guinean
GR Greek|Greeks
GT Guatemalan|Guatemalans
GY Guyanese
HK Hongkong|Hong Konger|Hong Kongers
HN Honduran|Hondurans
HR Croatian|Croatians|Croat|Croats
HT Haitian|Haitians
HU Hungarian|Hungarians
ID Indonesian|Indonesians
IE Irish|Irishman|Republic of Ireland
IL Israeli|Israelis
IN Indian|Indians
IQ Iraqi|Iraqis
IR Iranian|Iranians|Islamic Republic of Iran
IS Icelandic|Icelander|Icelanders
IT Italian|Italians
JM Jamaican|Jamaicans
JO Jordanian|Jordanians
JP Japanese
KE Kenyan|Kenyans
KG Kyrgyz|Kirghizstan
KH Cambodian|Cambodians
KP North Korean|North Koreans|DPRK
KR South Korean|South Koreans|Republic of Korea
KW Kuwaiti|Kuwaitis
KZ Kazakh|Kazakhs|Kazakhstani
LA Lao|Laotian|Laotians
LB Lebanese
LK Sri Lankan|Sri Lankans
LR Liberian|Liberians
LT Lithuanian|Lithuanians
LU Luxembourgish
LV Latvian|Latvians
LY Libyan|Libyans
MA Moroccan|Moroccans
MD Moldovan|Moldovans
ME Montenegrin|Montenegrins
MG Malagasy
MK Macedonia|Macedonian|Macedonians
ML Malian|Malians
MM Burma|Burmese
MN Mongolian|Mongolians
MO Macau
MR Mauritanian|Mauritanians
MT Maltese
MU Mauritian
MV Maldivian|the Maldives
MW Malawian|Malawians
MX Mexican|Mexicans
MY Malaysian|Malaysians
MZ Mozambican|Mozambicans
NA Namibian|Namibians
NE Nigerien
NG Nigerian|Nigerians
NI Nicaraguan|Nicaraguans
NL Netherlands|Holland|Dutch|Dutchman
NO Norwegian|Norwegians
NP Nepalese|Nepali|Nepalis
NZ New Zealander|New Zealanders
OM Omani|Omanis
PA Panamanian|Panamanians
PE Peruvian|Peruvians
PG Papuan
PH Philippine|Filipino|Filipinos|the Philippines
PK Pakistani|Pakistanis
PL Polish|Pole|Poles
PR Puerto Rican|Puerto Ricans
PS Palestine|Palestinian|Palestinians|Palestinian territories
PT Portuguese
PY Paraguayan|Paraguayans
QA Qatari|Qataris
RO Romanian|Romanians
RS Serbian|Serbians|Serb|Serbs
RU Russian|Russians|Russian Federation
RW Rwandan|Rwandans
SA Saudi|Saudis|Kingdom of Saudi Arabia
SD Sudanese
SE Swedish|Swede|Swedes
SG Singaporean|Singaporeans
SI Slovenian|Slovenians|Slovene|Slovenes
SK Slovak|Slovaks
SL Sierra Leonean
SN Senegalese
SO Somali|Somalis|Somalian
SR Surinamese
SS South Sudanese
SV Salvadoran|Salvadorans
SY Syrian|Syrians
SZ Swaziland
TD Chadian|Chadians
TG Togolese
TH Thai|Thais
TJ Tajik|Tajiks
TL East Timor|Timor-Leste|Timorese
TM Turkmen
TN Tunisian|Tunisians
TR Türkiye|Turkiye|Turkish|Turk|Turks
TT Trinidadian
TW Taiwanese
TZ Tanzanian|Tanzanians
UA Ukrainian|Ukrainians
UG Ugandan|Ugandans
US USA|U.S.|U.S.A.|US|U.S|America|American|Americans|United States of America
UY Uruguayan|Uruguayans
UZ Uzbek|Uzbeks
VA Vatican City|Holy See
VE Venezuelan|Venezuelans
VN Viet Nam|Vietnamese
XK Kosovan|Kosovar|Kosovars
YE Yemeni|Yemenis
ZA South African|South Africans
ZM Zambian|Zambians
ZW Zimbabwean|Zimbabweans
"""

# Parts of a country that the gazetteer of cities does not hold.
PARTS = """
GB England|English|Scotland|Scottish|Scot|Scots|Wales|Welsh|Northern Ireland
CN Tibet|Tibetan|Xinjiang|Inner Mongolia|Guangdong|Sichuan|Hainan|Yunnan|Zhejiang
DE Bavaria|Saxony
ES Catalonia|Catalan|Andalusia|Basque Country
FR Brittany|Normandy|Corsica|Provence
IT Sicily|Sardinia|Lombardy|Tuscany
UA Crimea|Donbas|Donetsk region
RU Chechnya|Chechen|Siberia|Siberian
IN Kashmir|Punjab|Kerala|Gujarat|Tamil Nadu|Bihar|Maharashtra
IQ Kurdistan|Iraqi Kurdistan
PS Gaza Strip|Gaza|West Bank
ID Bali|Java|Sumatra|Aceh
CA Quebec|Ontario|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia
AU New South Wales|Queensland|Tasmania|Northern Territory
BE Flanders|Wallonia
SD Darfur
TZ Zanzibar
US New England|Midwest|Capitol Hill
US Washington|Washington, D.C.|Washington D.C.|D.C.|Long Island
"""

REGIONS = """
africa=Africa|African|Africans
asia=Asia|Asian|Asians
europe=Europe|European|Europeans
north america=North America|North American
south america=South America|South American
latin america=Latin America|Latin American
antarctica=Antarctica|Antarctic
arctic=Arctic
middle east=Middle East|Mideast
southeast asia=Southeast Asia|South-East Asia
central asia=Central Asia
balkans=Balkans|the Balkans
caribbean=Caribbean
korean peninsula=Korean Peninsula|Korea|Korean|Koreans
persian gulf=Persian Gulf|the Gulf|Arabian Gulf
strait of hormuz=Strait of Hormuz
red sea=Red Sea
black sea=Black Sea
mediterranean=Mediterranean|Mediterranean Sea
south china sea=South China Sea
baltic=Baltic|Baltics|Baltic Sea
indo-pacific=Indo-Pacific
pacific=Pacific|Pacific Ocean
atlantic=Atlantic|Atlantic Ocean
soviet union=Soviet Union|Soviet|Soviets|USSR
yugoslavia=Yugoslavia|Yugoslav|Yugoslavian
scandinavia=Scandinavia|Scandinavian|Nordic
sahel=Sahel
horn of africa=Horn of Africa
"""

# Adjectives and other names of such a part.
PART_NAMES = {
    "english": "england",
    "scottish": "scotland",
    "scot": "scotland",
    "scots": "scotland",
    "welsh": "wales",
    "tibetan": "tibet",
    "catalan": "catalonia",
    "chechen": "chechnya",
    "siberian": "siberia",
    "gaza": "gaza strip",
    "washington, d.c.": "washington",
    "washington d.c.": "washington",
    "d.c.": "washington",
}

# Codes that the gazetteer has for the cities of such a part.
PART_CODES = """
GB england=ENG scotland=SCT wales=WLS northern_ireland=NIR
CN tibet=14 xinjiang=13 inner_mongolia=20 guangdong=30 sichuan=32 hainan=31 yunnan=29
CN zhejiang=02
DE bavaria=02 saxony=13
ES catalonia=56 andalusia=51 basque_country=59
FR brittany=53 normandy=28 corsica=94 provence=93
IT sicily=15 sardinia=14 lombardy=09 tuscany=16
UA crimea=11 crimea=20 donbas=05 donbas=14 donetsk_region=05
RU chechnya=12
IN kashmir=12 punjab=23 kerala=13 gujarat=09 tamil_nadu=25 bihar=34 maharashtra=16
PS gaza_strip=GZ west_bank=WE
ID bali=02 aceh=01
CA quebec=10 ontario=08 british_columbia=02 alberta=01 manitoba=03 saskatchewan=11
CA nova_scotia=07
AU new_south_wales=02 queensland=04 tasmania=06 northern_territory=03
BE flanders=VLG wallonia=WAL
TZ zanzibar=25 zanzibar=22
"""

# States of the US as news agencies shorten them, by postal code.
STATES = pairs("""
Ala.=AL Ariz.=AZ Ark.=AR Calif.=CA Colo.=CO Conn.=CT Del.=DE Fla.=FL Ga.=GA Ill.=IL
Ind.=IN Kan.=KS Ky.=KY La.=LA Md.=MD Mass.=MA Mich.=MI Minn.=MN Miss.=MS Mo.=MO
Mont.=MT Neb.=NE Nev.=NV N.H.=NH N.J.=NJ N.M.=NM N.Y.=NY N.C.=NC N.D.=ND Okla.=OK
Ore.=OR Pa.=PA R.I.=RI S.C.=SC S.D.=SD Tenn.=TN Tex.=TX Vt.=VT Va.=VA Wash.=WA
W.Va.=WV Wis.=WI Wyo.=WY
""")

# Which region a region lies in; countries get theirs from the gazetteer's continent.
REGION_PARENTS = {
    "southeast asia": "asia",
    "central asia": "asia",
    "korean peninsula": "asia",
    "middle east": "asia",
    "balkans": "europe",
    "baltic": "europe",
    "scandinavia": "europe",
    "sahel": "africa",
    "horn of africa": "africa",
}
CONTINENTS = {
    "AF": "africa",
    "AS": "asia",
    "EU": "europe",
    "NA": "north america",
    "SA": "south america",
    "OC": "oceania",
    "AN": "antarctica",
}

# Cities that are also common words, first names or surnames: they count only behind a
# preposition of place, before a state, or where the model sees a place.
AMBIGUOUS_CITIES = words("""
reading mobile nice bath police most of same sale split bar deal mission tours bury
pace buy hull cork vista orange enterprise independence providence progress victory
normal liberal best young man moss angel corona eagle union jackson houston austin
lincoln hamilton wellington charlotte florence victoria alexandria carson harrison
wilson nelson kent clinton madison monroe douglas marion lawrence warren norman tyler
henderson irving garland arlington santiago cruz moreno rosario salvador trinidad
george franklin carter marshall lewis logan graham spencer palmer baker cary sterling
gary paris sydney orlando phoenix columbus jordan diego san santa bo male van ho king
march central york martin temple academy college university bank batman
""")

# Words that make the name behind them a place ("near Tallis").
PLACE_PREPOSITIONS = words("in at near from outside around across throughout into")

# What one has "in" a company or a person rather than a place.
HELD_IN = words("""
stake stakes share shares stock investment interest interests holding holdings
confidence trust faith belief hope role job position part invest believe trust confide
interested investor investors shareholder shareholders majority minority involved
specialise specialize result engage participate succeed star appear play sing feature
character role based
""")

# Words with "of" that make the name behind them a place: "the town of Tallis".
SETTLEMENTS = words("""
town city village hamlet suburb port district province county state resort
municipality township settlement region neighborhood neighbourhood capital
""")

# Words that end the name of a place.
PLACE_HEADS = words("""
province county district island islands river lake mountain mountains valley airport
street avenue road square bay strait sea ocean peninsula canal bridge port harbor
harbour beach desert gulf park village town city region prefecture
""")

# Last words of names of what lies in a town, whichever it is.
FACILITIES = words("""
jail prison penitentiary hospital clinic hotel school university college courthouse
court stadium arena airport station base camp mosque church mall museum factory plant
embassy consulate palace headquarters barracks cemetery zoo
""")
