import { EDIT_LABEL, NO_EDIT } from '@entente/run-console/session';
import { sceneOfStep } from '@entente/relationship';
import { canonicalJson } from '@entente/simulation-core';
import { type CoupleRow, coupleRow, type ReportedCouple } from '../couple-rows.js';

/** A fork of a couple's run, and its own scenes: what came before was lived through by its parent. */
export interface ForkedCouple {
  readonly run: ReportedCouple;
  /** The first scene that it played itself: `scene-3`. */
  readonly step: string;
  readonly future: number;
  /** What was changed; `control` where nothing was. */
  readonly edit: string;
  /** The same for forks with the same edit at the same step. */
  readonly key: string;
  /** Measured over its own scenes alone. */
  readonly row: CoupleRow;
}

/** What a fork without a change is called in reports. */
export const CONTROL = 'control';

/** A run as a fork of another; `null` for one that is none. */
export function forkedCouple(run: ReportedCouple): ForkedCouple | null {
  const { forkedFrom, labels, spec } = run.header;
  if (forkedFrom === undefined) return null;
  const { step, future, specSince } = forkedFrom;
  const label = labels[EDIT_LABEL] ?? NO_EDIT;
  const edit = label === NO_EDIT ? CONTROL : label;
  return {
    run,
    step,
    future,
    edit,
    key: canonicalJson([step, edit, specSince === step ? spec : null]),
    row: coupleRow(run, edit, sceneOfStep(step) ?? 1),
  };
}
