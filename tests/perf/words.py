"""The words of the generated articles. Every name is put together here."""


def _list(words: str) -> list[str]:
    return words.split()


SYLLABLES = _list(
    "ba bel bor cal dor el fen gar hal in jor kel lam mor nes ol par quin ros sel tam "
    "ul var wes yor zan bri dru fal gre kro lin mel nor pra rin sto tre val"
)
ENDINGS_PERSON = _list("a en is or ic ard ow ey un ell")
ENDINGS_PLACE = _list("ford holm by wick stad mere haven dale burg ness")
ENDINGS_FIRM = _list("ex co tron via dyne max tek ora lux gen")

FORENAMES = _list(
    "Ada Bruno Carla Dario Elin Fabian Greta Hanno Ines Jonas Katja Lorenz Mira Nils "
    "Oskar Paula Quentin Rosa Stellan Tilda Ursula Viktor Wanda Xenia Yannick Zelda"
)
OFFICES = _list(
    "mayor governor minister senator judge professor coach director chairman surgeon "
    "economist farmer engineer pilot inspector librarian ambassador architect"
)
TRADES = _list(
    "Steel Foods Shipping Airlines Bank Motors Timber Textiles Energy Insurance"
)

NOUNS = _list(
    "bridge harbour orchard railway museum clinic tunnel reservoir stadium theatre "
    "archive market foundry vineyard quarry lighthouse library hospital school prison "
    "bakery brewery dockyard cathedral festival regatta tramway canal forest glacier "
    "herd harvest pipeline refinery satellite ferry warehouse laboratory observatory "
    "monument greenhouse windmill sawmill aquarium barracks cinema courthouse dam "
    "embankment fairground garage hostel icebreaker jetty kiosk mill nursery opera "
    "playground quay racecourse shelter terminal university viaduct workshop zoo "
    "airfield almshouse arcade armoury auditorium bandstand bathhouse beacon boathouse "
    "boulevard breakwater bungalow cannery casino cellar cemetery chapel college "
    "colliery convent cottage creamery culvert depot distillery drawbridge farmhouse "
    "footbridge forge fountain funicular gallery gasworks gatehouse granary gymnasium "
    "hangar hatchery hospice hotel incinerator junction kennel kiln laundry lido lock "
    "marina meadow monastery mortuary nunnery palace parsonage pavilion pier "
    "plantation pool printworks pub rectory reserve restaurant roundabout sanatorium "
    "seawall sluice smithy spa square stable steelworks substation supermarket tannery "
    "tavern tower townhall tribunal vault velodrome villa waterworks weir wharf yard"
)
GOODS = _list(
    "copper wheat timber salt fertiliser cement glass wool coffee bicycles batteries "
    "tractors vaccines textbooks turbines barley lentils rubber porcelain tyres lamps "
    "furniture carpets engines pumps sensors paper ink leather honey"
)
ADJECTIVES = _list(
    "old narrow costly modest noisy famous empty wooden northern coastal crowded rusty "
    "elegant disputed popular remote damaged shallow generous cautious unfinished"
)
TOPICS = _list(
    "drought housing wages fishing rents noise dust floods taxes schooling traffic "
    "tourism pensions smuggling broadband recycling pollution apprenticeships "
    "adoption advertising bankruptcy begging burglary childcare corruption cycling "
    "dentistry divorce electricity epidemics erosion evictions forestry fraud gambling "
    "heating homelessness hunting illiteracy immigration insurance irrigation "
    "landslides litter lotteries migration nutrition overtime parking piracy poaching "
    "poverty prescriptions quarantine rabies rationing refugees robbery sanitation "
    "sewage speeding subsidies tariffs truancy unemployment vaccination vandalism"
)
WEEKDAYS = _list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = _list(
    "January February March April May June July August September October November "
    "December"
)

