"""Rings of news words that name one kind of event, in our own choice. PURE DATA.

One ring: the predicate, a colon, its words; an indented line goes on. ``word`` counts
for every part of speech, ``word/v``, ``word/n`` and ``word/a`` for verbs, nouns and
adjectives alone, ``word+p`` for the verb with the particle or preposition p. A word
stands in one ring only for each part of speech; words of opposite meaning never share
a ring.
"""

from __future__ import annotations

RINGS = """
phone_call: phone telephone phonecall ring+up call/v call/n speak+by
meet: meet meeting/n talks/n talk/n summit/n meet+with gather/v gathering/n confer/v
  huddle/v sit+down get+together convene conference/n
negotiate: negotiate negotiation/n bargain/v haggle/v bargaining/n parley
speak: speak speech/n address/v talk/v talk+to speak+to speak+with converse/v
  conversation/n chat
visit: visit trip/n travel tour/v journey go+to stopover/n
arrive: arrive arrival/n land/v touch+down come+to reach/v
leave: leave/v departure/n depart exit go+away
return: return come+back go+back
attend: attend attendance/n take+part participate participation/n join+in show+up
say: say tell state/v remark comment note/v add/v mention declare observe/v explain
  statement/n point+out comments/n remarks/n write/v report+that
report: report/v cover/v
announce: announce announcement/n unveil unveiling/n reveal revelation/n disclose
  disclosure/n proclaim proclamation/n
confirm: confirm confirmation/n verify verification/n acknowledge acknowledgement/n
  acknowledgment/n admit admission/n concede corroborate own+up
deny: deny denial/n dispute/v refute rebut rebuttal/n disavow repudiate
claim: claim/v allege allegation/n assert assertion/n contend contention/n insist
  insistence/n
accuse: accuse accusation/n blame
warn: warn warning/n caution alert/v
threaten: threaten threat/n menace
promise: promise pledge vow commit+to undertake commitment/n guarantee
ask: ask/v request appeal+to call+on urge/v plead+with beg/v petition/v
demand: demand call+for insist+on press+for push+for
propose: propose proposal/n suggest suggestion/n recommend recommendation/n put+forward
  float/v advise advice/n moot/v
offer: offer tender/v bid/v bid/n
expect: expect expectation/n forecast predict prediction/n project/v projection/n
  anticipate anticipation/n foresee
estimate: estimate estimation/n reckon calculate calculation/n put+at
plan: plan intend intention/n aim/v mean+to
consider: consider consideration/n weigh/v mull mull+over contemplate explore/v ponder
  look+at
agree: agree agreement/n accord deal/n pact/n consent settle+on compact/n assent
accept: accept acceptance/n embrace/v agree+to
reject: reject rejection/n refuse refusal/n turn+down rebuff spurn snub vote+down
  throw+out veto
approve: approve approval/n authorise authorize authorisation/n authorization/n clear/v
  clearance/n green-light greenlight ratify ratification/n endorse endorsement/n okay/v
  pass/v passage/n adopt adoption/n back/v sign+off enact enactment/n rubber-stamp
license: license/v licence/v licensing/n permit/n licence/n license/n
allow: allow permit/v let/v enable legalise legalize legalisation/n legalization/n
  permission/n
sign: sign/v signing/n ink/v signature/n
ban: ban bar/v prohibit prohibition/n block/v outlaw forbid restrict restriction/n curb
  embargo blacklist blockade banning/n moratorium/n clamp+down crack+down crackdown/n
  limit/v shut+out
lift: lift/v lifting/n ease/v easing/n relax/v relaxation/n loosen loosening/n
  roll+back rollback/n repeal scrap/v rescind undo
sanction: sanction/n sanctions/n sanction/v penalise penalize
stop: stop halt cease cessation/n end/v discontinue suspend suspension/n pause/v
  freeze/v stoppage/n terminate termination/n break+off call+off shelve wind+down
cancel: cancel cancellation/n ax/v axe/v abort nix/v drop+out
postpone: postpone postponement/n delay put+off push+back defer deferral/n hold+off
  reschedule
begin: begin beginning/n start commence commencement/n open/v kick+off initiate
  initiation/n set+off embark+on inaugurate inauguration/n start+up
resume: resume resumption/n restart reopen reopening/n reinstate reinstatement/n
  restore/v restoration/n revive/v revival/n take+up
continue: continue continuation/n go+on go+ahead carry+on proceed persist press+ahead
  keep+on
finish: finish complete/v completion/n conclude conclusion/n wrap+up finalise finalize
extend: extend extension/n prolong renew/v renewal/n lengthen
launch: launch introduce introduction/n roll+out rollout/n debut bring+out lift+off
  liftoff/n blast+off
release: release/v release/n free/v set+free let+go liberate publish publication/n
  issue/v
publish: post/v print/v
rise: rise increase climb/v gain/v gain/n jump/v jump/n surge soar advance/v grow
  growth/n go+up shoot+up rally/v expand expansion/n swell/v leap spike/v spike/n
  pick+up edge+up mount/v rocket/v upturn/n move+up inch+up up/a higher/a skyrocket
  balloon/v increment/n climb/n uptick/n hike/n appreciate/v
raise: raise boost hike/v put+up push+up bump+up step+up ramp+up heighten up/v
fall: fall drop/v drop/n decline decrease plunge slide/v slide/n slip/v tumble sink/v
  dip/v dip/n go+down shrink contract/v contraction/n plummet slump/v slump/n dive/v
  nosedive tank/v come+down edge+down downturn/n move+down drop+by slacken retreat/v
  dwindle diminish ebb/v down/a lower/a shrinkage/n depreciate/v
cut: cut/v cut/n reduce reduction/n lower/v slash/v trim/v scale+back cutback/n
  cut+back bring+down pare trim+down curtail curtailment/n downsize cut+down
stay: stay/v remain/v hold+steady
stabilise: stabilise stabilize level+off steady/v stabilisation/n stabilization/n
double: double/v doubling/n
triple: triple/v treble/v
exceed: exceed top/v surpass outstrip outpace
improve: improve improvement/n better/v recover/v recovery/n rebound/v rebound/n
  strengthen bounce+back upgrade/v
worsen: worsen deteriorate deterioration/n weaken/v aggravate exacerbate degrade
lose: lose loss/n forfeit/v forgo miss+out
earn: earn profit/v profit/n earnings/n net/v rake+in
pay: pay/v payment/n pay+out reimburse reimbursement/n compensate compensation/n
  payout/n repay repayment/n pay+back refund
cost: cost/v cost/n
spend: spend spending/n expenditure/n outlay/n splash+out
fund: fund/v finance/v bankroll funding/n financing/n underwrite
invest: invest investment/n plough+into plow+into pour+into inject/v
donate: donate donation/n contribute contribution/n give+away
give: give/v grant/v award/v hand/v hand+over provide/v provision/n confer+on bestow
get: get/v receive/v receipt/n obtain/v collect/v
buy: buy/v purchase/v purchase/n acquire acquisition/n takeover/n take+over buy+out
  buyout/n snap+up procure procurement/n
sell: sell/v sale/n sell+off divest divestment/n divestiture/n offload selloff/n
  dispose+of
merge: merge merger/n combine/v combination/n amalgamate amalgamation/n tie-up/n
export: export/v export/n exports/n ship/v shipment/n
import: import/v import/n imports/n
produce: produce/v production/n manufacture make/v output/n turn+out churn+out
build: build/v construct/v construction/n erect
develop: develop development/n design/v devise
create: create creation/n establish establishment/n found/v set+up form/v founding/n
  formation/n
destroy: destroy destruction/n demolish demolition/n wreck/v raze level/v obliterate
  wipe+out ruin/v flatten
damage: damage/v damage/n harm/v hurt/v
repair: repair/v repair/n fix/v mend rebuild reconstruction/n reconstruct rebuilding/n
open: opening/n
close: close/v closure/n shut/v shut+down shutdown/n close+down shutter/v closing/n
use: use/v use/n utilise utilize usage/n
send: send dispatch/v deploy/v deployment/n
deliver: deliver delivery/n hand+in supply/v supply/n
hire: hire/v recruit/v recruitment/n employ/v employment/n take+on hiring/n
appoint: appoint appointment/n name/v nominate nomination/n install/v designate/v tap/v
  pick/v select/v selection/n choose
elect: elect election/n vote+in
promote: promote promotion/n
resign: resign resignation/n step+down quit/v stand+down step+aside bow+out retire/v
  retirement/n quit+as step+back
dismiss: dismiss dismissal/n fire/v sack/v oust ouster/n lay+off layoff/n layoffs/n
  redundancy/n depose expel expulsion/n firing/n sacking/n kick+out force+out
replace: replace replacement/n supplant substitute/v
arrest: arrest detain detention/n apprehend round+up nab/v capture/v capture/n custody/n
charge: charge/v charge/n indict indictment/n prosecute prosecution/n arraign
sue: sue lawsuit/n suit/n file+against litigation/n litigate
try: trial/n
convict: convict/v conviction/n
acquit: acquit acquittal/n clear+of exonerate exoneration/n
sentence: sentence/v sentence/n sentencing/n jail/v imprison imprisonment/n incarcerate
  incarceration/n lock+up
fine: fine/v fine/n
rule: rule/v ruling/n verdict/n judgment/n judgement/n judge/v
appeal: appeal/v appeal/n
investigate: investigate investigation/n probe/v probe/n inquire inquiry/n enquiry/n
  look+into inspect inspection/n examine examination/n scrutinise scrutinize review/v
  review/n
search: search/v search/n raid/v raid/n look+for hunt/v hunt/n comb/v
find: find/v discover discovery/n detect detection/n locate uncover spot/v come+across
  unearth turn+up
show: show/v indicate demonstrate suggest+that display/v
attack: attack assault raid+on strike/v storm/v offensive/n airstrike/n strike+at
  ambush bomb/v bombing/n bombard bombardment/n shell/v shelling/n hit/v fire+at
invade: invade invasion/n incursion/n occupy occupation/n overrun march+into
kill: kill/v killing/n murder slay slaying/n assassinate assassination/n execute/v
  execution/n massacre homicide/n gun+down
die: die/v death/n dead/a deaths/n perish pass+away succumb fatality/n demise/n
injure: injure injury/n wound/v wound/n maim
survive: survive survival/n live+through
shoot: shoot/v shooting/n gunfire/n shot/n fire+on
explode: explode explosion/n blast/n blow+up detonate detonation/n go+off
crash: crash/v crash/n collide collision/n smash+into slam+into derail derailment/n
burn: burn/v blaze/n fire/n wildfire/n
flood: flood/v flood/n flooding/n inundate
erupt: erupt eruption/n break+out outbreak/n
fight: fight/v fight/n battle clash/v clash/n fighting/n combat war/n
protest: protest/v protest/n demonstrate+against demonstration/n rally/n march/v march/n
strike: strike/n walkout/n walk+out
riot: riot/v riot/n rioting/n unrest/n
evacuate: evacuate evacuation/n flee/v escape/v escape/n
kidnap: kidnap abduct abduction/n kidnapping/n
rescue: rescue/v rescue/n save/v
steal: steal/v theft/n rob robbery/n loot burgle burglary/n heist/n
rape: rape
abuse: abuse mistreat mistreatment/n
hack: hack/v breach/v breach/n hacking/n cyberattack/n infiltrate
violate: violate violation/n break/v infringe infringement/n contravene flout
obey: obey comply compliance/n abide+by honour/v honor/v adhere
enforce: enforce enforcement/n implement/v implementation/n impose imposition/n apply/v
  carry+out slap+on levy/v
withdraw: withdraw withdrawal/n pull+out pullout/n pull+back retreat/n back+out
  recall/v recall/n
surrender: surrender give+up capitulate capitulation/n
win: win/v victory/n win/n triumph prevail clinch/v
defeat: defeat beat/v overcome thrash/v rout overpower trounce
lead: lead/v head/v chair/v run/v
support: support/v support/n backing/n back+up stand+by stand+behind side+with
  champion/v
oppose: oppose opposition/n object+to resist/v resistance/n stand+against objection/n
  object/v
criticise: criticise criticize criticism/n condemn condemnation/n denounce
  denunciation/n slam/v blast/v lambast decry lash+out rebuke/v rebuke/n hit+out deplore
praise: praise hail/v laud applaud commend welcome/v compliment
apologise: apologise apologize apology/n
thank: thank/v thanks/n
vote: vote/v vote/n ballot poll/n
decide: decide decision/n opt/v resolve/v resolution/n determine rule+that
change: change/v change/n alter alteration/n amend amendment/n revise revision/n modify
  modification/n shift/v shift/n adjust adjustment/n
uphold: uphold
reverse: reverse/v reversal/n overturn strike+down u-turn backtrack backpedal
split: split/v split/n separate/v separation/n break+up divide/v spin+off
marry: marry marriage/n wed/v wedding/n
divorce: divorce
bear: birth/n born/a
infect: infect infection/n
test: test/v test/n trial/v tryout/n
treat: treat/v treatment/n
vaccinate: vaccinate vaccination/n inoculate immunise immunize jab/v
cooperate: cooperate cooperation/n collaborate collaboration/n partner/v partnership/n
  team+up work+together ally/v alliance/n
help: help/v help/n aid/v aid/n assist/v assistance/n
play: play/v play/n
score: score/v goal/n
compete: compete competition/n contest/v race/v vie/v rivalry/n
join: join/v accede accession/n enrol enroll
train: train/v training/n
teach: teach/v teaching/n
learn: learn/v find+out
own: own/v ownership/n possess possession/n
control: control/v control/n dominate domination/n
monitor: monitor/v watch/v surveillance/n track/v
protect: protect protection/n safeguard/v defend defence/n defense/n guard/v shield/v
ensure: ensure assure/v assurance/n secure/v
prevent: prevent prevention/n avert avoid/v thwart foil/v head+off ward+off forestall
  stave+off
cause: cause/v trigger/v spark/v prompt/v provoke lead+to bring+about result+in induce
happen: happen occur occurrence/n take+place come+about transpire
fail: fail/v failure/n collapse/v collapse/n go+bankrupt bankruptcy/n fold/v
  fall+through founder/v go+under insolvency/n
succeed: succeed success/n
sink: capsize shipwreck/n
quake: earthquake/n quake tremor/n
spread: spread/v spread/n
reply: reply answer/v answer/n respond response/n retort hit+back
believe: believe belief/n think/v thought/n view+as
know: know knowledge/n
want: want/v desire wish/v hope/v seek/v
fear: fear worry/v concern/n
like: like/v love/v enjoy favour/v favor/v prefer preference/n
hate: hate dislike
leak: leak/v leak/n
list: list/v float+on go+public listing/n ipo/n
trade: trade/v trade/n
borrow: borrow borrowing/n
lend: lend/v lending/n loan/v loan/n
owe: owe debt/n
tax: tax/v tax/n tariff/n tariffs/n levy/n duty/n duties/n
deport: deport deportation/n extradite extradition/n repatriate
smuggle: smuggle smuggling/n traffic/v trafficking/n
blockade: besiege siege/n
mediate: mediate mediation/n broker/v arbitrate arbitration/n
host: host/v hold/v stage/v
move: move/v relocate relocation/n transfer/v transfer/n
drive: drive/v
fly: fly/v flight/n
store: store/v stockpile/v hoard/v
consume: consume consumption/n
eat: eat/v
contain: contain/v include/v inclusion/n comprise consist+of
accelerate: accelerate acceleration/n speed+up quicken hasten
slow: slow/v slow+down slowdown/n decelerate deceleration/n
waive: waive waiver/n exempt/v exemption/n
"""

# Rings whose events often tell one happening from two sides, or cause and effect: a
# comparison may align them, but they are not one predicate.
NEAR = """
ban stop cancel
allow lift approve license resume
fall cut
rise raise
kill die shoot attack explode
die crash burn
buy merge
sell export trade deliver
resign dismiss replace leave
arrest charge
convict sentence
announce say publish report confirm
phone_call speak meet negotiate
agree sign accept approve
plan promise propose offer
stop finish close fail
begin launch open create
lose fall fail
win defeat elect
criticise accuse oppose reject
investigate search
withdraw leave stop cancel
ban sanction
fund invest donate give pay
spend pay cost
produce build create develop
"""
