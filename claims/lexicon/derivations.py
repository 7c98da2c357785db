"""Event nouns and the verbs from which they are derived. PURE DATA.

Distilled from WordNet 3.0's links between derivationally related forms: frequent nouns
most of whose senses are acts, events, processes or states, each with its nearest verb.

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

NOUN_TO_VERB = """
abandonment:abandon abolition:abolish abortion:abort absorption:absorb
accompaniment:accompany accomplishment:accomplish accumulation:accumulate
achievement:achieve activation:activate adaptation:adapt addiction:addict addition:add
advancement:advance advertisement:advertise advocacy:advocate affiliation:affiliate
affirmation:affirm affliction:afflict alignment:align allocation:allocate
allotment:allot allowance:allow amputation:amputate amusement:amuse analysis:analyze
annihilation:annihilate appearance:appear application:apply argument:argue armament:arm
arousal:arouse articulation:articulate ascent:ascend assessment:assess assignment:assign
assimilation:assimilate assumption:assume atonement:atone attainment:attain
augmentation:augment authentication:authenticate automation:automate avoidance:avoid
betrayal:betray betterment:better blockage:block bribery:bribe burial:bury
calibration:calibrate causation:cause celebration:celebrate
characterization:characterize circulation:circulate citation:cite clarification:clarify
classification:classify cleavage:cleave coercion:coerce collection:collect
collusion:collude colonization:colonize combustion:combust commemoration:commemorate
commendation:commend commentary:commentate compilation:compile complaint:complain
complication:complicate compression:compress computation:compute conception:conceive
concession:concede confession:confess confinement:confine confrontation:confront
confusion:confuse conservation:conserve consignment:consign consolation:console
consolidation:consolidate consultation:consult contamination:contaminate
contemplation:contemplate contradiction:contradict convergence:converge
conversion:convert correction:correct corrosion:corrode corruption:corrupt
coverage:cover culmination:culminate cultivation:cultivate deception:deceive
declaration:declare decomposition:decompose decoration:decorate dedication:dedicate
deduction:deduct defamation:defame defiance:defy definition:define deflection:deflect
deformation:deform degeneration:degenerate degradation:degrade dehydration:dehydrate
deletion:delete delusion:delude depiction:depict depletion:deplete deposition:deposit
depreciation:depreciate deprivation:deprive deregulation:deregulate derivation:derive
description:describe designation:designate desolation:desolate detachment:detach
devastation:devastate deviation:deviate devolution:devolve devotion:devote
diagnosis:diagnose differentiation:differentiate digestion:digest dilution:dilute
disagreement:disagree disappearance:disappear disappointment:disappoint
disapproval:disapprove disarmament:disarm discrimination:discriminate discussion:discuss
disintegration:disintegrate disobedience:disobey dispersal:disperse dispersion:disperse
disposal:dispose disqualification:disqualify disruption:disrupt dissection:dissect
dissemination:disseminate dissolution:dissolve distortion:distort distraction:distract
distribution:distribute disturbance:disturb divergence:diverge diversification:diversify
diversion:divert documentation:document dominance:dominate drainage:drain
duplication:duplicate ejection:eject electrification:electrify elimination:eliminate
emancipation:emancipate embarrassment:embarrass emergence:emerge emigration:emigrate
emission:emit empowerment:empower enclosure:enclose encouragement:encourage
encryption:encrypt endowment:endow endurance:endure engagement:engage
enhancement:enhance enlargement:enlarge enrichment:enrich enrollment:enroll
enrolment:enrol entertainment:entertain entrance:enter entry:enter eradication:eradicate
erosion:erode escalation:escalate evaluation:evaluate evaporation:evaporate
evasion:evade eviction:evict evolution:evolve exaggeration:exaggerate
excavation:excavate excitation:excite excitement:excite exclamation:exclaim
exclusion:exclude exhaustion:exhaust exhibition:exhibit existence:exist
experimentation:experiment expiration:expire explanation:explain exploitation:exploit
exploration:explore exposure:expose expression:express extinction:extinguish
extortion:extort extraction:extract fabrication:fabricate fermentation:ferment
fertilization:fertilize filtration:filter fixation:fixate flotation:float
foreclosure:foreclose forfeiture:forfeit forgery:forge formulation:formulate
fragmentation:fragment fulfillment:fulfill fusion:fuse graduation:graduate
gratification:gratify guidance:guide harassment:harass hibernation:hibernate
humiliation:humiliate hypnosis:hypnotize hypothesis:hypothesize identification:identify
ignition:ignite illumination:illuminate illustration:illustrate imitation:imitate
immersion:immerse immigration:immigrate impairment:impair impeachment:impeach
implantation:implant importation:import improvisation:improvise
incorporation:incorporate incubation:incubate indication:indicate induction:induct
indulgence:indulge infestation:infest infiltration:infiltrate inflammation:inflame
inflation:inflate infusion:infuse inhalation:inhale inheritance:inherit
inhibition:inhibit injection:inject insertion:insert installation:install
installment:install instruction:instruct instrumentation:instrument insulation:insulate
insurance:insure integration:integrate interaction:interact interception:intercept
interference:interfere interpretation:interpret interrogation:interrogate
interruption:interrupt intervention:intervene intimidation:intimidate intrusion:intrude
inversion:invert invitation:invite involvement:involve irrigation:irrigate
irritation:irritate isolation:isolate iteration:iterate justification:justify
leakage:leak legislation:legislate liberation:liberate liquidation:liquidate
localization:localize location:locate maintenance:maintain manifestation:manifest
manipulation:manipulate mastery:master migration:migrate mitigation:mitigate
mobilization:mobilize mockery:mock moderation:moderate modernization:modernize
modulation:modulate motivation:motivate multiplication:multiply mutation:mutate
mutilation:mutilate narration:narrate navigation:navigate notification:notify
nourishment:nourish obedience:obey obligation:obligate observance:observe
observation:observe obstruction:obstruct occupancy:occupy omission:omit
operation:operate oppression:oppress optimization:optimize penetration:penetrate
persecution:persecute perseverance:persevere persuasion:persuade polarization:polarize
pollution:pollute portrayal:portray precipitation:precipitate preparation:prepare
presentation:present preservation:preserve privatisation:privatise
privatization:privatize procedure:proceed progression:progress proliferation:proliferate
pronunciation:pronounce propagation:propagate propulsion:propel prostitution:prostitute
provocation:provoke punishment:punish purification:purify pursuit:pursue
qualification:qualify quotation:quote radiation:radiate reaction:react
realisation:realise realization:realize reassurance:reassure rebellion:rebel
recession:recede recital:recite reclamation:reclaim reconciliation:reconcile
recurrence:recur redemption:redeem redevelopment:redevelop redistribution:redistribute
referral:refer refinement:refine refrigeration:refrigerate refurbishment:refurbish
regeneration:regenerate registration:register regression:regress regulation:regulate
rehabilitation:rehabilitate rehearsal:rehearse reinforcement:reinforce
relegation:relegate reliance:rely remembrance:remember removal:remove rendition:render
renovation:renovate rental:rent reorganization:reorganize repatriation:repatriate
repetition:repeat replication:replicate repression:repress reproduction:reproduce
reservation:reserve resettlement:resettle residency:reside resurrection:resurrect
retaliation:retaliate retrieval:retrieve reunion:reunite rotation:rotate
satisfaction:satisfy saturation:saturate scrutiny:scrutinize sculpture:sculpt
secession:secede secretion:secrete seduction:seduce segmentation:segment
segregation:segregate seizure:seize simulation:simulate slavery:slave
socialization:socialize solicitation:solicit specialization:specialize
specification:specify speculation:speculate stagnation:stagnate
standardization:standardize starvation:starve sterilization:sterilize
stimulation:stimulate storage:store submission:submit subscription:subscribe
subsistence:subsist substitution:substitute subversion:subvert succession:succeed
supervision:supervise suppression:suppress synchronization:synchronize taxation:tax
testimony:testify transaction:transact transcription:transcribe transformation:transform
translation:translate transmission:transmit transplantation:transplant
transportation:transport unification:unify utilization:utilize validation:validate
variation:vary ventilation:ventilate vibration:vibrate visitation:visit
"""
