"""Ways in which one thing can end or stand, of which only one holds. PURE DATA.

A line has the words of one outcome, a bar, and those of another that excludes it; an
indented line goes on. Lemmas or printed words in lower case, of any part of speech;
``word+particle`` is a verb with its particle. Unlike the scales of lexicon.poles these
hold of one and the same thing: who was acquitted was not convicted. What one of two
presupposes does not exclude it, and is left out: who was fired had been hired.
"""

from __future__ import annotations

# What becomes of somebody or something, whoever does it.
FATES = """
convict conviction guilty guilt sentence sentenced imprison imprisonment jail prison |
  acquit acquittal clear exonerate exoneration absolve innocent innocence vindicate
ban suspend disqualify expel punish | acquit clear exonerate absolve
execute hang | pardon reprieve amnesty
die kill dead perish murder drown execute assassinate slay death fatal |
  survive survivor rescue alive unharmed unhurt unscathed uninjured escape recover
  come+through pull+through
injure wound hurt injury | unharmed unhurt unscathed uninjured
damage wreck destroy demolish raze ruin gut | undamaged intact unscathed spare restore
annul void invalid invalidate nullify quash overturn strike+down |
  valid uphold validate certify
eliminate elimination | qualify advance
promote promotion | relegate demote relegation demotion
relegate relegation demotion | stay survive remain avoid
childless | father mother parent
bachelor unmarried spinster single celibate | married marry wife husband wed
hold continue survive last | collapse break+down fall+apart unravel
cure heal recover | worsen die
keep retain preserve | abolish scrap demolish
raise increase cut lower reduce change alter | unchanged
late delayed overdue | schedule early punctually
north northward northwards | south southward southwards
east eastward eastwards | west westward westwards
northern | southern
eastern | western
upstream | downstream
legal lawful legalise legalize | illegal unlawful outlaw prohibit criminalise
valid legitimate | illegitimate invalid
strengthen intensify | weaken abate
grow expand | shrink contract
rise climb surge soar jump gain | fall drop decline plunge slump tumble sink
raise increase lift hike | cut lower reduce slash trim
lengthen extend prolong | shorten curtail cut
widen broaden | narrow
profitable | unprofitable loss-making bankrupt insolvent
solvent | insolvent bankrupt bankruptcy insolvency
cancel call+off postpone abandon scrap shelve | go+ahead proceed complete take+place
complete completed finish | abandon unfinished incomplete scrap
launch | postpone scrub cancel
sink capsize | float afloat
discover find recover | missing
identify | unidentified unknown anonymous
solve | unsolved
publish release unveil | withhold suppress unpublished shelve
genuine authentic original | fake forgery forge copy counterfeit replica
confirm verify prove | refute disprove debunk rule+out
open | shut closed shuttered
armed | unarmed
conscious awake | unconscious asleep
extinct | thrive survive
inhabited populated | uninhabited deserted
poisonous toxic harmful dangerous | harmless safe
malignant | benign
accidental accident accidentally | deliberate deliberately intentional arson
suicide | murder homicide
nationalise nationalize | privatise privatize
"""

# What somebody does or is beside others who may do or be the opposite.
STANCES = """
win victory winner champion triumph victor gold |
  lose concede runner-up loser trail second third fourth silver bronze
reach arrive complete finish | turn+back
score convert | miss
approve approval pass adopt ratify endorse accept acceptance |
  reject rejection veto turn+down vote+down throw+out rebuff spurn
grant award | refuse deny reject withhold turn+down
admit confess acknowledge confession | deny denial reject
agree accept consent | refuse decline reject turn+down
support supporter favour favor back+ | oppose opponent opposition critic condemn
praise welcome hail applaud | condemn criticise criticize deplore denounce attack
keep retain hold | lose strip forfeit relinquish vacate give+up
resign quit step+down | stay remain stay+on carry+on
leave depart departure emigrate | stay remain
import importer | export exporter
borrow borrower debtor | lend lender creditor
buy buyer | sell seller
teacher | pupil student
succeed success successful | fail failure flop unsuccessful
effective | ineffective useless
profit | loss
surrender capitulate | resist hold+out
attack attacker | defend defender
advance | retreat
sign attend join | refuse boycott
evacuate | stay remain
amateur | professional
civilian | soldier
volunteer | conscript
voluntary optional | compulsory mandatory obligatory
democracy republic | monarchy kingdom
monarchist royalist | republican
atheist | believer devout
predecessor | successor
attacker assailant culprit | victim
defendant accused | plaintiff prosecutor
driver | passenger pedestrian
landlord | tenant
loyal loyalist | rebel traitor mutineer
ally | enemy foe
left-wing leftist | right-wing rightist
nocturnal | diurnal
carnivorous | herbivorous
peaceful peacefully | violent violence riot
majority | minority
"""
