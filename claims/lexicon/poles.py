"""Words at the two ends of one scale, in our own choice. PURE DATA.

One scale: the words of one end, a bar, those of the other; an indented line goes on.
Lemmas of any part of speech. In the same place of two otherwise equal sentences a word
of the one end and a word of the other contradict. Ends are wide: their words are alike
in direction alone, so nothing follows for two words of one end.
"""

from __future__ import annotations

SCALES = """
raise increase boost lift hike elevate inflate swell expand heighten amplify magnify
  maximize maximise multiply double triple enlarge
  | lower decrease reduce cut curb contain limit restrain cap trim shrink deflate dampen
  slash diminish lessen minimize minimise depress halve suppress constrain
elevated high increased rising soaring inflated swollen heightened
  | depressed low reduced falling deflated lowered dwindling plunging shrinking
worsen aggravate exacerbate intensify inflame escalate compound deepen
  | ease alleviate relieve mitigate soothe calm soften defuse lessen
spur foster stimulate bolster promote encourage help aid assist support facilitate
  nurture advance further propel invigorate revive strengthen reinforce boost
  | hinder hamper impede obstruct stifle thwart undermine inhibit discourage deter block
  frustrate cripple sabotage derail weaken harm hurt damage stall
save rescue preserve sustain protect maintain stabilize stabilise prop salvage
  | sink ruin destroy topple wreck bankrupt scuttle dissolve doom endanger collapse
  dismantle
defend resist fight oppose withstand repel counter
  | surrender capitulate yield submit cooperate collaborate
enable allow permit let authorize authorise help invite entitle
  | prevent stop bar forbid prohibit block preclude ban
force oblige compel require order mandate coerce command instruct
  | allow permit invite recommend advise encourage suggest free forbid prohibit ban bar
demand insist order | offer suggest recommend
mandatory compulsory obligatory required | voluntary optional
kill execute murder assassinate slaughter
  | save rescue spare free release revive
bury trap strand | free rescue release uncover unearth
catch capture arrest detain seize | release free lose evade escape
reveal disclose expose unveil uncover announce publish
  | hide conceal withhold obscure suppress cover
reveal discover find detect | overlook miss hide lose
struggle suffer languish | recover thrive benefit flourish prosper
confirm prove verify substantiate | deny disprove refute debunk contradict
admit acknowledge concede confess accept | deny reject dispute refuse
launch begin start open initiate | end close halt abandon suspend terminate finish
build construct erect create found establish | demolish destroy dismantle abolish raze
buy purchase acquire | sell divest dump
lend | borrow
gain win earn | lose forfeit
include contain comprise | exclude omit
add insert | remove delete subtract
attach connect link | detach disconnect separate
arrive enter | depart leave exit
attract lure | repel deter
obey follow respect comply honour honor | flout violate break ignore defy disobey
unite join merge combine | divide separate split
audacious ambitious bold daring sweeping grand lofty
  | modest minimal timid cautious humble limited
huge massive enormous vast giant gigantic immense | tiny small minuscule minor slight
major significant substantial considerable | minor negligible insignificant trivial
popular beloved admired | unpopular hated despised obscure
famous renowned celebrated prominent | unknown obscure
wealthy rich affluent | poor impoverished
strong robust powerful | weak feeble fragile frail
severe serious grave critical | mild slight minor harmless
dangerous hazardous deadly lethal toxic harmful | safe harmless benign
rare scarce uncommon unusual | common frequent abundant widespread usual
new novel fresh modern | old ancient obsolete outdated existing
distant remote faraway far | nearby near close adjacent
rapid quick fast swift | slow gradual sluggish
temporary interim brief | permanent lasting lifelong indefinite
public open | private secret confidential
rural | urban
civilian civil commercial | military
manned crewed | unmanned uncrewed
peaceful | violent warlike hostile armed
profitable lucrative | unprofitable losing
successful triumphant | failed unsuccessful
optimistic hopeful upbeat | pessimistic gloomy bleak
friendly cordial warm | hostile frosty tense unfriendly
cheap inexpensive affordable | expensive costly pricey
full crowded packed | empty vacant deserted
early | late
ally friend partner supporter | enemy foe rival opponent critic
victim | perpetrator attacker culprit
buyer customer | seller vendor
winner | loser
success triumph | failure flop
victory | defeat
strength | weakness
ordinary average standard routine | extraordinary exceptional special
"""
