import { readAdjustments } from '../legal/read-adjustments.js';
import type { MapIndex } from '../map/map-index.js';
import type { OrdersByPower } from '../values/order.js';
import type { Outcome } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { ByPower } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { countAdjustments } from '../legal/adjustments-due.js';
import { chooseRemovals } from './civil-disorder.js';
import type { Rulebook } from '../values/rulebook.js';

/** Result of an adjustment phase: the outcome of each order, and the units on the board afterwards. */
export interface AdjustmentJudgement<P extends string> {
  readonly outcomes: readonly Outcome<P>[];
  readonly units: ByPower<readonly Unit[], P>;
}

/** Judges an adjustment phase. Missing builds are waived. Missing removals are chosen by the rules. */
export function judgeAdjustments<P extends string>(
  index: MapIndex<P>,
  position: Position<P>,
  orders: OrdersByPower<P>,
  rulebook: Rulebook,
): AdjustmentJudgement<P> {
  const outcomes: Outcome<P>[] = [];
  const units = {} as Record<P, readonly Unit[]>;
  for (const power of index.powers) {
    const due = countAdjustments(index, position, power);
    const built: Unit[] = [];
    const removed = new Set<Unit>();
    for (const { order, result } of readAdjustments(index, position, { power, orders: orders[power] ?? [], due })) {
      const unit = order.kind === 'waive' ? null : order.unit;
      switch (result.kind) {
        case 'build':
          built.push(result.unit);
          outcomes.push({ power, unit, order, results: [], reasons: [] });
          break;
        case 'remove':
          removed.add(result.unit);
          outcomes.push({ power, unit, order, results: [], reasons: [] });
          break;
        case 'waive':
          outcomes.push({ power, unit, order, results: [], reasons: [] });
          break;
        default:
          outcomes.push({ power, unit, order, results: ['void'], reasons: [{ kind: 'illegal', illegality: result }] });
      }
    }
    const standing = position.units[power].filter((unit) => !removed.has(unit));
    const missing = due.count < 0 ? -due.count - removed.size : 0;
    for (const { unit, distance } of chooseRemovals(index, position, { power, candidates: standing, count: missing, rulebook })) {
      removed.add(unit);
      outcomes.push({
        power,
        unit,
        order: { kind: 'disband', unit },
        results: [],
        reasons: [{ kind: 'civil-disorder', distance }],
      });
    }
    units[power] = [...standing.filter((unit) => !removed.has(unit)), ...built];
  }
  return { outcomes, units };
}
