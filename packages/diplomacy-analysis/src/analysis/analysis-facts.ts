import type { Dropped } from './dropped.js';
import type { Moment } from './moments/moment.js';
import type { CheckedPromise, JudgedPromise } from './promises/press-promise.js';

/** Promises made in a phase, each checked against the orders. */
export interface PromisesFound {
  readonly type: 'promises-found';
  readonly phase: string;
  readonly promises: readonly CheckedPromise[];
  readonly dropped: readonly Dropped[];
}

/** Moments of a phase, and the verdicts on promises that fell due in it. */
export interface PhaseJudged {
  readonly type: 'phase-judged';
  readonly phase: string;
  /** `null` where the judge gave no usable answer: then promises are judged by orders alone. */
  readonly moments: readonly Moment[] | null;
  readonly promises: readonly JudgedPromise[];
  readonly dropped: readonly Dropped[];
}

/** The game in a paragraph or two. */
export interface GameTold {
  readonly type: 'game-told';
  readonly text: string;
}

/** A question to which the judge gave no usable answer. */
export interface JudgementMissing {
  readonly type: 'judgement-missing';
  readonly part: 'promises' | 'moments' | 'story';
  /** `null` for the story. */
  readonly phase: string | null;
  readonly reason: 'refusal' | 'length-cut' | 'unparsable';
  readonly detail: string;
}

export type AnalysisFact = PromisesFound | PhaseJudged | GameTold | JudgementMissing;
