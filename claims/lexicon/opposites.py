"""Words of opposite meaning, as lemmas. PURE DATA.

The first lists are distilled from WordNet 3.0's antonym pointers: frequent words that
tell of an event or a state; people, directions, colours and pairs that only change the
point of view (buy/sell) are left out. ``*_NEGATED`` holds words whose opposite is the
same word without its prefix (un, in, im, il, ir, non, dis). The last lists are our own.

WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to
use, copy, modify and distribute this software and database and its documentation for
any purpose and without fee or royalty is hereby granted, provided that you agree to
comply with the following copyright notice and statements, including the disclaimer, and
that the same appear on ALL copies of the software, database and documentation,
including modifications that you make for internal use or for distribution. THIS
SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT
LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF
MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED
SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS,
COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or Princeton
may not be used in advertising or publicity pertaining to distribution of the software
and/or database. Title to copyright in this software, database and any associated
documentation shall at all times remain with Princeton University and LICENSEE agrees to
preserve same.
"""

from __future__ import annotations

PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis")

VERB = """
abolish/establish absolve/blame absorb/emit accept/refuse accept/reject add/subtract
admit/deny admit/reject advance/recede affirm/negate agitate/calm allow/deny
ascend/descend assent/dissent attach/detach attack/defend attract/repel avoid/confront
begin/end bend/straighten better/worsen brighten/darken claim/forfeit close/open
complicate/simplify conform/deviate contract/expand converge/diverge cool/heat
criticize/praise darken/lighten decrease/increase deflate/inflate defuse/fuse
deposit/withdraw despair/hope destabilize/stabilize deteriorate/recuperate
disable/enable discourage/encourage dissuade/persuade divest/invest divide/unite
downgrade/upgrade empty/fill enter/exit exclude/include extinguish/ignite fail/pass
fail/succeed fall/rise feed/starve forbid/permit forget/remember free/obstruct
harden/soften hate/love ignore/know ignore/notice keep/lose legalize/outlaw
lengthen/shorten let/prevent lose/win lower/raise maximise/minimise maximize/minimize
mistrust/trust narrow/widen overestimate/underestimate progress/regress reassure/worry
relax/tense resist/surrender sedate/stimulate sharpen/soften shout/whisper
shrink/stretch start/stop stifle/stimulate strengthen/weaken wane/wax
"""

VERB_NEGATED = """
disagree disappear disapprove disarm disconnect discontent disembark disengage dishonor
disintegrate dislike disobey disprove disqualify disrespect distrust uncover unveil
"""

NOUN = """
absence/presence abundance/scarcity acceptance/rejection advance/retreat
affirmative/negative appreciation/depreciation ascent/descent clarity/obscurity
competition/cooperation complexity/simplicity compression/decompression
contraction/expansion convergence/divergence courage/cowardice danger/safety
decline/improvement decrease/increase defeat/victory deflation/inflation despair/hope
devolution/evolution difficulty/ease dislike/liking exclusion/inclusion failure/success
falsehood/truth gain/loss guilt/innocence happiness/sadness hate/love humility/pride
illness/wellness inferiority/superiority integration/segregation intelligence/stupidity
joy/sorrow loosening/tightening maximum/minimum narrowing/widening negativity/positivity
obscurity/prominence optimism/pessimism pain/pleasure peace/war penalty/reward
poverty/wealth strength/weakness strengthening/weakening
"""

NOUN_NEGATED = """
disagreement disappearance disapproval disarmament discomfort dishonesty disobedience
disorder disrespect dissatisfaction disservice distrust imbalance immortality impatience
impossibility inability inaction inactivity incompetence inconsistency inconvenience
inequality inexperience infertility infidelity injustice insanity insecurity instability
intolerance invisibility uncertainty unemployment unhappiness unwillingness
"""

