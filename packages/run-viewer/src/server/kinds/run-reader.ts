import type { RecordedFact, RunHeader } from '@entente/simulation-core/journal';

/** How far a run is, in the unit that people count: scenes of a couple, years of a game. */
export interface RunProgress {
  readonly unit: 'scene' | 'year';
  readonly done: number;
  readonly of: number;
}

/** A text in a fact. */
export interface FactText {
  /** Said and done for all to see or read; thought, for nobody else; anything else. */
  readonly as: 'said' | 'thought';
  /** Name of the one whose words or thoughts it is; null for the narrator and the rules. */
  readonly who: string | null;
  readonly text: string;
}

/** As much of a kind of run as the server has to know. Headers and facts of other versions must not make it throw. */
export interface RunReader {
  /** Command line that plays such runs. */
  readonly command: string;
  /** Undefined where the header does not tell. @param lastStep last finished step */
  progress(header: Pick<RunHeader, 'spec'>, lastStep: string | undefined): RunProgress | undefined;
  /** Returns the beginnings of the paths of the calls whose replies a fact was made from; takes the facts of one run in order. */
  callsBehind(): (fact: RecordedFact) => readonly string[];
  /** Texts of a fact, in order. */
  textsOf(fact: RecordedFact, header: Pick<RunHeader, 'spec'>): readonly FactText[];
}
