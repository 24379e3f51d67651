import { EDIT_LABEL, NO_EDIT } from '@entente/run-console/session';
import { sceneOfStep } from '@entente/relationship';
import { canonicalJson } from '@entente/simulation-core';
import { type CoupleRow, coupleRow, type ReportedCouple } from '../couple-rows.js';

/** Fork of a couple's run, measured over the scenes that it played itself. */
export interface ForkedCouple {
  readonly run: ReportedCouple;
  /** First scene that it played itself: `scene-3`. */
  readonly step: string;
  readonly future: number;
  /** Edit of the fork; `control` if nothing was changed. */
  readonly edit: string;
  /** Key shared by forks with the same edit at the same step. */
  readonly key: string;
  /** Row over its own scenes alone. */
  readonly row: CoupleRow;
}

/** Name of a fork without an edit in reports. */
export const CONTROL = 'control';

/** Reads a run as a fork of another; `null` if it is none. */
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