ADJ = """
abnormal/normal absent/present abundant/scarce acidic/alkaline active/dormant
active/passive actual/potential aerobic/anaerobic affirmative/negative alive/dead
amicable/hostile ample/meager ascending/descending asleep/awake asymmetrical/symmetrical
attached/detached attractive/repulsive atypical/typical automatic/manual
backward/forward bad/good beautiful/ugly benign/malignant brave/cowardly
centralized/decentralized cheap/expensive cheerful/depressing clean/dirty closed/open
complex/simple compliant/defiant confined/invasive constructive/destructive
continual/sporadic counterfeit/genuine dangerous/safe decreased/increased
decreasing/increasing defensive/offensive different/same difficult/easy
diligent/negligent disabling/enabling discouraging/encouraging docile/stubborn
dominant/subordinate early/late evil/good exclusive/inclusive explicit/implicit
extant/extinct extensive/intensive external/internal extraordinary/ordinary
falling/rising false/true familiar/strange far/near fast/slow fertile/sterile few/many
fewer/more figurative/literal foolish/wise freelance/salaried friendly/hostile
frivolous/serious functioning/malfunctioning generous/stingy glad/sad gradual/sudden
guilty/innocent harmful/harmless heterogeneous/homogeneous high/low incoming/outgoing
indoor/outdoor induced/spontaneous inferior/superior innocuous/noxious
integrated/segregated intense/mild intoxicated/sober large/small lax/tense leaky/tight
less/more little/much lost/saved lowered/raised lowland/upland major/minor
maximal/minimal maximum/minimum meaningful/meaningless merciful/merciless misused/used
multilateral/unilateral narrow/wide nasty/nice negative/positive noisy/quiet
normal/paranormal obligatory/optional open/shut optimistic/pessimistic painful/painless
poor/rich powerful/powerless privileged/underprivileged proactive/retroactive
profound/superficial publicized/suppressed relaxed/tense smart/stupid strong/weak
tasteless/tasty thoughtful/thoughtless useful/useless valuable/worthless
"""

ADJ_NEGATED = """
disagreeable discontinued discontinuous disenchanted dishonest dishonorable disliked
disloyal disobedient disordered disorderly disorganized displeased disproportionate
disrespectful dissimilar illegal illegible illegitimate illiterate illogical immaterial
immature immeasurable immediate immobile immoral immortal impartial impassable impatient
imperfect impersonal implausible impolite impossible impotent impractical imprecise
improbable improper impure inaccessible inaccurate inactive inadequate inadmissible
inanimate inappropriate inaudible incapable incoherent incomparable incompatible
incompetent incomplete inconclusive inconsiderate inconsistent inconspicuous
inconvenient incorrect incredible indecent indecisive indefinite independent indirect
indiscriminate indistinct indivisible inedible ineffective inefficient ineligible
inexperienced infinite inflexible informal infrequent inhospitable inhumane inoffensive
inoperable inorganic insane insecure insensitive insignificant insincere insoluble
insolvent insufficient intangible intolerable intolerant invalid invisible involuntary
invulnerable irrational irregular irrelevant irreplaceable irresponsible irreversible
noncommercial nonexistent nonlinear nonpartisan nontraditional nonviolent unable
unabridged unacceptable unaccompanied unaffected unafraid unaltered unambiguous
unapologetic unappealing unarmed unassisted unattached unattractive unauthorized
unavailable unaware unbalanced unborn unbound unbroken uncensored uncertain unchanged
uncharacteristic unclassified unclean unclear uncomfortable uncommon uncompromising
unconcerned unconditional unconfirmed unconnected unconscious unconstitutional
uncontested uncontrolled unconventional unconvinced unconvincing uncooperative uncut
undamaged undeclared undefeated undefined undemocratic undesirable undetected
undetermined undeveloped undocumented undue unearned uneasy uneducated unemployed
unenforceable unequal unethical uneven uneventful unexpected unfair unfaithful
unfamiliar unfavorable unfilled unfinished unfit unflattering unforgiving unfortunate
unfriendly unfunded ungrateful unhappy unhealthy unhelpful unholy unimportant
unimpressive uninformed uninhabited uninhibited uninjured uninspiring uninsured
unintelligible unintended uninterested uninteresting unjust unkind unknown unlawful
unlike unlikely unlimited unlisted unloved unlucky unmanageable unmanned unmarked
unmarried unmitigated unmodified unmoved unnatural unnecessary unnoticed unobstructed
unoccupied unofficial unopposed unorganized unoriginal unorthodox unpaid unpalatable
unpatriotic unplanned unplayable unpleasant unpopular unpredictable unprepared
unpretentious unprocessed unproductive unprofessional unprofitable unprotected
unpublished unpunished unqualified unquestionable unreal unrealistic unreasonable
unregistered unregulated unrelated unreliable unreported unresponsive unrestrained
unrestricted unsanitary unsatisfactory unsaturated unsavory unscheduled unscientific
unscripted unsealed unselfish unsettled unsigned unskilled unsold unsolved unsound
unspecified unstable unsteady unstructured unsuccessful unsupervised unsupported unsure
unsurprising unsympathetic untapped untidy untied untouched untrained untreated
untrustworthy unusual unveiled unwanted unwelcome unwilling unworthy unwritten
"""

