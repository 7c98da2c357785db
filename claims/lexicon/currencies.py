"""Currencies as news prints them: signs, codes, names. PURE DATA.

A bare "$" is read as US dollars, a bare "pound" as sterling, "rupee" as Indian, "peso"
as Mexican, "krone" by its spelling: the reading of the international desks. AMBIGUOUS
lists the codes that such a form leaves open; a comparison must not rest on them.
"""

from __future__ import annotations

from decimal import Decimal


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Signs and short forms before the number, lower case, without spaces and full stops.
SIGNS: dict[str, str] = {
    "$": "USD",
    "us$": "USD",
    "usd$": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "cad$": "CAD",
    "can$": "CAD",
    "cdn$": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "aud$": "AUD",
    "aus$": "AUD",
    "nz$": "NZD",
    "nzd$": "NZD",
    "hk$": "HKD",
    "hkd$": "HKD",
    "nt$": "TWD",
    "s$": "SGD",
    "sg$": "SGD",
    "sgd$": "SGD",
    "r$": "BRL",
    "mx$": "MXN",
    "mex$": "MXN",
    "mxn$": "MXN",
    "j$": "JMD",
    "b$": "BND",
    "clp$": "CLP",
    "cop$": "COP",
    "col$": "COP",
    "ar$": "ARS",
    "z$": "ZWL",
    "n$": "NAD",
    "€": "EUR",
    "£": "GBP",
    "e£": "EGP",
    "¥": "JPY",
    "cn¥": "CNY",
    "rmb¥": "CNY",
    "jp¥": "JPY",
    "₩": "KRW",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₦": "NGN",
    "₪": "ILS",
    "₴": "UAH",
    "₡": "CRC",
    "₭": "LAK",
    "₮": "MNT",
    "₲": "PYG",
    "₵": "GHS",
    "₸": "KZT",
    "₼": "AZN",
    "₾": "GEL",
    "₿": "XBT",
}

# Words before the number, besides the codes.
PREFIX_WORDS: dict[str, str] = {
    "dlrs": "USD",
    "dlr": "USD",
    "rs": "INR",
    "rmb": "CNY",
    "rm": "MYR",
    "rp": "IDR",
    "tk": "BDT",
    "sfr": "CHF",
    "ksh": "KES",
    "kshs": "KES",
    "ush": "UGX",
    "tsh": "TZS",
    "dhs": "AED",
    "php": "PHP",
    "stg": "GBP",
    "dm": "DEM",
}

CODES = _words(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD "
    "BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE "
    "CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF "
    "GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS "
    "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD "
    "MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR "
    "PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD "
    "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD "
    "TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW "
)

# Codes that are English words: a capital headline may print them before any number.
WORD_CODES = _words("ALL TOP TRY CUP COP MAD PEN SOS MOP GEL MUR RON BAM ANG GIP")

# Codes that are read in small letters too.
SMALL_CODES = _words("usd eur gbp cny jpy inr cad aud chf hkd krw")

# Old codes and trade shorthand that still stand in print.
CODE_ALIASES: dict[str, str] = {"RMB": "CNY", "CNH": "CNY", "NTD": "TWD", "STG": "GBP"}

_WHOLE = Decimal(1)
_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_SATOSHI = Decimal("0.00000001")

