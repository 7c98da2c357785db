"""Offices and forms of address beside the names of people. PURE DATA."""

from __future__ import annotations

from claims.lexicon.words import pairs, words

# Forms of address: they make a name a person's and say nothing on the office.
HONORIFICS = words("""
mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame madam prof prof. rev rev. mx mx.
""")

# Words that name an office or a role on their own.
HEADS = words("""
president premier minister secretary director chairman chairwoman chairperson chair
chief head boss ceo cfo cto coo governor senator congressman congresswoman
representative mayor ambassador envoy judge justice general colonel captain sergeant
lieutenant major admiral marshal commander commissioner chancellor king queen prince
princess pope bishop archbishop cardinal rabbi sheikh imam professor analyst economist
spokesman spokeswoman spokesperson adviser advisor attorney lawyer prosecutor coach
manager founder co-founder cofounder owner editor author actor actress leader lawmaker
deputy treasurer speaker strategist executive officer inspector superintendent sheriff
councillor councilor senator-elect president-elect legislator negotiator scientist
engineer researcher historian physicist chemist singer striker midfielder defender
goalkeeper driver pilot banker investor trader vice-president undersecretary
under-secretary counsel delegate diplomat ombudsman magistrate emperor sultan emir
duke duchess baron earl count whip comptroller controller administrator trustee fellow
curator conductor composer
""")
# Callings that make the name behind them a person's, in lower case only: "the skier
# Jane Roe", but "Jane Baker".
ROLES = words("""
activist anaesthetist anthropologist architect archaeologist artist astronaut
astronomer athlete author baker ballerina barber batsman biathlete billionaire
biographer biologist blogger boxer bowler businessman businesswoman butcher
campaigner carpenter cartoonist cellist chef choreographer cleric climber columnist
comedian contender cosmonaut criminologist cyclist dancer defendant dermatologist
detective dissident doctor drummer entrepreneur epidemiologist evangelist
explorer farmer filmmaker financier firefighter fisherman geologist golfer
guitarist gunman gymnast heiress hostage immunologist jockey
journalist landlord lecturer linguist lobbyist magician mathematician mechanic medic
meteorologist midwife milliner millionaire missionary monk mountaineer musician
naturalist navigator neurologist newsreader novelist nurse oncologist painter
paramedic parliamentarian pastor pathologist paediatrician pediatrician philanthropist
philosopher photographer physician pianist pitcher playwright plaintiff plumber poet
policeman policewoman politician preacher presenter priest programmer
psychiatrist psychologist publicist quarterback radiologist rapper referee refugee
reporter rower runner sailor saxophonist scholar screenwriter sculptor seismologist
shopkeeper skater skier skipper sociologist soldier solicitor soprano sprinter
statistician student surgeon swimmer teacher tenor theologian toxicologist
tycoon umpire urologist violinist virologist whistleblower widow winger wrestler
writer zoologist
""")
ABBREVIATIONS = pairs("""
gov.=governor sen.=senator rep.=representative gen.=general col.=colonel
lt.=lieutenant sgt.=sergeant capt.=captain maj.=major adm.=admiral cmdr.=commander
pres.=president sec.=secretary amb.=ambassador hon.=honorable rt.=right
insp.=inspector det.=detective gov=governor sen=senator gen=general
supt.=superintendent cpl.=corporal pvt.=private
""")
# Words that may stand before a head inside a title.
MODIFIERS = words("""
vice prime former ex acting interim deputy assistant associate senior junior chief
executive managing general under lead head foreign finance interior defense defence
treasury commerce state trade justice labor labour education health energy environment
agriculture transport transportation housing home attorney national security press
central bank budget economy economic economics industry information technology culture
sports tourism planning police fire army navy air force staff crown grand supreme
court district county city state federal regional provincial party majority minority
house senate opposition parliamentary cabinet permanent special top research marketing
operating financial human resources legal medical scientific technical creative
communications campaign union outgoing incoming then founding non-executive honorary
lieutenant brigadier rear major field first second co sales policy political business
investment portfolio equity market credit senior-most longtime veteran export import
commercial climate interior justice veterans water science development veteran
""")
# Before a title: the office is not held now.
FORMER = words("former ex then late onetime one-time ex- former- retired")

# Words by which somebody has left an office, or holds another beside it.
OTHER_HOLDER = words("vice deputy assistant associate under shadow former ex retired")

# Forms of address that tell a man from a woman.
ADDRESSED = pairs("""
mr=man mr.=man sir=man lord=man
mrs=woman mrs.=woman ms=woman ms.=woman miss=woman dame=woman lady=woman madam=woman
""")

# One word for one rank, whatever translation prints.
SYNONYMS = pairs("""
chairman=head chairwoman=head chairperson=head chair=head director=head chief=head
boss=head leader=head secretary=minister premier=prime_minister advisor=adviser
spokesman=spokesperson spokeswoman=spokesperson congressman=representative
congresswoman=representative cofounder=founder co-founder=founder defence=defense
labour=labor vice-president=vice_president counselor=counsel councilor=councillor
undersecretary=under_minister under-secretary=under_minister actress=actor
department=ministry centre=center organisation=organization programme=program
""")
PHRASES = {
    "chief executive officer": "ceo",
    "chief executive": "ceo",
    "chief financial officer": "cfo",
    "chief operating officer": "coo",
    "chief technology officer": "cto",
    "prime minister": "prime_minister",
    "vice president": "vice_president",
    "vice premier": "deputy prime_minister",
    "deputy prime minister": "deputy prime_minister",
    "attorney general": "attorney_general",
    "secretary general": "secretary_general",
    "secretary-general": "secretary_general",
    "general secretary": "general_secretary",
    "under secretary": "under_minister",
    "chief of staff": "chief_of_staff",
    "secretary of state": "foreign_minister",
    "foreign secretary": "foreign_minister",
    "foreign minister": "foreign_minister",
    "minister of foreign affairs": "foreign_minister",
    "minister for foreign affairs": "foreign_minister",
    "home secretary": "interior_minister",
    "managing director": "managing_director",
    "central bank governor": "central_bank_governor",
    "head coach": "coach",
    "chief justice": "chief_justice",
    "major general": "major_general",
    "lieutenant general": "lieutenant_general",
}
# Words that carry nothing in a title's value.
EMPTY = words("""
the a an of for and on in at to 's ' , his her its their our s & from as
""")
