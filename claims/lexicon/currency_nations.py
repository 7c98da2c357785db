"""What a currency's name and a country make together: "Canadian dollars". PURE DATA."""

from __future__ import annotations


def _nations(**codes: str) -> dict[str, str]:
    """From code="adjective, country" to each of them, and the code it makes."""
    return {
        nation: code
        for code, nations in codes.items()
        for nation in nations.split(", ")
    }


# Name in the singular → nation, lower case and without full stops → ISO 4217 code.
NATIONS: dict[str, dict[str, str]] = {
    "dollar": _nations(
        USD="us, united states, american",
        CAD="canadian, canada",
        AUD="australian, aussie, australia",
        NZD="new zealand, kiwi",
        HKD="hong kong, hongkong",
        SGD="singapore, singaporean",
        TWD="taiwan, taiwanese, new taiwan",
        JMD="jamaican, jamaica",
        NAD="namibian, namibia",
        ZWL="zimbabwe, zimbabwean",
        FJD="fijian, fiji",
        LRD="liberian, liberia",
        BND="brunei",
        BSD="bahamian, bahamas",
        BBD="barbados, barbadian",
        BZD="belize, belizean",
        GYD="guyana, guyanese",
        TTD="trinidad, trinidadian",
        XCD="east caribbean, eastern caribbean",
        KYD="cayman islands, cayman",
        SRD="surinamese, suriname",
        SBD="solomon islands",
        BMD="bermuda, bermudian",
    ),
    "pound": _nations(
        GBP="british, sterling, uk, britain, english, scottish",
        EGP="egyptian, egypt",
        LBP="lebanese, lebanon",
        SYP="syrian, syria",
        SDG="sudanese, sudan",
        SSP="south sudanese, south sudan",
        IEP="irish",
        CYP="cypriot, cyprus",
        GIP="gibraltar",
        FKP="falkland, falkland islands",
        SHP="saint helena",
    ),
    "franc": _nations(
        CHF="swiss, switzerland",
        FRF="french, france",
        BEF="belgian, belgium",
        XOF="cfa, west african, west african cfa",
        CDF="congolese, congo",
        RWF="rwandan, rwanda",
        BIF="burundian, burundi",
        GNF="guinean, guinea",
        LUF="luxembourg, luxembourgish",
        XAF="central african, central african cfa",
        XPF="cfp",
        DJF="djibouti, djiboutian",
        KMF="comorian, comoros",
    ),
    "rupee": _nations(
        INR="indian, india",
        PKR="pakistani, pakistan",
        LKR="sri lankan, sri lanka",
        NPR="nepalese, nepali, nepal",
        MUR="mauritian, mauritius",
        SCR="seychelles, seychellois",
    ),
    "peso": _nations(
        MXN="mexican, mexico",
        ARS="argentine, argentinian, argentina",
        CLP="chilean, chile",
        COP="colombian, colombia",
        PHP="philippine, filipino, philippines",
        CUP="cuban, cuba",
        UYU="uruguayan, uruguay",
        DOP="dominican",
    ),
    "krone": _nations(
        DKK="danish, denmark",
        NOK="norwegian, norway",
    ),
    "krona": _nations(
        SEK="swedish, sweden",
        ISK="icelandic, iceland",
    ),
    "crown": _nations(
        DKK="danish",
        NOK="norwegian",
        SEK="swedish",
        ISK="icelandic",
        CZK="czech",
        SKK="slovak",
    ),
    "won": _nations(
        KRW="south korean, korean, south korea, korea",
        KPW="north korean, north korea",
    ),
    "yuan": _nations(
        CNY="chinese, offshore, onshore, china",
    ),
    "yen": _nations(
        JPY="japanese, japan",
    ),
    "ruble": _nations(
        RUB="russian, russia",
        BYN="belarusian, belarus",
    ),
    "rouble": _nations(
        RUB="russian, russia",
        BYN="belarusian, belarus",
    ),
    "lira": _nations(
        TRY="turkish, turkey",
        ITL="italian, italy",
        MTL="maltese",
        SYP="syrian",
    ),
    "shilling": _nations(
        KES="kenyan, kenya",
        UGX="ugandan, uganda",
        TZS="tanzanian, tanzania",
        SOS="somali, somalia",
    ),
    "dinar": _nations(
        KWD="kuwaiti, kuwait",
        IQD="iraqi, iraq",
        JOD="jordanian, jordan",
        BHD="bahraini, bahrain",
        LYD="libyan, libya",
        TND="tunisian, tunisia",
        DZD="algerian, algeria",
        RSD="serbian, serbia",
    ),
    "dirham": _nations(
        AED="uae, emirati, united arab emirates, emirates",
        MAD="moroccan, morocco",
    ),
    "rial": _nations(
        IRR="iranian, iran",
        OMR="omani, oman",
        YER="yemeni, yemen",
    ),
    "riyal": _nations(
        SAR="saudi, saudi arabian, saudi arabia",
        QAR="qatari, qatar",
    ),
    "rand": _nations(
        ZAR="south african, south africa",
    ),
    "real": _nations(
        BRL="brazilian, brazil",
    ),
    "reais": _nations(
        BRL="brazilian",
    ),
    "mark": _nations(
        DEM="german, deutsche, deutsch, west german",
        FIM="finnish, finland",
        BAM="convertible, bosnian",
    ),
    "baht": _nations(
        THB="thai, thailand",
    ),
    "dong": _nations(
        VND="vietnamese, vietnam",
    ),
    "ringgit": _nations(
        MYR="malaysian, malaysia",
    ),
    "rupiah": _nations(
        IDR="indonesian, indonesia",
    ),
    "zloty": _nations(
        PLN="polish, poland",
    ),
    "forint": _nations(
        HUF="hungarian, hungary",
    ),
    "shekel": _nations(
        ILS="israeli, israel, new israeli",
    ),
    "hryvnia": _nations(
        UAH="ukrainian, ukraine",
    ),
    "kwacha": _nations(
        ZMW="zambian",
        MWK="malawian",
    ),
    "manat": _nations(
        AZN="azerbaijani",
        TMT="turkmen",
    ),
    "som": _nations(
        KGS="kyrgyz",
        UZS="uzbek",
    ),
    "dram": _nations(
        AMD="armenian",
    ),
    "króna": _nations(
        ISK="icelandic, iceland",
    ),
    "koruna": _nations(
        CZK="czech",
        SKK="slovak",
    ),
    "renminbi": _nations(
        CNY="chinese, china",
    ),
    "lire": _nations(
        ITL="italian",
    ),
    "schilling": _nations(
        ATS="austrian, austria",
    ),
    "guilder": _nations(
        NLG="dutch, netherlands",
        ANG="antillean, netherlands antillean",
        SRG="surinamese",
    ),
    "peseta": _nations(
        ESP="spanish, spain",
    ),
    "escudo": _nations(
        PTE="portuguese, portugal",
        CVE="cape verde, cape verdean",
    ),
    "drachma": _nations(
        GRD="greek, greece",
    ),
    "markka": _nations(
        FIM="finnish, finland",
    ),
    "naira": _nations(
        NGN="nigerian, nigeria",
    ),
    "cedi": _nations(
        GHS="ghanaian, ghana",
    ),
    "kwanza": _nations(
        AOA="angolan, angola",
    ),
    "birr": _nations(
        ETB="ethiopian, ethiopia",
    ),
    "taka": _nations(
        BDT="bangladeshi, bangladesh",
    ),
    "tenge": _nations(
        KZT="kazakh, kazakhstan",
    ),
    "kip": _nations(
        LAK="lao, laotian",
    ),
    "kyat": _nations(
        MMK="burmese, myanmar",
    ),
    "riel": _nations(
        KHR="cambodian, cambodia",
    ),
    "lari": _nations(
        GEL="georgian, georgia",
    ),
    "sol": _nations(
        PEN="peruvian, peru",
    ),
    "lev": _nations(
        BGN="bulgarian, bulgaria",
    ),
    "leu": _nations(
        RON="romanian, romania",
        MDL="moldovan, moldova",
    ),
    "lek": _nations(
        ALL="albanian, albania",
    ),
    "afghani": _nations(
        AFN="afghan, afghanistan",
    ),
    "bolivar": _nations(
        VES="venezuelan, venezuela",
    ),
    "colon": _nations(
        CRC="costa rican, costa rica",
        SVC="salvadoran",
    ),
    "colón": _nations(
        CRC="costa rican, costa rica",
        SVC="salvadoran",
    ),
    "kuna": _nations(
        HRK="croatian, croatia",
    ),
    "tolar": _nations(
        SIT="slovenian",
    ),
    "litas": _nations(
        LTL="lithuanian",
    ),
    "lats": _nations(
        LVL="latvian",
    ),
    "kroon": _nations(
        EEK="estonian",
    ),
    "sucre": _nations(
        ECS="ecuadorian, ecuadoran, ecuador",
    ),
    "pula": _nations(
        BWP="botswana",
    ),
    "kina": _nations(
        PGK="papua new guinean, papua new guinea",
    ),
    "denar": _nations(
        MKD="macedonian",
    ),
    "somoni": _nations(
        TJS="tajik, tajikistan",
    ),
    "dalasi": _nations(
        GMD="gambian",
    ),
    "leone": _nations(
        SLE="sierra leonean",
    ),
}
