"""What looks like a product's code and is none, and what makes one. PURE DATA."""

from __future__ import annotations

from claims.lexicon.words import words

# Quarters and halves, groups of states, diseases, roads, sizes, visas, formats.
EXCLUDED = words("""
Q1 Q2 Q3 Q4 H1 H2 G2 G4 G5 G7 G8 G10 G12 G20 E3 P5 COVID19 COVID SARSCOV2 H1N1 H5N1
H7N9 H3N2 H5N5 T20 U2 U15 U16 U17 U18 U19 U20 U21 U23 F1 F2 F3 K12 A4 A3 A5 B2B B2C
P2P R2P C2 PM10 PM2 CO2 CO NO2 N2O SO2 CH4 O2 O3 H2 H2S NH3 NO3 CFC11 B12 B6 D3 K2
R20 S1 P1 E10 V1 V2 V3 C19 BA1 BA2 BA4 BA5 H1B F1VISA S4 S5 Y2K MP3 MP4 C40 L20 B20
W20 GPT M23 ETA7 A1 B1 B2 C1 IP4 IPV4 IPV6 P45 P60 J1 L1 O1 I9
""")
# Chemical formulas with the letter O: a product's code only beside a product's word or
# beside its digit twin ("B2O" and "B20").
ELEMENTS = words("H C N O S K Na Cl Ca Fe Al Si")
# Letters before digits that make an amount, a year, a road, a flight, a room.
EXCLUDED_PREFIXES = words("""
FY CY RMB USD EUR GBP JPY CNY INR KRW CAD AUD CHF RS HK NT US CA PM AM GMT UTC PP VOL
NO MAY JUNE JULY LEVEL TYPE
""")
BEFORE_EXCLUDED = words("""
flight flights route highway motorway interstate room gate section article chapter
phase group pool category grade stage seed vitamin junction district zone visa
""")
BEHIND_EXCLUDED = words("""
motorway highway road visa visas summit nations leaders rating bonds virus variant flu
emissions championship
""")
# Nouns that name kinds of things with model codes.
THINGS = words("""
chip chips processor processors gpu gpus cpu semiconductor semiconductors accelerator
model models phone phones smartphone smartphones jet jets aircraft plane planes
airliner fighter fighters bomber helicopter helicopters missile missiles rocket
rockets drone drones tank tanks car cars truck suv console laptop tablet camera engine
engines sensor sensors valve valves pump pumps motor motors battery batteries lens
lenses watch watches headset headsets router routers printer printers monitor monitors
turbine turbines reactor reactors locomotive locomotives tram trams bus buses lorry van
vans motorcycle motorcycles scooter scooters vessel vessels submarine submarines
frigate frigates destroyer destroyers gun guns pistol pistols shell shells torpedo
torpedoes radar radars telescope probe probes lander rover robot robots
card cards version edition device devices system systems rifle launcher
satellite
""")
# Words in front of a bare number that make it a model ("Boeing 737").
MAKERS = words("""
boeing airbus windows android galaxy falcon soyuz ios playstation xbox iphone ipad
pixel cessna embraer bombardier sukhoi mig tupolev antonov peugeot porsche ariane
tomahawk
""")
SUFFIXES = words("Pro Max Plus Ultra Mini Air Neo Lite XL Ti MAX")