ADV = """
above/below accidentally/deliberately badly/well broadly/narrowly carefully/carelessly
covertly/overtly down/up downward/upward downwards/upwards early/late
explicitly/implicitly foolishly/wisely happily/sadly heavily/lightly ill/well
indoors/outdoors less/more offshore/onshore often/rarely partly/wholly
permanently/temporarily quickly/slowly strongly/weakly
"""

ADV_NEGATED = """
impossibly improperly inappropriately incorrectly indirectly informally infrequently
involuntarily irregularly uncomfortably unconsciously unfairly unfortunately
unintentionally unjustly unknowingly unlawfully unnecessarily unofficially unreasonably
unsuccessfully
"""

# Our own pairs of single words, for news.
NEWS = """
kill/survive die/survive dead/alive dead/injured open/closed shut/open guilty/innocent
convict/acquit sentence/acquit jail/free arrest/release detain/release charge/clear
hawkish/dovish bullish/bearish overweight/underweight majority/minority
tighten/loosen tighten/relax tighten/ease ease/worsen escalate/ease escalate/calm
build/demolish construct/demolish hire/dismiss recruit/dismiss appoint/dismiss
elect/defeat invite/exclude join/leave enter/leave arrive/depart
stop/continue halt/continue end/continue cancel/confirm postpone/hasten delay/hasten
extend/end extend/shorten upheld/overturned uphold/overturn uphold/reverse
keep/scrap keep/abandon retain/abandon retain/lose keep/sell retain/sell
agree/refuse agree/decline consent/refuse accept/decline pass/defeat adopt/reject
support/oppose back/oppose back/reject favour/oppose favor/oppose endorse/oppose
endorse/reject welcome/condemn welcome/oppose praise/condemn hail/condemn
condemn/defend blame/clear accuse/defend confirm/dispute admit/dispute
safe/unsafe safe/dangerous legal/banned lawful/illegal innocent/convicted
healthy/ill healthy/sick fit/injured ill/well solvent/bankrupt
profit/loss surplus/deficit gain/loss boom/bust boom/recession growth/recession
growth/contraction growth/decline increase/decline rise/decline rise/drop rise/cut
shortage/surplus shortage/glut ceasefire/fighting peace/war truce/war
success/failure win/defeat win/loss victory/loss breakthrough/deadlock
breakthrough/impasse agreement/deadlock agreement/impasse hope/fear
approval/rejection approval/refusal approval/ban permission/ban support/opposition
backing/opposition praise/criticism confirmation/denial admission/denial
up/down upward/downward higher/lower more/fewer more/less before/after above/below
over/under first/last early/late stronger/weaker bigger/smaller larger/smaller
faster/slower better/worse everyone/nobody everybody/nobody always/never
all/none everything/nothing both/neither
"""

# Rings of claims.lexicon.events that cannot both be true of one thing at one time.
RINGS = """
rise/fall rise/cut raise/cut raise/fall improve/worsen ban/allow ban/lift ban/approve
uphold/reverse
ban/license ban/resume stop/allow stop/approve stop/license ban/continue sanction/lift
stop/resume stop/continue stop/begin stop/launch finish/begin cancel/confirm
begin/finish close/open close/launch close/begin approve/reject accept/reject
agree/reject allow/reject support/reject sign/reject license/reject confirm/deny
claim/deny deny/announce support/oppose approve/oppose support/criticise
praise/criticise win/lose win/fail succeed/fail survive/die survive/kill
arrest/release sentence/release convict/acquit charge/acquit sentence/acquit
hire/dismiss appoint/dismiss appoint/resign join/leave join/withdraw merge/split
build/destroy repair/destroy repair/damage protect/attack protect/damage prevent/cause
prevent/happen cancel/happen postpone/begin obey/violate marry/divorce surrender/fight
invade/withdraw attend/withdraw stay/rise stay/fall stay/leave extend/finish
extend/stop allow/cancel lift/extend accelerate/slow earn/lose evacuate/stay like/hate
cooperate/fight
"""
