import { commitmentLogOf, type MissingReply, type RelationshipState, type SceneRecord } from '@entente/relationship';
import type { Column } from '@entente/studies/tables';
import { type PlacedPartner, placedPartners } from '../placed-partners.js';

/** Reason why a score is missing: the judge's answer was unusable, has not come yet, or the scene had nothing to judge. */
export type NoScoreReason = MissingReply['reason'] | 'not-judged-yet' | 'nothing-happened';

/** Score of one partner after one finished scene, or the reason why there is none. */
export interface DueScore {
  readonly scene: SceneRecord;
  readonly partner: PlacedPartner;
  /** Score from 0 to 10; null if it is missing. */
  readonly score: number | null;
  /** Reasoning of the judge; null if the score is missing. */
  readonly reasoning: string | null;
  readonly missing: { readonly reason: NoScoreReason; readonly detail: string } | null;
}

/** Column `missing` of every table that counts scores. */
export const MISSING_COLUMN: Column = {
  key: 'missing',
  title: 'missing',
  meaning: 'Scores due that do not exist: one for each partner after each finished scene is due.',
  unit: 'scores',
  align: 'right',
};

/** The same below a table. */
export const MISSING_NOTE = 'Missing: scores that do not exist, of those due: one for each partner after each finished scene.';

/**
 * Lists every score that should exist: of both partners after each finished scene, in the order of the couple's file. In all tables,
 * "missing" means a due score that does not exist, for whatever reason.
 */
export function dueScores(state: RelationshipState): readonly DueScore[] {
  const log = commitmentLogOf(state);
  return state.scenes.flatMap((scene, index) =>
    scene.ending === 'under-way'
      ? []
      : placedPartners(state).map((partner): DueScore => {
          const entry = log[index]!.scores[partner.role];
          if (entry.score !== null) return { scene, partner, score: entry.score, reasoning: entry.reasoning, missing: null };
          return { scene, partner, score: null, reasoning: null, missing: whyMissing(scene, entry.missing) };
        }),
  );
}

/** Number of due scores that are missing. */
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
