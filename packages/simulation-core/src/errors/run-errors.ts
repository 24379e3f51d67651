import { cutText } from '@entente/llm-clients/contract';
import { SimulationError } from './simulation-error.js';

export type DivergenceReason = 'request-changed' | 'answer-missing' | 'fact-changed' | 'fact-missing';

/** Executing the program again did not give the record. */
export class ReplayDivergedError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/ReplayDivergedError';
  /** Call path (`round-3/Ada#0`) or position of a fact (`round-3!2`). */
  readonly path: string;
  readonly reason: DivergenceReason;
  /** Request hash or canonical fact, on record and now. */
  readonly recorded: string | undefined;
  readonly present: string | undefined;

  constructor(path: string, reason: DivergenceReason, recorded?: string, present?: string) {
    super(
      `${path} ${WHAT[reason]}${recorded && present ? ` (on record ${clip(recorded)}, now ${clip(present)})` : ''}; ${REMEDY[reason]}`,
    );
    this.path = path;
    this.reason = reason;
    this.recorded = recorded;
    this.present = present;
  }
}

const WHAT: Record<DivergenceReason, string> = {
  'request-changed': 'was asked differently before',
  'answer-missing': 'has no answer on record',
  'fact-changed': 'became another fact than the one on record',
  'fact-missing': 'is on record, but did not happen this time',
};
const CHANGED_PROGRAM =
  'the program has changed since: run the version that made the record, or fork after the last finished step';
const REMEDY: Record<DivergenceReason, string> = {
  'request-changed':
    'prompts or settings changed inside an open step: fork after the last finished step, or resume with --reask to pay that step again',
  'answer-missing': CHANGED_PROGRAM,
  'fact-changed': CHANGED_PROGRAM,
  'fact-missing': CHANGED_PROGRAM,
};
const clip = (text: string): string => (text.length > 80 ? `${cutText(text, 77)}...` : text);

/** A budget is used up. The record stays, and the run can be resumed with a larger budget. */
export class BudgetExhaustedError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/BudgetExhaustedError';
  readonly budget: 'cost' | 'tokens' | 'wall-time';

  constructor(budget: 'cost' | 'tokens' | 'wall-time', message: string) {
    super(message);
    this.budget = budget;
  }
}

/** The run is on record already, so it cannot be started. */
export class RunExistsError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/RunExistsError';
  readonly runId: string;

  constructor(runId: string) {
    super(`run ${runId} is on record already; resume it, or start another replicate`);
    this.runId = runId;
  }
}

/** The run on record under this name was made of other models, settings or prompts. */
export class OtherRunError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/OtherRunError';
  readonly runId: string;

  constructor(runId: string, difference: string) {
    super(
      `run ${runId} is on record with ${difference}, so it is not gone on with; give this one another name, or keep it elsewhere`,
    );
    this.runId = runId;
  }
}

/** No run of this name is on record. */
export class UnknownRunError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/UnknownRunError';
  readonly runId: string;

  constructor(runId: string, options: { readonly cause?: unknown } = {}) {
    super(`there is no run ${runId} here; list the runs to see their names`, options);
    this.runId = runId;
  }
}

/** Place of a fact on record. */
export interface FactPlace {
  readonly runId: string;
  /** Counted from 1. */
  readonly line: number;
  readonly step: string;
}

/** A fact does not fit the program: another version wrote it, or the program broke its own schema. */
export class UnknownFactError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/UnknownFactError';
  readonly factType: string;
  /** Field that does not fit. */
  readonly field: string;
  /** Undefined for a fact that was refused before it was recorded. */
  readonly place: FactPlace | undefined;

  constructor(
    factType: string,
    {
      field,
      problem,
      place,
      step,
    }: {
      readonly field: string;
      readonly problem: string;
      readonly place: FactPlace | undefined;
      readonly step?: string | undefined;
    },
  ) {
    const wrong = `"${factType}" does not fit this program: ${field}: ${problem}`;
    super(
      place
        ? `journal of ${place.runId}, line ${place.line} (${place.step}): the fact ${wrong}; read it with the version that wrote it, or fork the run at ${place.step}`
        : `${step ?? 'the step'} was to record the fact ${wrong}; nothing of it is on record: mend the program, then resume`,
    );
    this.factType = factType;
    this.field = field;
    this.place = place;
  }
}
