import type { Clock } from '@entente/llm-clients';
import {
  type Addresses,
  canonicalJson,
  digest,
  forkRun,
  type JournalStore,
  readForkPoint,
  RunExistsError,
} from '@entente/simulation-core';
import type { ModelSource } from '../session/model-source.js';
import { type Plan, planFromRecord } from './plan-run.js';
import { readHeader } from './find-run.js';
import type { RunEdit } from './run-edits.js';
import type { RunKind } from './run-kind.js';

export interface ForkRequest<State, Fact extends { readonly type: string }> {
  readonly kind: RunKind<State, Fact>;
  readonly models: ModelSource;
  readonly clock: Clock;
  /** Holds the parent. */
  readonly store: JournalStore;
  /** Store of the forks. @default the parent's store */
  readonly into?: JournalStore;
  readonly runId: string;
  /** The first step that the forks play themselves. */
  readonly step: string;
  readonly edit: RunEdit;
  /** Whether the first step is drawn anew in each future, as under an edit that leaves none of its answers. @default false */
  readonly redraw?: boolean | undefined;
  /** How many futures to draw; the numbers 0, 1, ... draw alike whatever was edited, so that edits can be paired. */
  readonly times: number;
  /** Models that move with the forks. @default none: they are asked where the parent's are */
  readonly moves?: Addresses | undefined;
}

/** Label with the change that a fork was made with; `none` for a control. */
export const EDIT_LABEL = 'edit';
export const NO_EDIT = 'none';
/** Label of a control whose first step is drawn anew. */
export const REDRAWN = 'none, drawn anew';

/**
 * Makes the journals of forks that are not on record yet, and plans them all: to be carried out, resumed or skipped like
 * any other run. The same parent, step, edit and future always is the same run.
 * @throws SimulationError when the step, or an edited reply, is not on record
 */
export async function planForks<State, Fact extends { readonly type: string }>(
  request: ForkRequest<State, Fact>,
): Promise<readonly Plan<State, Fact>[]> {
  const { kind, models, clock, store, into = store, edit, times, step, moves, redraw = false } = request;
  const { summary: _shown, ...changes } = edit;
  const parent = await readHeader(request.runId, store);
  const addresses = moves && { ...(await readForkPoint(request.runId, store, step)).addresses, ...moves };
  const label = redraw ? REDRAWN : describeEdit(edit);
  const spec = canonicalJson(edit.spec ?? parent.spec);
  // A damaged journal prevents no fork; where it is one of the forks, resuming it reports the damage.
  const known = (await into.list(() => {})).filter(({ header }) => header.forkedFrom?.runId === request.runId);
  const plans: Plan<State, Fact>[] = [];
  for (let future = 0; future < times; future++) {
    const there = known.find(
      ({ header }) =>
        header.forkedFrom?.step === step &&
        header.forkedFrom.future === future &&
        header.labels[EDIT_LABEL] === label &&
        canonicalJson(header.spec) === spec,
    );
    const runId = await forkRun(request.runId, {
      ...changes,
      store,
      into,
      clock,
      packageVersion: kind.packageVersion,
      at: step,
      future,
      redraw,
      runId: there?.runId ?? forkName(request, future, canonicalJson(parent.spec) === spec ? null : spec),
      labels: { [EDIT_LABEL]: label },
      addresses,
    }).catch((error: unknown) => {
      if (error instanceof RunExistsError) return error.runId;
      throw error;
    });
    plans.push(planFromRecord(kind, { runId, header: await readHeader(runId, into) }, models, moves));
  }
  return plans;
}

/**
 * Names a fork: `tree~s1~9f3a01c2~step-2-0` is a control, `...~step-2-e1a2b3c4-0` the same future under an edit, and `-u` marks a fork
 * without an edit whose prompts have changed since. `-redrawn` marks a control whose first step is drawn anew.
 * @param spec as canonical JSON where it is not the parent's
 */
function forkName<State, Fact extends { readonly type: string }>(
  { runId, step, edit, redraw = false }: ForkRequest<State, Fact>,
  future: number,
  spec: string | null,
): string {
  const { facts = [], replies = {} } = edit;
  const isEdited = describeEdit(edit) !== NO_EDIT;
  const digits = digest(canonicalJson([spec, facts, replies])).slice(0, 7);
  const mark = redraw ? '-redrawn' : isEdited ? `-e${digits}` : spec === null ? '' : `-u${digits}`;
  const parent = runId.length <= 80 ? runId : `${runId.slice(0, 72)}-${digest(runId).slice(0, 7)}`;
  return `${parent}~${step}${mark}-${future}`;
}

/** Describes an edit in half a line, with a few digits of the hash of its replies and facts, if it has any. */
export function describeEdit({ summary, replies = {}, facts = [] }: RunEdit): string {
  const isWorded = Object.keys(replies).length > 0 || facts.length > 0;
  const digits = isWorded ? `(${digest(canonicalJson([replies, facts])).slice(0, 8)})` : '';
  return [summary, digits].filter(Boolean).join(' ') || NO_EDIT;
}
