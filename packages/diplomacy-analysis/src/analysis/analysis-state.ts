import type { AnalysisFact, JudgementMissing, PhaseJudged, PromisesFound } from './analysis-facts.js';
import type { Moment } from './moments/moment.js';

/** State of an analysis: the fold of its facts, phases in the order of the game. */
export interface AnalysisState {
  readonly found: readonly PromisesFound[];
  readonly judged: readonly PhaseJudged[];
  readonly story: string | null;
  readonly missing: readonly JudgementMissing[];
}

export const initialAnalysis: AnalysisState = { found: [], judged: [], story: null, missing: [] };

/** Adds a fact to the state. Facts of an unknown kind leave it as it is. */
export function applyAnalysisFact(state: AnalysisState, fact: AnalysisFact): AnalysisState {
  switch (fact.type) {
    case 'promises-found':
      return { ...state, found: [...state.found, fact] };
    case 'phase-judged':
      return { ...state, judged: [...state.judged, fact] };
    case 'game-told':
      return { ...state, story: fact.text };
    case 'judgement-missing':
      return { ...state, missing: [...state.missing, fact] };
    default:
      fact satisfies never;
      return state;
  }
}

/** Returns the moments of highest interest; equal ones stay in the order of the game. */
export const topMoments = (judged: readonly PhaseJudged[], most: number): readonly Moment[] =>
  judged
    .flatMap(({ moments }) => moments ?? [])
    .toSorted((a, b) => b.interest - a.interest)
    .slice(0, most);
