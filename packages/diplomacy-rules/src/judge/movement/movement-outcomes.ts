import { EMPTY, NONE } from '../../board/none.js';
import type { Dislodgement, OrderResult, Outcome, Reason } from '../../values/outcome.js';
import type { MovementPhase } from './movement-phase.js';
import { CONVOY, HOLD, MOVE, NO, SUPPORT, YES } from './movement-phase.js';
import {
  bounceReasons,
  cutReasons,
  dislodgementReason,
  pathReasons,
  successReasons,
  unmatchedReason,
} from './movement-reasons.js';
import type { RejectedOrder } from './take-orders.js';

/** Findings about a resolved phase that its outcomes report. */
export interface Findings<P extends string> {
  readonly powers: readonly P[];
  readonly rejected: readonly RejectedOrder[];
  readonly dislodged: readonly Dislodgement<P>[];
  /** Armies that went by land after their convoy had failed. */
  readonly overland: ReadonlySet<number>;
}

type Results = readonly OrderResult[];

// Lists of results are frozen and shared, so that no outcome needs its own.
const only = (result: OrderResult): Results => Object.freeze([result]);
const RESULTS = {
  void: only('void'),
  noConvoy: only('no convoy'),
  bounce: only('bounce'),
  cut: only('cut'),
  disrupted: only('disrupted'),
} as const;
// A dislodged fleet is not reported as disrupted too.
const AND_DISLODGED = new Map<Results, Results>(
  [EMPTY, ...Object.values(RESULTS)].map((results) => [
    results,
    Object.freeze([...results.filter((result) => result !== 'disrupted'), 'dislodged' as const]),
  ]),
);
const NO_ORDER: readonly [{ readonly kind: 'no-order' }] = Object.freeze([Object.freeze({ kind: 'no-order' })]);

/** Reports the outcome of every order, power by power: orders of units first, then rejected orders. */
export function movementOutcomes<P extends string>(phase: MovementPhase, findings: Findings<P>): Outcome<P>[] {
  const { powers, rejected } = findings;
  const outcomes = new Array<Outcome<P>>(phase.count + rejected.length);
  let length = 0;
  let unit = 0;
  let at = 0;
  for (let number = 0; number < powers.length; number += 1) {
    const power = powers[number]!;
    for (; unit < phase.count && phase.power[unit] === number; unit += 1, length += 1)
      outcomes[length] = outcomeOf(phase, unit, power, findings);
    for (; rejected[at]?.power === number; at += 1, length += 1) outcomes[length] = rejectedOutcome(rejected[at]!, power);
  }
  return outcomes;
}

function rejectedOutcome<P extends string>({ illegality }: RejectedOrder, power: P): Outcome<P> {
  const { order } = illegality;
  const unit = order.kind === 'waive' ? null : order.unit;
  return { power, unit, order, results: RESULTS.void, reasons: [{ kind: 'illegal', illegality }] };
}

function outcomeOf<P extends string>(phase: MovementPhase, unit: number, power: P, findings: Findings<P>): Outcome<P> {
  const name = phase.board.spots[unit]!.unit;
  const order = phase.orders[unit] ?? { kind: 'hold', unit: name };
  let results: Results = EMPTY;
  let reasons: readonly Reason<P>[] = EMPTY;
  switch (phase.action[unit]) {
    case HOLD: {
      const illegality = phase.illegalities[unit] ?? null;
      if (illegality !== null) {
        results = RESULTS.void;
        reasons = [{ kind: 'illegal', illegality }];
      } else if (phase.orders[unit] === null) reasons = NO_ORDER;
      break;
    }
    case MOVE:
      if (phase.moves[unit] === YES) reasons = successReasons(phase, unit, findings.overland.has(unit));
      else if (phase.paths[unit] === NO) {
        results = RESULTS.noConvoy;
        reasons = pathReasons(phase, unit);
      } else {
        results = RESULTS.bounce;
        reasons = bounceReasons(phase, unit);
      }
      break;
    case SUPPORT:
      if (phase.target[unit] === NONE) {
        results = RESULTS.void;
        reasons = [unmatchedReason(phase, unit)];
      } else if (phase.supports[unit] === NO) {
        reasons = cutReasons(phase, unit);
        if (reasons.length > 0) results = RESULTS.cut;
      }
      break;
    case CONVOY:
      if (phase.target[unit] === NONE) {
        results = RESULTS.void;
        reasons = [unmatchedReason(phase, unit)];
      } else if (phase.disrupted[unit] === 1) {
        results = RESULTS.disrupted;
        reasons = [{ kind: 'paradox', rule: 'szykman', fleets: [name] }];
      }
      break;
    default:
  }
  const attacker = phase.dislodger[unit]!;
  if (attacker === NONE) return { power, unit: name, order, results, reasons };
  const allReasons = [...reasons, dislodgementReason<P>(phase, unit, attacker)];
  const dislodgement = findings.dislodged.find((candidate) => candidate.unit === name);
  if (dislodgement?.retreats.length === 0) allReasons.push({ kind: 'no-retreat' });
  return { power, unit: name, order, results: AND_DISLODGED.get(results)!, reasons: allReasons };
}
