import {
  commitmentLogOf,
  type MissingReply,
  type Partner,
  PARTNERS,
  type RelationshipState,
  type SceneRecord,
} from '@entente/relationship';

/** Why there is no score: the judge's answer could not be used, or it has not been given yet, or nothing happened that could be judged. */
export type NoScoreReason = MissingReply['reason'] | 'not-judged-yet' | 'nothing-happened';

/** The score of one partner after one finished scene, or the reason why there is none. */
export interface DueScore {
  readonly scene: SceneRecord;
  readonly partner: Partner;
  /** 0 to 10. */
  readonly score: number | null;
  /** The judge's, in its own words. */
  readonly reasoning: string | null;
  readonly missing: { readonly reason: NoScoreReason; readonly detail: string } | null;
}

/**
 * Every score that there should be: of both partners after each finished scene, in order. This is what "missing" means in all
 * tables: a due score that is not there, whatever the reason.
 */
export function dueScores(state: RelationshipState): readonly DueScore[] {
  const log = commitmentLogOf(state);
  return state.scenes.flatMap((scene, index) =>
    scene.ending === 'under-way'
      ? []
      : PARTNERS.map((partner): DueScore => {
          const entry = log[index]!.scores[partner];
          if (entry.score !== null) return { scene, partner, score: entry.score, reasoning: entry.reasoning, missing: null };
          return { scene, partner, score: null, reasoning: null, missing: whyMissing(scene, entry.missing) };
        }),
  );
}

/** How many due scores are not there. */
export function countMissing(scores: readonly DueScore[]): number {
  return scores.filter(({ score }) => score === null).length;
}

function whyMissing(
  scene: SceneRecord,
  { reason, detail }: MissingReply | { readonly reason: 'not-scored'; readonly detail: string },
): DueScore['missing'] {
  if (reason !== 'not-scored') return { reason, detail };
  return scene.beats.length === 0
    ? { reason: 'nothing-happened', detail: 'the scene broke off before anything happened in it' }
    : { reason: 'not-judged-yet', detail };
}
