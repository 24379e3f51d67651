/** Data files of the predecessor's analysis, by the name under which `lm-game export --format` gives them. */
export const ANALYSIS_FORMATS = ['game-analysis', 'phase-analysis', 'orders-data', 'phase-data'] as const;
export type AnalysisFormat = (typeof ANALYSIS_FORMATS)[number];