# Slots in braces are filled anew for every sentence.
SENTENCES = (
    "{Person}, {office} of {place}, said the {noun} would stay closed until {month}.",
    "The {adjective} {noun} in {place} drew {count} visitors over the weekend.",
    "{Firm} hired {count} people for its {noun} near {place}.",
    "Residents of {place} have complained about {topic} for {small} years.",
    "A report by {firm} put the cost of the {noun} at {money}.",
    "The price of {goods} rose by {percent} percent within {small} months.",
    "{Person} told reporters that {topic} mattered more to voters than {topic}.",
    "On {weekday} the council of {place} debated the {adjective} {noun}.",
    "Exports of {goods} from {place} fell to {count} tonnes last year.",
    "“Nobody asked us about the {noun},” said {person}, who lives in {place}.",
    "{Firm} and {firm} agreed to share a {noun} outside {place}.",
    "Police in {place} searched a {noun} and found {count} crates of {goods}.",
    "The {office} resigned after {small} months, citing {topic}.",
    "Heavy rain damaged the {noun} and {small} houses in {place} on {weekday}.",
    "According to {person}, about {percent} percent of the {goods} came from abroad.",
    "Work on the {adjective} {noun} began in {month} and took {small} weeks.",
    "{Firm} may move its {noun} from {place} to {place}, people close to it said.",
    "A court in {place} fined {firm} {money} over {topic}.",
    "Volunteers painted the {noun}, planted trees and served {goods} to guests.",
    "The {noun} has {small} floors, {count} seats and a roof of {goods}.",
    "{Person} studied {topic} in {place} before joining {firm}.",
    "Critics say the {adjective} {noun} will not solve the problem of {topic}.",
    "Trade in {goods} between {place} and {place} was worth {money} in {year}.",
    "Nearly {count} pupils visited the {noun} in {place} this spring.",
    "The union called for higher wages at the {noun} and threatened to strike.",
    "Engineers found cracks in the {noun}, {person} said on {weekday}.",
    "In {year} a fire destroyed half of the {noun} of {place}.",
    "{Firm} did not answer questions about its {noun}.",
    "Farmers around {place} expect to sell {count} tonnes of {goods}.",
    "The {office} praised {firm} for lending {goods} to the town.",
    "Tickets for the {noun} cost {small} dollars, twice as much as in {year}.",
    "{Person} and {person} have known each other since school in {place}.",
    "It was the {ordinal} time that {place} had hosted such a {noun}.",
    "Shares of {firm} lost {percent} percent on {weekday}.",
    "Most visitors came by ferry, because the road to {place} was blocked.",
    "{Person} wrote a book about the {adjective} {noun} and the people who built it.",
    "The ministry plans to spend {money} on {topic} next year.",
    "No one was hurt when a lorry with {goods} overturned near {place}.",
    "A survey found that {percent} percent of people worry about {topic}.",
    "{Firm} wants to build a {noun} with room for {count} guests.",
)

