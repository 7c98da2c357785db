"""Physical units as news prints them, each as a multiple of a base unit. PURE DATA.

UNITS maps a printed form to (base unit, worth of one in base units). Case matters only
for the SYMBOLS, where "MW" and "mW" differ. A short ton and a long ton are kept apart
from the metric one only when the words say so: agencies print "ton" for all three.
What is measured in nanometres or milligrams has them as base: in metres or kilograms
its figures would vanish behind the decimals that a database keeps.
"""

from __future__ import annotations

from decimal import Decimal

_D = Decimal


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "m": (
        ("metre metres meter meters", "1"),
        ("kilometre kilometres kilometer kilometers kms", "1000"),
        ("centimetre centimetres centimeter centimeters", "0.01"),
        ("millimetre millimetres millimeter millimeters", "0.001"),
        ("decimetre decimetres decimeter decimeters", "0.1"),
        ("mile miles", "1609.344"),
        ("yard yards yd yds", "0.9144"),
        ("foot feet ft", "0.3048"),
        ("inch inches", "0.0254"),
    ),
    "nm": (
        ("nanometre nanometres nanometer nanometers", "1"),
        ("micron microns micrometre micrometres micrometer micrometers", "1000"),
        ("picometre picometres picometer picometers", "0.001"),
    ),
    "mg": (
        ("milligram milligrams milligramme milligrammes", "1"),
        ("microgram micrograms mcg", "0.001"),
    ),
    "m2": (
        ("hectare hectares", "10000"),
        ("acre acres", "4046.8564224"),
    ),
    "L": (
        ("litre litres liter liters", "1"),
        ("millilitre millilitres milliliter milliliters", "0.001"),
        ("gallon gallons", "3.785411784"),
        ("quart quarts", "0.946352946"),
        ("pint pints", "0.473176473"),
        ("teaspoon teaspoons", "0.00492892"),
        ("tablespoon tablespoons", "0.0147868"),
    ),
    "bbl": (("barrel barrels", "1"),),
    "kg": (
        ("kilogram kilograms kilogramme kilogrammes kilo kilos", "1"),
        ("gram grams gramme grammes", "0.001"),
        ("tonne tonnes ton tons", "1000"),
        ("kiloton kilotons kilotonne kilotonnes", "1000000"),
        ("megaton megatons megatonne megatonnes", "1000000000"),
        ("gigaton gigatons gigatonne gigatonnes", "1000000000000"),
        ("pound pounds lb lbs", "0.45359237"),
        ("ounce ounces oz", "0.028349523125"),
        ("carat carats", "0.0002"),
    ),
    "W": (
        ("watt watts", "1"),
        ("kilowatt kilowatts", "1000"),
        ("megawatt megawatts", "1000000"),
        ("gigawatt gigawatts", "1000000000"),
        ("terawatt terawatts", "1000000000000"),
        ("horsepower", "745.7"),
    ),
    "Wh": (
        ("watt-hour watt-hours", "1"),
        ("kilowatt-hour kilowatt-hours", "1000"),
        ("megawatt-hour megawatt-hours", "1000000"),
        ("gigawatt-hour gigawatt-hours", "1000000000"),
        ("terawatt-hour terawatt-hours", "1000000000000"),
    ),
    "B": (
        ("byte bytes", "1"),
        ("kilobyte kilobytes", "1000"),
        ("megabyte megabytes", "1000000"),
        ("gigabyte gigabytes", "1000000000"),
        ("terabyte terabytes", "1000000000000"),
        ("petabyte petabytes", "1000000000000000"),
    ),
    "bit": (
        ("bit bits", "1"),
        ("kilobit kilobits", "1000"),
        ("megabit megabits", "1000000"),
        ("gigabit gigabits", "1000000000"),
    ),
    "Hz": (
        ("hertz", "1"),
        ("kilohertz", "1000"),
        ("megahertz", "1000000"),
        ("gigahertz", "1000000000"),
    ),
    "km/h": (
        ("mph", "1.609344"),
        ("kph kmh kmph", "1"),
        ("knot knots", "1.852"),
    ),
    "V": (("volt volts", "1"), ("kilovolt kilovolts", "1000")),
    "A": (("amp amps ampere amperes", "1"),),
    "cal": (("calorie calories", "1"), ("kilocalorie kilocalories", "1000")),
    "Sv": (
        ("sievert sieverts", "1"),
        ("millisievert millisieverts", "0.001"),
        ("microsievert microsieverts", "0.000001"),
    ),
    "dB": (("decibel decibels", "1"),),
    "ly": (("light-year light-years", "1"),),
    "rad": (("radian radians rad", "1"),),
    "°": (("degree degrees", "1"), ("°", "1")),
    "°C": (("celsius centigrade", "1"),),
    "ppm": (("ppm", "1"),),
}

UNITS: dict[str, tuple[str, Decimal]] = {
    name: (base, _D(worth))
    for base, rows in _FORMS.items()
    for names, worth in rows
    for name in names.split()
}

