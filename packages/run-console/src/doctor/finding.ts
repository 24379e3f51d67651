/** What one look of the doctor found; a failure comes with its remedy. */
export interface Finding {
  /** The machine, or a model id without its key. */
  readonly subject: string;
  readonly check: string;
  readonly result: 'ok' | 'failed' | 'skipped' | 'note';
  readonly detail: string;
  readonly remedy?: string;
}
