import { describe, expect, it } from 'vitest';
import { byPower } from '../src/cases/by-power.js';
import { compareLists, compareUnits } from '../src/cases/compare-units.js';
import { adjudicate } from '../src/judge/adjudicate.js';
import { parseOrder } from '../src/notation/parse-order.js';
import type { Adjudication } from '../src/values/adjudication.js';
import type { Dislodgement } from '../src/values/outcome.js';
import { POWERS } from '../src/values/power.js';
import { readLines } from './corpus-data.js';
import type { Game, GamePhase } from './game-data.js';
import { positionOfPhase, rulebookOfPhase } from './game-data.js';

const FILES = ['cicero-misc', 'cicero', 'diplomacy-network-tests', 'droidippy', 'searchbot-misc', 'searchbot-selfplay'];

/** Phases whose record the rules do not explain, or of which the record was lost on the way. */
const UNEXPLAINED = ['unexplained', 'python-contested-retreat', 'retreat-phase-missing-in-source'];

/**
 * Where the Python package wrote the record, it let a unit dislodged by convoy retreat to every neighbour, standoffs and all: the record
 * has more retreats than there are. Nothing went wrong by it.
 */
const TOO_MANY_RETREATS = [
  'diplomacy-net-2 F1908M',
  'diplomacy-net-2 S1902M',
  'searchbot-RUS.1201 F1920M',
  'searchbot-RUS.1201 S1912M',
];

function judge(phase: GamePhase): Adjudication {
  const position = positionOfPhase(phase);
  const orders = byPower((power) =>
    (phase.orders[power] ?? []).flatMap((text) => {
      const parsed = parseOrder(text, { position, power });
      return parsed.ok ? [parsed.order] : [];
    }),
  );
  return adjudicate(position, orders, { rulebook: rulebookOfPhase(phase) });
}

/** Where our judgement of a phase is not what the next phase of the record says. */
function compare(phase: GamePhase, next: GamePhase): readonly string[] {
  const { dislodged, next: position } = judge(phase);
  const retreatsFollow = phase.name.endsWith('M') && next.name.endsWith('R');
  return [
    ...(passesOver(next) ? [] : compareLists('The phase that follows', [next.name], [position.phase])),
    ...compareUnits(`after ${phase.name}`, next.units, position.units),
    // We pass over retreats that nobody can make, so that centres may have changed hands already.
    ...(retreatsFollow
      ? []
      : POWERS.flatMap((power) => compareLists(`Centres of ${power}`, next.centers[power] ?? [], position.centers[power]))),
    ...compareRetreats((retreatsFollow ? next.retreats : undefined) ?? {}, dislodged),
  ];
}

/** Whether a recorded phase is one of those that we pass over because nothing can be ordered in them. */
function passesOver({ name, orders, retreats = {} }: GamePhase): boolean {
  if (name.endsWith('A')) return Object.values(orders).every((texts) => texts.length === 0);
  return (
    name.endsWith('R') && Object.values(retreats).every((units) => Object.values(units).every((to) => (to ?? []).length === 0))
  );
}

/** Records may leave out units with nowhere to go. */
function compareRetreats(recorded: NonNullable<GamePhase['retreats']>, dislodged: readonly Dislodgement[]): readonly string[] {
  const found = new Map(dislodged.map(({ power, unit, retreats }) => [`${power} ${unit}`, retreats]));
  const wanted = new Map(
    Object.entries(recorded).flatMap(([power, units]) =>
      Object.entries(units).map(([unit, locations]) => [`${power} ${unit}`, locations] as const),
    ),
  );
  return [
    ...compareLists(
      'Dislodged',
      [...wanted.keys()],
      [...found.keys()].filter((unit) => wanted.has(unit) || found.get(unit)?.length !== 0),
    ),
    ...[...wanted].flatMap(([unit, locations]) =>
      locations === null ? [] : compareLists(`Retreats of ${unit}`, locations, found.get(unit) ?? []),
    ),
  ];
}

describe('real games', () => {
  it.each(FILES)('go on after every phase as they did: %s', async (file) => {
    const differences: Record<string, unknown> = {};
    let phases = 0;
    for await (const { id, phases: all } of readLines<Game>(`games-dev/${file}.jsonl.gz`)) {
      all.forEach((phase, number) => {
        const next = all[number + 1];
        if (next === undefined || phase.terminal === true) return;
        if (phase.flags?.some((flag) => UNEXPLAINED.includes(flag)) === true) return;
        phases += 1;
        const name = `${id} ${phase.name}`;
        const found = compare(phase, next);
        if (TOO_MANY_RETREATS.includes(name))
          expect(found, name).toContainEqual(expect.stringMatching(/^Retreats of .* expected/));
        else if (found.length > 0) differences[name] = found;
      });
    }

    expect(differences).toEqual({});
    expect(phases).toBeGreaterThan(0);
  });
});
