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
troubled ailing struggling failing embattled faltering
  | thriving stable prosperous flourishing booming healthy
roundabout indirect circuitous winding | direct straight nonstop
threat danger risk hazard menace | benefit boon blessing safeguard opportunity advantage
infection illness | recovery cure
fatality death casualty | survivor birth
worldwide global international globally internationally
  | local national regional domestic locally nationally regionally domestically
voluntary voluntarily willingly | forced forcibly involuntary unwillingly reluctantly
solve resolve fix repair rectify remedy correct | ignore neglect create cause worsen
specific precise exact detailed | general vague generic imprecise
flee escape evade | surrender confess
delete remove erase uninstall wipe scrub
  | install keep retain download add restore reinstate preserve
personal private | professional corporate public official
official authorized authorised | unofficial unauthorized unauthorised private
unnamed unidentified anonymous undisclosed unspecified unknown
  | named identified disclosed specified known specific clear
concern worry fear anxiety alarm | reassurance confidence hope relief optimism calm
sharp steep dramatic drastic severe | slight gradual modest mild gentle marginal small
controlled deliberate intentional planned | uncontrolled accidental unintentional
surprising unexpected startling | expected predictable unsurprising ordinary
numerous many multiple countless several | few single sole
missing lost | found located
boycott protest | support promotion celebration welcome
detention custody prison jail imprisonment | freedom liberty release
accusation allegation charge complaint | praise compliment exoneration
emergency urgent unscheduled exceptional | routine planned regular scheduled
highest top maximum peak | lowest bottom minimum
sick ill unwell injured | healthy well fit unharmed
hospitalize hospitalise admit | discharge
conservative | liberal progressive
hugely extremely highly enormously vastly very | slightly barely marginally moderately
secretly covertly quietly privately clandestinely
  | openly publicly overtly transparently
ahead forward | behind backward backwards
future upcoming coming | past previous bygone
deploy station dispatch | withdraw retire recall
appear emerge surface | disappear vanish
expensive | cheap free
always constantly | never rarely seldom
often frequently regularly | rarely seldom occasionally
completely entirely fully totally | partially partly slightly
immediately instantly promptly | eventually later gradually
certain definite sure | uncertain doubtful unclear
likely probable | unlikely improbable
adequate sufficient ample | inadequate insufficient scarce
legal lawful legitimate | illegal unlawful illicit
true accurate correct genuine real authentic
  | false inaccurate incorrect fake bogus wrong
positive favorable favourable | negative adverse unfavorable unfavourable
good great excellent | bad poor terrible awful
beautiful attractive | ugly unattractive
smart intelligent clever | stupid foolish
happy pleased delighted satisfied | unhappy sad upset angry dissatisfied disappointed
hot warm | cold cool freezing
wet rainy | dry arid
bright | dark dim
loud noisy | quiet silent
clean pure | dirty polluted contaminated
experienced veteran seasoned | inexperienced novice rookie
guilty | innocent
praise applaud commend hail | criticize criticise condemn denounce slam blast
welcome embrace | shun spurn reject
trust believe | distrust doubt suspect
love adore | hate loathe despise
remember recall | forget
teach | learn
employ hire recruit | fire dismiss sack
promote elevate | demote
send dispatch deliver | receive collect
spend waste | save
pour dump spill discharge | collect gather mop
fill load | empty drain unload
lock seal | unlock unseal
tighten toughen | loosen relax ease soften
widen broaden | narrow
lengthen extend prolong | shorten curtail
hasten accelerate quicken speed | delay slow postpone
stay remain | leave depart quit
ascend climb | descend
import | export
majority | minority
beginning start outset | end finish conclusion close
cause reason origin | effect result consequence
attack assault offensive | defense defence retreat
expert specialist professional | amateur novice layman
employer boss manager | employee worker subordinate
teacher | student pupil
doctor physician | patient
parent | child
guest visitor | host
predator | prey
landlord | tenant
plaintiff accuser | defendant
former previous ex | current present incumbent acting
all every most | few none some
same identical | different separate another
first initial opening | last final closing
alone single solo | together joint jointly
allied | rival opposing hostile
"""
