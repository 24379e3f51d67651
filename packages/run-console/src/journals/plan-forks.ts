import type { Clock } from '@entente/llm-clients';
import { canonicalJson, digest, forkRun, type JournalStore, RunExistsError } from '@entente/simulation-core';
import type { ModelSource } from '../session/model-source.js';
import { type Plan, planFromRecord } from './plan-run.js';
import { readHeader } from './read-header.js';
import type { RunEdit } from './run-edits.js';
import type { RunKind } from './run-kind.js';

export interface ForkRequest<State, Fact extends { readonly type: string }> {
  readonly kind: RunKind<State, Fact>;
  readonly models: ModelSource;
  readonly clock: Clock;
  /** Holds the parent. */
  readonly store: JournalStore;
  /** Where the forks are kept. @default the parent's store */
  readonly into?: JournalStore;
  readonly runId: string;
  /** The first step that the forks play themselves. */
  readonly step: string;
  readonly edit: RunEdit;
  /** How many futures to draw; the numbers 0, 1, ... draw alike whatever was edited, so that edits can be paired. */
  readonly times: number;
}

/** The label that says what a fork changed; `none` for a control. */
export const EDIT_LABEL = 'edit';
export const NO_EDIT = 'none';

/**
 * Makes the journals of forks that are not on record yet, and plans them all: to be carried out, resumed or skipped like
 * any other run. The same parent, step, edit and future always is the same run.
 * @throws SimulationError when the step, or an edited reply, is not on record
 */
export async function planForks<State, Fact extends { readonly type: string }>(
  request: ForkRequest<State, Fact>,
): Promise<readonly Plan<State, Fact>[]> {
  const { kind, models, clock, store, into = store, edit, times } = request;
  const { summary: _shown, ...changes } = edit;
  const plans: Plan<State, Fact>[] = [];
  for (let future = 0; future < times; future++) {
    const runId = await forkRun(request.runId, {
      ...changes,
      store,
      into,
      clock,
      packageVersion: kind.packageVersion,
      at: request.step,
      future,
      labels: { [EDIT_LABEL]: describeEdit(edit) },
    }).catch((error: unknown) => {
      if (error instanceof RunExistsError) return error.runId;
      throw error;
    });
    plans.push(planFromRecord(kind, { runId, header: await readHeader(runId, into) }, models));
  }
  return plans;
}

/** What an edit is called; where it puts words into mouths, with a few digits of what these are. */
export function describeEdit({ summary, replies = {}, facts = [] }: RunEdit): string {
  const isWorded = Object.keys(replies).length > 0 || facts.length > 0;
  const digits = isWorded ? `(${digest(canonicalJson([replies, facts])).slice(0, 8)})` : '';
  return [summary, digits].filter(Boolean).join(' ') || NO_EDIT;
}
