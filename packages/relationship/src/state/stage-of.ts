import { byPartner, type Partner, PARTNERS } from '../ports/partners.js';
import type { Choice, Deed } from '../ports/scene-actor.js';
import type {
  Background,
  CommitmentQuestion,
  Resolution,
  Stage,
  StorySoFar,
  TranscriptItem,
  Unspoken,
} from '../ports/scene-director.js';
import { NoSceneError } from '../relationship-errors.js';
import type { RelationshipState, SceneRecord } from './relationship-state.js';
import { secretsInView } from './secrets.js';

/** Number of the next scene to play, from 1. */
export function nextSceneNumber(state: RelationshipState): number {
  return state.scenes.filter(({ ending }) => ending !== 'under-way').length + 1;
}

/** Returns the scene under way, or undefined between scenes. */
export function sceneUnderWay(state: RelationshipState): SceneRecord | undefined {
  const last = state.scenes.at(-1);
  return last?.ending === 'under-way' ? last : undefined;
}

/** Event of a life that a scenario may reveal once: the two met long ago. Two whose story is told know how they met. */
const SHARED_PAST = 'shared-past';

/** Returns what the director knows before it opens the next scene. */
export function storySoFar(state: RelationshipState): StorySoFar {
  const scene = nextSceneNumber(state);
  const openings = state.scenes.map(({ opening }) => opening);
  return {
    ...backgroundOf(state),
    scene,
    used: openings.map(({ scenario }) => scenario),
    turningPoints: openings.map(({ turningPoint }) => turningPoint),
    usedUp: [...(state.couple.story === undefined ? [] : [SHARED_PAST]), ...openings.flatMap(({ uses }) => uses)],
    commitment: byPartner(
      (partner) => state.commitments.findLast((row) => row.partner === partner && row.score !== null)?.score ?? null,
    ),
    events: state.events.filter((event) => event.scene === scene),
    order: state.settings.order,
    arc: state.settings.arc,
  };
}

/** Returns the scene under way as the director sees it. @throws NoSceneError between scenes */
export function stageOf(state: RelationshipState): Stage {
  const scene = sceneUnderWay(state);
  if (!scene || !state.partners) throw new NoSceneError();
  return {
    ...backgroundOf(state),
    scene: scene.scene,
    opening: scene.opening,
    events: state.events.filter((event) => event.scene === scene.scene),
    transcript: transcriptOf(scene),
  };
}

function backgroundOf(state: RelationshipState): Background {
  const { couple, relation, story } = state;
  const scene = nextSceneNumber(state); // the one under way, if there is one
  const secrets = PARTNERS.flatMap((partner) => secretsInView(state.secrets, partner, scene));
  return { couple, relation, story, secrets, resolutions: resolutionsOf(state) };
}

/** Reflections after the last finished scene. */
function resolutionsOf(state: RelationshipState): readonly Resolution[] {
  const last = state.scenes.findLast(({ ending }) => ending !== 'under-way');
  return PARTNERS.flatMap((partner) => {
    const text = last?.reflections[partner];
    return last === undefined || text === undefined ? [] : [{ scene: last.scene, partner, text }];
  });
}

/** Question to the judge about one partner: the scene under way, with the unspoken feelings, thoughts and reasons of that partner. */
export function commitmentQuestionOf(state: RelationshipState, partner: Partner): CommitmentQuestion {
  const stage = stageOf(state);
  const beats = sceneUnderWay(state)?.beats ?? [];
  const thoughts = beats.flatMap(({ beat, actor, appraisals, choice }): readonly Unspoken[] => {
    const appraisal = appraisals[partner];
    const reason = actor === partner && choice !== null && choice !== 'missing' ? choice.reason : '';
    return [
      ...(appraisal ? [{ kind: 'felt', beat, emotions: appraisal.emotions, thought: appraisal.thought } as const] : []),
      ...(reason === '' ? [] : [{ kind: 'reason', beat, text: reason } as const]),
    ];
  });
  return { ...stage, partner, thoughts };
}

/** Everything that happened in a scene so far, oldest first, without the reasons for the moves, which only their partner knows. */
export function transcriptOf({ beats, closing }: SceneRecord): readonly TranscriptItem[] {
  const moments = beats.flatMap(({ narrative, onlySees, actor, choice }): readonly TranscriptItem[] => [
    ...narrated(narrative, onlySees),
    ...(choice === null ? [] : [{ kind: 'deed', partner: actor, choice: deedOf(choice) } as const]),
  ]);
  return closing === null ? moments : [...moments, ...narrated(closing.narrative, closing.onlySees)];
}

function deedOf(choice: Choice | 'missing'): Deed | null {
  if (choice === 'missing') return null;
  const { deed, words, tone } = choice;
  return { deed, words, tone };
}

function narrated(text: string, onlySees: { readonly A: string; readonly B: string }): readonly TranscriptItem[] {
  const isEmpty = text === '' && onlySees.A === '' && onlySees.B === '';
  return isEmpty ? [] : [{ kind: 'narrated', text, onlySees }];
}
