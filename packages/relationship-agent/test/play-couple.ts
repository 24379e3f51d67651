import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import {
  applyRelationshipFact,
  byPartner,
  type Character,
  DEFAULT_RELATIONSHIP_SETTINGS,
  initialRelationshipState,
  otherPartner,
  type Partner,
  PARTNERS,
  perspectiveOf,
  type RelationshipFact,
  type RelationshipState,
  UNKNOWN_COUPLE,
} from '@entente/relationship';
import { unrecordedScope } from '@entente/simulation-core';
import { offlineResponders } from '../src/offline/offline-responders.js';
import { RelationshipAgent } from '../src/relationship-agent.js';

const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });

/** Theme, setting, situation, what A alone knows, and a question to each. */
const SCENES: readonly (readonly [theme: string, setting: string, situation: string, onlyA: string])[] = [
  [
    'Noodles',
    'A small restaurant with five tables and a very loud kitchen.',
    'It is their first date. {B} has ordered for both without asking, and the bill lies on the table.',
    '{A} has read three years of {B}’s posts.',
  ],
  [
    'The key',
    'The hallway of {A}’s flat, a wet umbrella on the floor.',
    '{B} holds out a key to the flat and says that {A} might as well have one.',
    '',
  ],
  [
    'Sunday',
    'A kitchen with a cold stove and a letter on the table.',
    'A letter from the landlord: the rent goes up in spring. {B} reads it aloud and asks what {A} wants to do about the flat.',
    '{A} has been offered a job in another town and has told nobody.',
  ],
  [
    'The argument',
    'The car on the way back from the party, rain on the windscreen.',
    'Their first serious argument begins in the car. {B} says that {A} spent the party with everybody else.',
    '',
  ],
  [
    'The visit',
    'A garden with a long table under a tree.',
    '{A}’s mother asks, with the cake in her hand, when the wedding is going to be. Everybody looks at {B}.',
    '{A} does not want a wedding and knows that {B} does.',
  ],
  [
    'The phone',
    'The bedroom, the lamp still on.',
    '{B}’s phone lights up on the bed with a message from somebody {A} has never heard of.',
    '',
  ],
  [
    'The loan',
    'A bank counter with a folder of forms on it.',
    'The adviser wants to know about savings before the two sign for the loan.',
    '{A} has lost the savings and is ashamed of it.',
  ],
  [
    'The test',
    'A bathroom with a broken mirror.',
    'A test lies on the sink. {B} knocks and asks through the door what it says.',
    '',
  ],
  [
    'The offer',
    'A bench by the river, two paper cups of tea.',
    '{B} has an offer abroad and wants to know whether {A} would come along.',
    '',
  ],
  [
    'The anniversary',
    'A restaurant with candles, a gift in a box under the chair.',
    'It is their anniversary. {B} has forgotten it, and the box is on the table.',
    '',
  ],
];

const NARRATION = [
  'The talk turns to what both came for.',
  'A door closes somewhere, and the two are alone with it.',
  'It has gone quiet. A clock strikes.',
];

/** Plays a couple through ten scenes with the offline partner alone; the narration is a line in front of each move. */
export async function playCouple(
  characters: readonly [Character, Character],
  seed: number,
  { scenes = 10, beats = 2 }: { readonly scenes?: number; readonly beats?: number } = {},
): Promise<{ readonly state: RelationshipState; readonly facts: readonly RelationshipFact[] }> {
  const actors = { A: new RelationshipAgent({ ...characters[0], model }), B: new RelationshipAgent({ ...characters[1], model }) };
  const facts: RelationshipFact[] = [];
  let state = initialRelationshipState;
  const record = (...added: readonly RelationshipFact[]): void => {
    for (const fact of added) {
      facts.push(fact);
      state = applyRelationshipFact(state, fact);
    }
  };
  const scope = unrecordedScope({ seed });
  record({
    type: 'couple-introduced',
    partners: byPartner((partner) => characters[partner === 'A' ? 0 : 1]),
    roles: { A: 0, B: 1 },
    couple: UNKNOWN_COUPLE,
    secrets: { A: [], B: [] },
    settings: DEFAULT_RELATIONSHIP_SETTINGS,
  });
  for (let scene = 1; scene <= scenes; scene++) {
    const swapped = (scene + seed) % 2 === 0;
    const [first, second] = swapped ? [characters[1].name, characters[0].name] : [characters[0].name, characters[1].name];
    const [theme, setting, situation, only] = SCENES[(scene - 1) % SCENES.length]!.map((text) =>
      text.replaceAll('{A}', first).replaceAll('{B}', second),
    ) as [string, string, string, string];
    const opening = {
      category: '',
      turningPoint: theme.toLowerCase(),
      scenario: '',
      swapped,
      theme,
      setting,
      others: [],
      situation,
      onlyKnows: swapped ? { A: '', B: only } : { A: only, B: '' },
      conflict: '',
      goals: { A: 'to be heard', B: 'to be heard' },
      uses: [],
      brings: [],
      mayBring: [],
      weeks: 0,
      told: [],
    };
    record({ type: 'scene-opened', scene, opening });
    for (let beat = 1; beat <= beats; beat++) {
      const actor: Partner = (beat + scene) % 2 === 0 ? 'A' : 'B';
      const at = scope.child(`scene-${scene}-beat-${beat}`);
      const question = `What does ${characters[actor === 'A' ? 0 : 1].name} do?`;
      record({
        type: 'beat-narrated',
        scene,
        beat,
        narrative: NARRATION[beat % 3]!,
        onlySees: { A: '', B: '' },
        actor,
        question,
        options: [],
      });
      const felt = await actors[actor].appraise(at.child('felt'), perspectiveOf(state, actor));
      record({ type: 'beat-appraised', scene, beat, partner: actor, ...felt });
      const choice = await actors[actor].makeChoices(at.child('choice'), perspectiveOf(state, actor), {
        question,
        appraisal: felt,
        isLast: beat === beats,
      });
      record({ type: 'choice-made', scene, beat, partner: actor, ...choice });
      const other = otherPartner(actor);
      record({
        type: 'beat-appraised',
        scene,
        beat,
        partner: other,
        ...(await actors[other].appraise(at.child('seen'), perspectiveOf(state, other))),
      });
    }
    for (const partner of PARTNERS) {
      const made = await actors[partner].reflect(scope.child(`scene-${scene}-reflect-${partner}`), perspectiveOf(state, partner));
      record({ type: 'reflection-made', scene, partner, ...made });
    }
    record({ type: 'scene-summarized', scene, summary: theme }, { type: 'scene-ended', scene, ending: 'played' });
  }
  return { state, facts };
}