# Printed exactly so.
SYMBOLS: dict[str, tuple[str, Decimal]] = {
    "km": ("m", _D(1000)),
    "m": ("m", _D(1)),
    "cm": ("m", _D("0.01")),
    "dm": ("m", _D("0.1")),
    "mm": ("m", _D("0.001")),
    "nm": ("nm", _D(1)),
    "mi": ("m", _D("1609.344")),
    "km²": ("m2", _D(10**6)),
    "km2": ("m2", _D(10**6)),
    "m²": ("m2", _D(1)),
    "m2": ("m2", _D(1)),
    "m³": ("L", _D(1000)),
    "m3": ("L", _D(1000)),
    "ha": ("m2", _D(10000)),
    "L": ("L", _D(1)),
    "l": ("L", _D(1)),
    "ml": ("L", _D("0.001")),
    "mL": ("L", _D("0.001")),
    "kg": ("kg", _D(1)),
    "kgs": ("kg", _D(1)),
    "g": ("kg", _D("0.001")),
    "mg": ("mg", _D(1)),
    "μg": ("mg", _D("0.001")),
    "µg": ("mg", _D("0.001")),
    "kt": ("kg", _D(10**6)),
    "Mt": ("kg", _D(10**9)),
    "Gt": ("kg", _D(10**12)),
    "kW": ("W", _D(1000)),
    "MW": ("W", _D(10**6)),
    "GW": ("W", _D(10**9)),
    "TW": ("W", _D(10**12)),
    "kWh": ("Wh", _D(1000)),
    "MWh": ("Wh", _D(10**6)),
    "GWh": ("Wh", _D(10**9)),
    "TWh": ("Wh", _D(10**12)),
    "KB": ("B", _D(1000)),
    "MB": ("B", _D(10**6)),
    "GB": ("B", _D(10**9)),
    "TB": ("B", _D(10**12)),
    "PB": ("B", _D(10**15)),
    "Hz": ("Hz", _D(1)),
    "kHz": ("Hz", _D(1000)),
    "MHz": ("Hz", _D(10**6)),
    "GHz": ("Hz", _D(10**9)),
    "km/h": ("km/h", _D(1)),
    "bpd": ("bbl/day", _D(1)),
    "b/d": ("bbl/day", _D(1)),
    "kV": ("V", _D(1000)),
    "hp": ("W", _D("745.7")),
    "dB": ("dB", _D(1)),
    "°C": ("°C", _D(1)),
    "°": ("°", _D(1)),
}

# Symbols that are words or initials elsewhere: never behind a space, "5 m" apart.
ATTACHED_ONLY = frozenset(
    {"m", "l", "L", "C", "g", "mi", "ha", "hp", "dm", "kt", "m2", "m3"}
)

# "square" and "cubic" lengths: worth of one, by the worth of the length.
POWERS: dict[str, tuple[str, int]] = {
    "square": ("m2", 2),
    "sq": ("m2", 2),
    "cubic": ("L", 3),
    "cu": ("L", 3),
}

# Kinds of one unit that differ in size: "short tons".
KINDS: dict[tuple[str, str], tuple[str, Decimal]] = {
    ("metric", "ton"): ("kg", _D(1000)),
    ("metric", "tons"): ("kg", _D(1000)),
    ("metric", "tonne"): ("kg", _D(1000)),
    ("metric", "tonnes"): ("kg", _D(1000)),
    ("short", "ton"): ("kg", _D("907.18474")),
    ("short", "tons"): ("kg", _D("907.18474")),
    ("long", "ton"): ("kg", _D("1016.0469088")),
    ("long", "tons"): ("kg", _D("1016.0469088")),
    ("nautical", "mile"): ("m", _D(1852)),
    ("nautical", "miles"): ("m", _D(1852)),
    ("fluid", "ounce"): ("L", _D("0.0295735")),
    ("fluid", "ounces"): ("L", _D("0.0295735")),
    ("imperial", "gallon"): ("L", _D("4.54609")),
    ("imperial", "gallons"): ("L", _D("4.54609")),
    ("light", "year"): ("ly", _D(1)),
    ("light", "years"): ("ly", _D(1)),
    ("kilowatt", "hour"): ("Wh", _D(1000)),
    ("kilowatt", "hours"): ("Wh", _D(1000)),
    ("megawatt", "hour"): ("Wh", _D(10**6)),
    ("megawatt", "hours"): ("Wh", _D(10**6)),
    ("gigawatt", "hour"): ("Wh", _D(10**9)),
    ("gigawatt", "hours"): ("Wh", _D(10**9)),
    ("terawatt", "hour"): ("Wh", _D(10**12)),
    ("terawatt", "hours"): ("Wh", _D(10**12)),
}

# What a rate is told per, as it stands in the unit.
RATE_PERIODS: dict[str, str] = {
    "second": "s",
    "sec": "s",
    "millisecond": "ms",
    "ms": "ms",
    "minute": "min",
    "hour": "h",
    "hr": "h",
    "h": "h",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}

# Speeds are compared in km/h: metres a period, as multiples of km/h.
SPEED_PERIODS: dict[str, Decimal] = {
    "ms": _D(3600),
    "s": _D("3.6"),
    "min": _D("0.06"),
    "h": _D("0.001"),
}

# Words behind a bare "m" that make it a metre and not a million.
METRE_CUES = _words(
    "tall high long wide deep away above below from x race sprint hurdles freestyle "
    "final relay across thick"
)
