import type { JudgedPromise } from './press-promise.js';

/** Numbers of promises by verdict. */
export interface PromiseCounts {
  readonly made: number;
  readonly kept: number;
  readonly broken: number;
  readonly void: number;
  readonly undetermined: number;
  /** Broken ones by intention: on purpose, by mistake, and those without evidence in the diary. */
  readonly deliberate: number;
  readonly accidental: number;
  readonly unknown: number;
}

export function countPromises(promises: readonly Pick<JudgedPromise, 'verdict' | 'intention'>[]): PromiseCounts {
  const withVerdict = (verdict: JudgedPromise['verdict']) => promises.filter((promise) => promise.verdict === verdict);
  const broken = withVerdict('broken');
  const meant = (intention: JudgedPromise['intention']) => broken.filter((promise) => promise.intention === intention).length;
  return {
    made: promises.length,
    kept: withVerdict('kept').length,
    broken: broken.length,
    void: withVerdict('void').length,
    undetermined: withVerdict('undetermined').length,
    deliberate: meant('deliberate'),
    accidental: meant('accidental'),
    unknown: meant('unknown'),
  };
}
