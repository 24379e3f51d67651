/** What one run has to say on one question: a number, or `null` where it failed to say anything. Missing is never 0. */
export type Measured = number | null;
