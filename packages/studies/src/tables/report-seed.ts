/** Seed of resampling in reports, so that the same runs always give the same report. */
export const REPORT_SEED = 'report';
