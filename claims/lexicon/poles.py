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
jointly together collectively | separately individually independently alone unilaterally
overwhelmingly unanimously comfortably easily | narrowly barely marginally
unanimous overwhelming decisive | narrow split divided
late belated belatedly tardily | promptly punctually early
reinstate restore resume revive | cancel scrap suspend abolish axe drop
impose introduce enact | lift scrap repeal revoke rescind
seize capture take grab | relinquish cede surrender yield return
regain recover reclaim retain | lose forfeit
flop fail bomb | succeed triumph thrive excel
aerial airborne air | ground land
inbound incoming arriving | outbound outgoing departing
upward upwards | downward downwards
adult grown-up | child minor juvenile teenager infant
employer | employee worker
plaintiff prosecutor accuser | defendant accused
creditor lender | debtor borrower
income revenue earnings | expense expenditure cost outlay
profit gain | loss deficit
surplus | deficit shortfall
asset | liability
bullish | bearish
hawkish | dovish
host home | visiting guest away
acquit exonerate clear | convict sentence
uphold affirm confirm | overturn quash reverse overrule
approve pass adopt endorse ratify | reject veto block defeat oppose
appreciate strengthen firm | depreciate weaken soften
upgrade | downgrade
overestimate overstate exaggerate | underestimate understate downplay
outperform beat exceed surpass top | underperform trail lag miss
overvalued | undervalued
conventional traditional customary | unconventional novel radical experimental
natural organic | artificial synthetic
internal inner | external outer
short brief | long lengthy prolonged extended
shallow | deep
thin | thick
full-time permanent | part-time temporary casual
remote virtual online | in-person
senior | junior
elder older eldest oldest | younger youngest
sunny clear | cloudy rainy overcast
calm tranquil | rough stormy turbulent
arm | disarm
mobilize mobilise | demobilize demobilise
harden stiffen | soften
explicit explicitly overt | implicit implicitly covert
supporter proponent advocate backer champion | opponent critic detractor
growth expansion rise increase | contraction decline shrinkage fall decrease
recession slump downturn crash | recovery boom upturn rally
arrival entry | departure exit
opening launch start beginning | closure end ending finish
praise approval acclaim | criticism disapproval condemnation rejection
consensus agreement accord harmony | dispute disagreement discord deadlock
peace ceasefire truce | war offensive fighting
stable steady | volatile unstable erratic
secure | insecure vulnerable
better best | worse worst
elect appoint reappoint | oust depose remove unseat
recruit hire | dismiss sack fire
embark board | disembark alight
inhale | exhale
vaccinated immunised immunized | unvaccinated
insured covered | uninsured
occupied inhabited | vacant uninhabited abandoned
edible | poisonous inedible
renewable | fossil
nationalise nationalize | privatise privatize
centralise centralize | decentralise decentralize
subsidise subsidize | tax
thaw melt | freeze
flood drench | drain dry
sober | drunk
landslide | cliffhanger
ceiling cap maximum | floor minimum
restore resume reestablish renew rebuild mend repair reinstate
  | sever suspend rupture demolish break cut
reopen unseal unblock | shut close seal block
deepen prolong extend | end settle resolve heal bridge
cripple paralyse paralyze devastate destroy ravage | spare bypass miss
eliminate dispel quash extinguish remove banish | raise create fuel spark ignite prompt
allay quell quash dampen calm cool | stoke fuel inflame ignite fan provoke incite
placate appease please satisfy soothe
  | anger enrage infuriate annoy irritate upset provoke
accuse charge blame indict implicate incriminate
  | clear exonerate absolve acquit exculpate vindicate
pardon forgive absolve | punish penalise penalize sanction sentence condemn
reward | punish penalise penalize
assemble gather congregate converge | disperse scatter disband
bolster strengthen buttress fortify cement | erode undermine weaken dent sap
cheer applaud hail | jeer boo heckle
condone excuse tolerate | condemn denounce punish
brighten | dim darken
form establish set | disband dissolve dismantle
install erect fit | dismantle remove uninstall
dodge evade duck sidestep avoid | face confront address tackle meet
enforce impose uphold | waive relax ignore suspend
evacuate flee leave | return reoccupy remain
exempt exclude excuse | include cover
expire lapse | renew extend
guarantee ensure protect | threaten jeopardise jeopardize endanger imperil
injure wound hurt | heal cure treat
ignore neglect overlook | address heed tackle consider
mislead deceive | inform enlighten
intervene interfere meddle | abstain refrain
liberate free | occupy invade enslave subjugate
mute muffle | amplify
overcome beat survive withstand conquer | succumb
advance expedite | postpone defer delay
protect shield shelter guard insulate | expose endanger
rebound rally recover | slump slide tumble sink
recede ebb subside abate wane fade dwindle wither
  | rise grow swell intensify surge thrive