# Names behind the number: (code, worth of one in units of the currency).
NAMES: dict[str, tuple[str, Decimal]] = {
    **{
        name: (code, _WHOLE)
        for code, names in {
            "USD": "dollar dollars dlrs dlr greenbacks buck bucks",
            "EUR": "euro euros",
            "GBP": "pound pounds quid",
            "JPY": "yen",
            "CNY": "yuan renminbi rmb kuai",
            "KRW": "won",
            "INR": "rupee rupees",
            "RUB": "rouble roubles ruble rubles",
            "CHF": "franc francs",
            "SEK": "krona kronor",
            "NOK": "krone kroner",
            "CZK": "koruna korunas koruny crowns",
            "PLN": "zloty zlotys zloties",
            "HUF": "forint forints",
            "TRY": "lira liras",
            "ILS": "shekel shekels",
            "UAH": "hryvnia hryvnias hryvnya",
            "MYR": "ringgit ringgits",
            "IDR": "rupiah rupiahs",
            "THB": "baht bahts",
            "VND": "dong",
            "MXN": "peso pesos",
            "BRL": "reais",
            "ZAR": "rand rands",
            "NGN": "naira nairas",
            "GHS": "cedi cedis",
            "KES": "shilling shillings",
            "ETB": "birr",
            "IRR": "rial rials",
            "SAR": "riyal riyals",
            "AED": "dirham dirhams",
            "KWD": "dinar dinars",
            "BDT": "taka takas",
            "KZT": "tenge",
            "LAK": "kip",
            "MMK": "kyat kyats",
            "KHR": "riel riels",
            "GEL": "lari",
            "AMD": "dram drams",
            "AZN": "manat manats",
            "MNT": "tugrik tugriks",
            "PEN": "soles",
            "BGN": "leva",
            "RON": "lei",
            "DEM": "marks deutschmark deutschmarks",
            "ATS": "schilling schillings",
            "ESP": "peseta pesetas",
            "FIM": "markka markkaa markkas",
            "GRD": "drachma drachmas drachmae",
            "ITL": "lire",
            "NLG": "guilder guilders",
            "PTE": "escudo escudos",
            "AFN": "afghani afghanis",
            "ALL": "leke",
            "AOA": "kwanza kwanzas",
            "BAM": "convertible-marks",
            "BOB": "boliviano bolivianos",
            "BTN": "ngultrum ngultrums",
            "BWP": "pula",
            "CRC": "colon colones",
            "GMD": "dalasi dalasis",
            "GTQ": "quetzal quetzals quetzales",
            "HNL": "lempira lempiras",
            "HTG": "gourde gourdes",
            "LSL": "maloti",
            "MGA": "ariary",
            "MKD": "denar denars denari",
            "MOP": "pataca patacas",
            "MRU": "ouguiya ouguiyas",
            "MVR": "rufiyaa",
            "MZN": "metical meticals meticais",
            "NIO": "cordoba cordobas",
            "PAB": "balboa balboas",
            "PGK": "kina",
            "PYG": "guarani guaranis guaraníes",
            "SLE": "leone leones",
            "SZL": "emalangeni lilangeni",
            "TJS": "somoni",
            "TOP": "paʻanga pa'anga",
            "VES": "bolivar bolivars bolivares",
            "VUV": "vatu",
            "WST": "tala",
            "ZMW": "kwacha kwachas",
            "XBT": "bitcoin bitcoins",
            "ETH": "ether ethers",
        }.items()
        for name in names.split()
    },
    "cent": ("USD", _HUNDREDTH),
    "cents": ("USD", _HUNDREDTH),
    "penny": ("GBP", _HUNDREDTH),
    "pence": ("GBP", _HUNDREDTH),
    "eurocent": ("EUR", _HUNDREDTH),
    "eurocents": ("EUR", _HUNDREDTH),
    "kopeck": ("RUB", _HUNDREDTH),
    "kopecks": ("RUB", _HUNDREDTH),
    "paise": ("INR", _HUNDREDTH),
    "paisa": ("INR", _HUNDREDTH),
    "copeck": ("RUB", _HUNDREDTH),
    "copecks": ("RUB", _HUNDREDTH),
    "centime": ("CHF", _HUNDREDTH),
    "centimes": ("CHF", _HUNDREDTH),
    "rappen": ("CHF", _HUNDREDTH),
    "pfennig": ("DEM", _HUNDREDTH),
    "pfennigs": ("DEM", _HUNDREDTH),
    "centavo": ("MXN", _HUNDREDTH),
    "centavos": ("MXN", _HUNDREDTH),
    "kobo": ("NGN", _HUNDREDTH),
    "sen": ("MYR", _HUNDREDTH),
    "groszy": ("PLN", _HUNDREDTH),
    "kurus": ("TRY", _HUNDREDTH),
    "agorot": ("ILS", _HUNDREDTH),
    "satang": ("THB", _HUNDREDTH),
    "mao": ("CNY", _TENTH),
    "jiao": ("CNY", _TENTH),
    "fen": ("CNY", _HUNDREDTH),
    "satoshi": ("XBT", _SATOSHI),
    "satoshis": ("XBT", _SATOSHI),
}

# Plurals that do not end in s.
PLURALS: dict[str, str] = {
    "kronor": "krona",
    "kroner": "krone",
    "koruny": "koruna",
    "markkaa": "markka",
    "colones": "colon",
    "bolivares": "bolivar",
    "drachmae": "drachma",
    "liri": "lira",
    "lire": "lira",
    "lei": "leu",
    "leva": "lev",
    "soles": "sol",
}

# Printed forms whose country the words leave open, by code they are read as.
AMBIGUOUS: dict[str, frozenset[str]] = {
    "USD": frozenset({"AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "JMD", "NAD", "FJD"}),
    "GBP": frozenset({"EGP", "LBP", "SYP", "SDG", "IEP"}),
    "CHF": frozenset({"FRF", "BEF", "XOF", "CDF", "RWF"}),
    "INR": frozenset({"PKR", "LKR", "NPR", "MUR"}),
    "MXN": frozenset({"ARS", "CLP", "COP", "PHP", "CUP", "UYU", "DOP"}),
    "JPY": frozenset({"CNY"}),
    "KES": frozenset({"UGX", "TZS", "SOS"}),
    "KWD": frozenset({"IQD", "JOD", "BHD", "LYD", "TND", "DZD", "RSD"}),
    "NOK": frozenset({"DKK"}),
    "SEK": frozenset({"ISK"}),
}

# Names that are English words too: read only with a magnitude, or a large number.
WORDS_TOO = _words(
    "won marks dong crowns kip dram drams lei lari pula kina tala colon colones escudo "
    "cordoba ether ethers som fen kobo"
)

# Nearby words that make "pounds" money, or weight; without either, small is weight.
POUND_MONEY = _words(
    "sterling pence pay paid pays price priced cost costs fine fined worth bank tax "
    "taxes spend spent budget sales profit profits loss losses salary wages fund "
    "funding debt debts invest invested investment british britain deal "
    "compensation reward revenue prize donated raised bill loan currency"
)
POUND_WEIGHT = _words(
    "weigh weighs weighed weighing weight weights heavy lb lbs kilogram kilograms kg "
    "ounce ounces ton tons tonnes baby explosives cocaine heroin marijuana meat beef "
    "fish cargo load payload thrust fat scale waist obese lifted bomb dynamite "
    "copper steel uranium luggage"
)
