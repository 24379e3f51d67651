import type { Dropped } from './dropped.js';
import type { Moment } from './moments/moment.js';
import type { CheckedPromise } from './promises/checked-promise.js';
import type { JudgedPromise } from './promises/press-promise.js';

/** What was promised in a phase, held against the orders. */
export interface PromisesFound {
  readonly type: 'promises-found';
  readonly phase: string;
  readonly promises: readonly CheckedPromise[];
  readonly dropped: readonly Dropped[];
}

/** What a phase is remembered for, and what became of the promises whose orders were given in it. */
export interface PhaseJudged {
  readonly type: 'phase-judged';
  readonly phase: string;
  /** `null` where the judge said nothing usable: then promises are judged by orders alone. */
  readonly moments: readonly Moment[] | null;
  readonly promises: readonly JudgedPromise[];
  readonly dropped: readonly Dropped[];
}

/** The game in a paragraph or two. */
export interface GameTold {
  readonly type: 'game-told';
  readonly text: string;
}

/** Something that the judge was asked and gave no usable answer to. */
export interface JudgementMissing {
  readonly type: 'judgement-missing';
  readonly part: 'promises' | 'moments' | 'story';
  /** `null` for the story. */
  readonly phase: string | null;
  readonly reason: 'refusal' | 'length-cut' | 'unparsable';
  readonly detail: string;
}

export type AnalysisFact = PromisesFound | PhaseJudged | GameTold | JudgementMissing;