resign quit retire | stay remain continue
settle | litigate sue contest
shelve mothball scrap axe abandon | launch revive unveil adopt
stabilise stabilize steady | destabilise destabilize unsettle disrupt
dismiss reject | uphold accept allow
warn alarm frighten | reassure comfort
withdraw pull retract | submit file lodge
accelerate | brake decelerate slow
double triple quadruple | halve
climb jump leap rocket surge soar | drop dip slip sink tumble plunge
support endorse back favour favor | oppose resist criticise criticize
unveil open | shelve close
convict jail imprison | acquit free release
hire appoint | fire suspend dismiss
lead head top | trail lag
sign ratify | scrap tear break
file | drop withdraw
agree consent | refuse decline disagree
succeed manage | fail
allow | refuse
attend join | skip boycott leave avoid
broad wide | narrow limited
tense nervous anxious jittery | calm relaxed composed
chaotic disorderly messy | orderly organised organized smooth
crucial vital key essential central important major
  | trivial unimportant minor peripheral marginal irrelevant
damaged battered ruined wrecked | intact undamaged pristine
defiant unrepentant | contrite apologetic remorseful repentant submissive
dense thick | sparse thin
derelict dilapidated ruined crumbling | restored renovated refurbished pristine
endangered dying vanishing | thriving flourishing
exact precise | approximate rough
extinct | surviving living
flammable combustible | fireproof flameproof incombustible
flat level | hilly mountainous steep
harsh strict severe stern tough stringent tight | lenient lax mild gentle soft loose
immediate instant prompt | delayed gradual eventual
jubilant joyful joyous cheerful merry ecstatic elated warm rapturous
  | somber sombre mournful gloomy subdued muted hostile sad
kind humane compassionate | cruel brutal inhumane
lasting enduring durable | fleeting temporary passing brief
mainstream | fringe
married | single unmarried divorced
modest frugal spartan simple plain | lavish extravagant opulent luxurious ornate
neutral impartial independent nonpartisan | partisan biased
obvious blatant glaring clear | subtle hidden unclear
portable mobile movable | fixed stationary
premature early | overdue late
proud | ashamed embarrassed
radical extreme extremist | moderate mild centrist
recent new latest | old ancient former
rigid inflexible stiff | flexible supple
silent quiet | vocal outspoken loud
stubborn intransigent uncompromising | compliant cooperative flexible
vague ambiguous hazy | clear explicit precise
wary cautious skeptical sceptical | confident trusting enthusiastic
weak fragile flimsy frail | sturdy strong robust solid
used secondhand second-hand | new brand-new unused
encouraging promising positive heartening | discouraging worrying alarming disappointing
enthusiastic eager keen willing | reluctant unwilling lukewarm indifferent
welcoming | hostile
entrance entry | exit
hostility enmity animosity | friendship amity goodwill
progress advance breakthrough | setback stalemate reversal
unity harmony | division discord disunity
urgency | complacency
shortage scarcity lack shortfall | glut surplus abundance
calm order quiet | unrest chaos turmoil disorder upheaval
freedom | captivity
hero | villain
fortune luck | misfortune
protection | persecution
reward award bonus prize | punishment penalty fine sanction
transparency openness | secrecy
peace nonviolence | violence unrest
dawn sunrise daybreak morning | dusk sunset nightfall evening
backlash outrage fury anger uproar outcry condemnation dismay
  | applause delight praise acclaim joy approval
sharp steep | slight gentle
predictable | unexpected sudden
violent | peaceful
steady stable constant | erratic irregular intermittent
sudden abrupt | gradual slow
rare | usual frequent
safe | dangerous unsafe perilous
northward northwards | southward southwards
eastward eastwards | westward westwards
accidental inadvertent unintentional | intentional deliberate
beat defeat win | lose
offer propose submit | reject refuse withdraw retract
plan intend pledge promise vow | refuse decline
"""
