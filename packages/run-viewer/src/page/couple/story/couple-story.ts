import {
  type ByPartner,
  byPartner,
  type CoupleFacts,
  initialRelationshipState,
  nameOfPartner,
  type OutsideEvent,
  type Partner,
  type RelationshipState,
  roleOf,
} from '@entente/relationship';
import type { SceneStory } from './scene-story';

/** The run of a couple as the page tells it: plain data, folded entry by entry with `addToStory`. Scenes that an entry leaves alone stay the same objects. */
export interface CoupleStory {
  /** After every fact so far. */
  readonly state: RelationshipState;
  /** Facts of the two before the first scene. */
  readonly atFirst: CoupleFacts;
  readonly scenes: readonly SceneStory[];
  /** News for a scene that has not opened yet. */
  readonly ahead: readonly OutsideEvent[];
  /** Answers of a scene that has not opened yet which could not be used. */
  readonly missingAhead: SceneStory['missing'];
  /** Step from which a fork is its own; null for a run that is none, or whose inherited part is still being read. */
  readonly forkedAt: string | null;
}

export const emptyStory: CoupleStory = {
  state: initialRelationshipState,
  atFirst: initialRelationshipState.couple,
  scenes: [],
  ahead: [],
  missingAhead: [],
  forkedAt: null,
};

/** Names of the two by role; letters before the couple is introduced. */
export function namesOf({ state }: Pick<CoupleStory, 'state'>): ByPartner<string> {
  return byPartner((partner) => nameOfPartner(state, partner));
}

/** Both partners in the order of the couple's file. */
export function inOrder({ state }: Pick<CoupleStory, 'state'>): readonly [Partner, Partner] {
  return [roleOf(state.roles, 0), roleOf(state.roles, 1)];
}
