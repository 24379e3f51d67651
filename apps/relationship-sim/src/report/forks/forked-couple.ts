import { EDIT_LABEL, NO_EDIT, REDRAWN } from '@entente/run-console/session';
import { sceneOfStep } from '@entente/relationship';
import { canonicalJson } from '@entente/simulation-core';
import { type CoupleRow, coupleRow, type ReportedCouple } from '../couple-rows.js';

/** Fork of a couple's run, measured over the scenes that it played itself. */
export interface ForkedCouple {
  readonly run: ReportedCouple;
  /** First scene that it played itself: `scene-3`. */
  readonly step: string;
  readonly future: number;
  /** Edit of the fork; `control` if nothing was changed, `control, drawn anew` if its first scene is not its parent's either. */
  readonly edit: string;
  /** Whether it keeps what its parent's first scene has before an edited reply. */
  readonly keepsBeginning: boolean;
  /** Key shared by forks with the same edit at the same step. */
  readonly key: string;
  /** Row over its own scenes alone. */
  readonly row: CoupleRow;
}

/** Names of forks without an edit in reports. */
export const CONTROL = 'control';
export const REDRAWN_CONTROL = 'control, drawn anew';

/** Reads a run as a fork of another; `null` if it is none. */
export function forkedCouple(run: ReportedCouple): ForkedCouple | null {
  const { forkedFrom, labels, spec } = run.header;
  if (forkedFrom === undefined) return null;
  const { step, future, specSince, editedPaths = [] } = forkedFrom;
  const label = labels[EDIT_LABEL] ?? NO_EDIT;
  const edit = label === NO_EDIT ? CONTROL : label === REDRAWN ? REDRAWN_CONTROL : label;
  return {
    run,
    step,
    future,
    edit,
    keepsBeginning: editedPaths.length > 0,
    key: canonicalJson([step, edit, specSince === step ? spec : null]),
    row: coupleRow(run, edit, sceneOfStep(step) ?? 1),
  };
}
