import type { Settings, Study, StudyCondition, StudyProgram, StudySeats } from './study.js';
import { rotateSeats, type SeatMap } from './rotate-seats.js';

/** One run of a study. JSON-safe. */
export interface StudyRun {
  /** `press/talk/s3`, `bench/testSeat=oak/s3/FRANCE/r1`: the same for the same run, whatever else the study has. */
  readonly id: string;
  readonly study: string;
  readonly condition: string;
  /** The condition's level by factor. */
  readonly levels: Readonly<Record<string, string>>;
  readonly seed: string;
  /** From 0. */
  readonly replicate: number;
  readonly settings: Settings;
  /** `null` where nobody is seated by the study. */
  readonly seats: SeatMap | null;
  /** For the run's header: study, condition, the levels, and the seat that is tested. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Every run of a study: conditions, in each the seeds, in each the rotations, in each the replicates. */
export function expandStudy(study: Study, { seats: names }: Pick<StudyProgram, 'seats'>): readonly StudyRun[] {
  return study.conditions.flatMap((condition) =>
    study.seeds.flatMap((seed, seedIndex) =>
      seatMapsFor(condition.seats, names, seedIndex).flatMap((seats, turn, all) =>
        Array.from({ length: study.replicates }, (_, replicate): StudyRun => {
          const { name, levels, settings } = condition;
          const rotation = all.length > 1 ? [seats?.testSeat ?? `turn${turn}`] : [];
          return {
            id: [study.name, name, `s${seed}`, ...rotation, ...(replicate > 0 ? [`r${replicate}`] : [])].join('/'),
            study: study.name,
            condition: name,
            levels,
            seed: study.pairedSeeds ? seed : ownSeed(seed, condition),
            replicate,
            settings,
            seats,
            labels: {
              study: study.name,
              condition: name,
              ...levels,
              ...seatLabel(seats),
            },
          };
        }),
      ),
    ),
  );
}

function seatMapsFor(seats: StudySeats | null, names: readonly string[], seedIndex: number): readonly (SeatMap | null)[] {
  if (seats === null) return [null];
  switch (seats.rotate) {
    case 'none':
      return [rotateSeats(seats, names, 0)];
    case 'over-seeds':
      return [rotateSeats(seats, names, seedIndex % names.length)];
    case 'every-seat': {
      // Rotations that seat the same models in the same way, as with one model for all, count once.
      const maps = new Map(
        names.map((_, turn) => rotateSeats(seats, names, turn)).map((map) => [JSON.stringify(map), map] as const),
      );
      return [...maps.values()];
    }
    default:
      return seats.rotate satisfies never;
  }
}

/** Label of the seat that is tested; none where runs have no such seat. */
function seatLabel(seats: SeatMap | null): { readonly seat?: string } {
  return typeof seats?.testSeat === 'string' ? { seat: seats.testSeat } : {};
}

/** A seed that no other condition has: the seed, and the condition's name as six letters and digits (FNV-1a). */
function ownSeed(seed: string, { name }: StudyCondition): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return `${seed}-${(hash >>> 0).toString(36).padStart(6, '0').slice(-6)}`;
}