# Most sentences are put together of these: who, did what, under which circumstances.
SUBJECTS = (
    "{Person}, a {office} from {place},",
    "{Person}",
    "{Firm}",
    "The {adjective} {noun} of {place}",
    "Residents of {place}",
    "The council of {place}",
    "One {office} in {place}",
    "{count} members of the {noun}",
    "Workers at the {adjective} {noun}",
    "The owner of the {noun}",
    "Neither the {office} nor the {office}",
    "A committee on {topic}",
    "The {noun}",
    "Traders of {goods}",
    "The {ordinal} {office} in {small} years",
    "Half of the {office}s",
    "Her predecessor as {office}",
    "Lawyers for {firm}",
    "An elderly {office}",
    "Hardly any {adjective} {noun}",
    "{place}'s {noun}",
    "A rival of {firm}",
    "{person}'s family",
    "Whoever runs the {noun}",
    "Insurers",
    "Scholars of {topic}",
    "The archbishop",
)
VERBS = _list(
    "repaired mended borrowed counted described defended inspected emptied rented "
    "enlarged photographed ignored mapped restored relocated supplied criticised "
    "weighed auctioned donated measured painted guarded admired imitated neglected "
    "flooded heated insured labelled mocked numbered occupied polished questioned "
    "rebuilt reopened sketched stocked surveyed tested toured unlocked vacated "
    "visited welcomed abandoned advertised altered assembled blamed catalogued "
    "cleaned compared completed copied decorated delayed demolished designed "
    "discussed documented drained exhibited expanded fenced financed forgot furnished "
    "hosted improved inherited installed joined leased lit managed missed named "
    "needed nominated operated ordered planned postponed preferred preserved promoted "
    "protected quoted raised ranked registered rejected remembered renamed replaced "
    "rescued reserved reviewed searched secured shared shortened studied swapped "
    "tolerated trusted upgraded valued watched"
)
OBJECTS = (
    "the {noun}",
    "one {adjective} {noun}",
    "the {noun} near {place}",
    "{count} crates of {goods}",
    "its {adjective} {noun} and the {noun}",
    "the {goods} of {firm}",
    "{person}'s {noun}",
    "plans for {topic}",
    "an earlier study of {topic}",
    "{small} of the {noun}'s windows",
    "the way {firm} dealt with {topic}",
    "the road between {place} and {place}",
    "every {noun} but one",
    "a bronze statue of {person}",
    "its debts to {firm}",
    "old letters about {topic}",
    "a herd of goats",
    "whatever {person} had bought",
    "{money} worth of {goods}",
    "the mayor's speech",
    "two rival schemes",
    "broken {goods}",
    "an appeal against {firm}",
    "neighbouring {place}",
)
ADJUNCTS = (
    "on {weekday}",
    "in {month}",
    "in {year}",
    "after {small} weeks of {topic}",
    "despite {topic}",
    "for {money}",
    "with help from {firm}",
    "together with {person}",
    "outside {place}",
    "without telling {person}",
    "long before the {noun} opened",
    "at the request of the {office}",
    "as the price of {goods} rose by {percent} percent",
    "beside a {adjective} {noun}",
    "because winters are long",
    "before anyone noticed",
    "by ballot",
    "during {topic}",
    "except in {place}",
    "faster than {firm}",
    "for the {ordinal} time",
    "instead of {goods}",
    "like most towns",
    "near midnight",
    "once {person} had left",
    "over lunch",
    "since {month}",
    "thanks to {topic}",
    "throughout {year}",
    "to please {person}",
    "under pressure from Brussels",
    "until dawn",
    "while {place} slept",
    "whether or not it rained",
    "",
    "",
    "",
    "",
)
JOINTS = (
    *(", while ", ", and ", ", although ", ", but ", "; ", ", because ", ", so "),
    *(" after ", " before ", " even though ", ", whereas ", " unless ", " and then "),
)
REPORTS = (
    "",
    "",
    "",
    ", {person} said",
    ", according to {firm}",
    ", the {office} told reporters on {weekday}",
    ", {firm} announced",
    ", {person} admitted",
    ", a spokeswoman added",
    ", {person} wrote in a letter",
    ", records show",
    ", as {firm} put it",
)

# One fact in two wordings. {value} differs between the tellings of a conflict.
FACTS = (
    (
        "date",
        "{Person} opened the {name} {noun} in {place} on {value}.",
        "The {name} {noun} in {place} was opened by {person} on {value}.",
    ),
    (
        "amount",
        "{Firm} paid {value} for the {name} {noun} in {place}.",
        "{Firm} paid {value} for {place}'s {name} {noun}, two officials said.",
    ),
    (
        "count",
        "The collapse of the {name} {noun} in {place} killed {value} workers.",
        "In {place}, {value} workers were killed by the collapse of the {name} {noun}.",
    ),
    (
        "duration",
        "The meeting between {person} and {other} in {place} lasted {value}.",
        "{Person} and {other} held a meeting in {place} that lasted {value}.",
    ),
    (
        "percent",
        "{Person} won {value} percent of the vote in {place}.",
        "In {place}, {person} won {value} percent of the vote.",
    ),
    (
        "polarity",
        "{Person} {value} the plan for the {name} {noun} in {place}.",
        "The plan for the {name} {noun} in {place} was {value} by {person}.",
    ),
)
