import type { Partner } from '../ports/partners.js';
import type { Experience } from '../ports/scene-actor.js';
import { experienceText } from '../state/experience-text.js';
import { perspectiveOf } from '../state/perspective.js';
import type { RelationshipState } from '../state/relationship-state.js';
import { sceneUnderWay } from '../state/stage-of.js';
import type { LongTermMemory } from './long-term-memory.js';
import type { RecallCandidate } from './recall-candidate.js';
import { isContainedIn, spelledOut } from './words-of.js';

/**
 * Returns the memories that may come to a partner's mind now: none that the partner's prompts show already. Left out are those recalled
 * earlier in the scene or in the two before, those whose moment still stands among the newest moments, and those whose words stand anywhere in the perspective;
 * of memories with the same words only the oldest is kept.
 */
export function recallableMemories(state: RelationshipState, partner: Partner): readonly RecallCandidate[] {
  const { memories } = state.minds[partner];
  const underWay = sceneUnderWay(state);
  const recalled = state.scenes.flatMap((scene) => scene.recalled[partner]);
  const shown = perspectiveOf(state, partner).map(spelledOutExperience);
  const now = underWay?.scene ?? state.scenes.length + 1;
  const recalledLately = new Set(
    state.scenes.filter(({ scene }) => scene > now - SCENES_BEFORE_AGAIN).flatMap((scene) => scene.recalled[partner]),
  );
  const texts = new Set<string>();
  return memories
    .filter(({ text }) => texts.size < texts.add(text).size)
    .filter(({ id }) => !recalledLately.has(id))
    .filter((memory) => !momentStands(state, partner, memory))
    .filter(
      (memory) =>
        !isContainedIn(
          spelledOutOf(memory, ({ text }) => text),
          shown,
        ),
    )
    .map((memory) => ({
      memory,
      scenesSince: memory.origin.kind === 'past' ? undefined : now - memory.origin.scene,
      timesRecalled: recalled.filter((id) => id === memory.id).length,
    }));
}

/** Number of scenes, the present one included, in which a memory comes back once at most. */
const SCENES_BEFORE_AGAIN = 3;

/** Whether the thought or the move that a memory is made of still stands among the newest moments of earlier scenes. */
function momentStands(state: RelationshipState, partner: Partner, { origin }: LongTermMemory): boolean {
  if (origin.kind !== 'beat') return false;
  const beat = state.scenes
    .find(({ scene }) => scene === origin.scene)
    ?.beats.find((candidate) => candidate.beat === origin.beat);
  const thought = beat?.appraisals[partner]?.thought;
  const choice = beat?.choice ?? null;
  return state.minds[partner].past.some((moment) => {
    if (typeof moment === 'string') return false;
    if (moment.kind === 'felt') return moment.thought === thought;
    if (moment.kind !== 'deed' || moment.deed === null || choice === null || choice === 'missing') return false;
    return moment.self === (beat?.actor === partner) && moment.deed.deed === choice.deed && moment.deed.words === choice.words;
  });
}

function spelledOutExperience(experience: Experience): string {
  return typeof experience === 'string' ? spelledOut(experience) : spelledOutOf(experience, experienceText);
}

/** Spells out a memory or a moment once: states share them from beat to beat. */
function spelledOutOf<Item extends object>(item: Item, textOf: (item: Item) => string): string {
  const known = SPELLED_OUT.get(item) ?? spelledOut(textOf(item));
  SPELLED_OUT.set(item, known);
  return known;
}

const SPELLED_OUT = new WeakMap<object, string>();
