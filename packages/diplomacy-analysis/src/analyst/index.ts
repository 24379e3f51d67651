/** The analyst: a language model that looks for promises and moments in a game. */
export { ANALYSIS_KIND, analysisProgram } from './analysis-program.js';
export { type AnalysisSpec, analysisSpec, toJson } from './analysis-spec.js';
