import type { StudySeats } from './study.js';

/** Seating of one run: model id by seat, and the seat that is tested. */
export interface SeatMap {
  readonly models: Readonly<Record<string, string>>;
  readonly testSeat: string | null;
}

/**
 * Returns the seating after every model has moved on by `turn` seats; the last one goes to the first. After as many turns as there are seats everybody
 * has sat everywhere once.
 */
export function rotateSeats(seats: StudySeats, names: readonly string[], turn: number): SeatMap {
  const { testSeat, at, opponents = [], models = [] } = seats;
  const testIndex = testSeat === undefined ? -1 : Math.max(0, names.indexOf(at ?? ''));
  const first = names.map((_, index) => {
    if (index === testIndex) return testSeat ?? '';
    const ids = testSeat === undefined ? models : opponents;
    return (ids.length === 1 ? ids[0] : ids[testIndex >= 0 && index > testIndex ? index - 1 : index]) ?? '';
  });
  const count = names.length;
  const before = (index: number): number => (((index - turn) % count) + count) % count;
  return {
    models: Object.fromEntries(names.map((name, index) => [name, first[before(index)] ?? ''])),
    testSeat: testSeat === undefined ? null : (names[(testIndex + turn) % count] ?? null),
  };
}
