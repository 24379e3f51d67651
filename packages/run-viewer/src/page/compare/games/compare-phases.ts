import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { StoryPhase } from '../../game/story/game-story';

/** Part of a phase as both games have it, as lines of text. */
export interface LinesOfPower {
  readonly power: Power;
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Two phases with the same name; undefined where a game does not have it. */
export interface PhasePair {
  readonly name: string;
  readonly first: StoryPhase | undefined;
  readonly second: StoryPhase | undefined;
  /** Things in which the two differ, in the order in which a phase goes. */
  readonly differences: {
    readonly units: readonly LinesOfPower[];
    readonly centers: readonly LinesOfPower[];
    readonly press: readonly LinesOfPower[];
    readonly orders: readonly LinesOfPower[];
    /** Orders that are the same and came out otherwise. */
    readonly results: readonly LinesOfPower[];
  };
  /** Name of the first thing that differs; null for phases that are the same. */
  readonly differsBy: string | null;
}

/** Sets the phases of two games beside each other, by name, in the order of play. */
export function comparePhases(first: readonly StoryPhase[], second: readonly StoryPhase[]): readonly PhasePair[] {
  return namesInOrder(first, second).map((name) => {
    const find = (phases: readonly StoryPhase[]) => phases.find((phase) => phase.name === name);
    return pairOf(name, find(first), find(second));
  });
}

function pairOf(name: string, first: StoryPhase | undefined, second: StoryPhase | undefined): PhasePair {
  const by = (linesOf: (phase: StoryPhase, power: Power) => readonly string[]): readonly LinesOfPower[] =>
    first === undefined || second === undefined
      ? []
      : POWERS.map((power) => ({ power, first: linesOf(first, power), second: linesOf(second, power) })).filter(
          (lines) => lines.first.join('\n') !== lines.second.join('\n'),
        );
  const orders = by((phase, power) => [...(phase.orders[power] ?? [])].sort());
  const differences = {
    units: by(({ position }, power) => [...position.units[power]].sort()),
    centers: by(({ position }, power) => [...position.centers[power]].sort()),
    press: by(({ press }, power) =>
      press.filter(({ sender }) => sender === power).map(({ recipient, text }) => `to ${recipient}: ${text}`),
    ),
    orders,
    results: by((phase, power) => resultsOf(phase, power)).filter(({ power }) => !orders.some((lines) => lines.power === power)),
  };
  const differsBy =
    first === undefined || second === undefined
      ? 'the phase as a whole'
      : (NAMES.find(([part]) => differences[part].length > 0)?.[1] ?? null);
  return { name, first, second, differences, differsBy };
}

const NAMES = [
  ['units', 'the units on the board'],
  ['centers', 'the centres'],
  ['press', 'the press'],
  ['orders', 'the orders'],
  ['results', 'the results of orders'],
] as const;

function resultsOf({ results }: StoryPhase, power: Power): readonly string[] {
  return results
    .filter((record) => record.power === power)
    .map(({ order, results: words }) => `${order}: ${words.length === 0 ? 'succeeds' : words.join(', ')}`)
    .sort();
}

/** Names of both, each once, so that the order of neither is broken. */
function namesInOrder(first: readonly StoryPhase[], second: readonly StoryPhase[]): readonly string[] {
  const names: string[] = [];
  const later = second.map(({ name }) => name);
  for (const { name } of first) {
    const at = later.indexOf(name);
    if (at >= 0) names.push(...later.splice(0, at + 1));
    else names.push(name);
  }
  return [...names, ...later];
}
