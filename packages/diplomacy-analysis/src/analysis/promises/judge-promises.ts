import { dropped, type Dropped } from '../dropped.js';
import { findQuote } from '../material/find-quote.js';
import type { PhaseMaterial } from '../material/phase-material.js';
import type { ReportedVerdict } from '../moments/reported-judgement.js';
import {
  type CheckedPromise,
  type Intention,
  INTENTIONS,
  isOpen,
  type JudgedPromise,
  type Verdict,
  VERDICTS,
} from './press-promise.js';

/**
 * Adds a model's opinions to promises. A verdict of the orders stands. Without one, the model's verdict counts if a quote proves it.
 * The intention behind a broken promise needs a quote from the promiser's own diary.
 * @param promises in the order in which the prompt numbered them, from 1
 */
export function judgePromises(
  promises: readonly CheckedPromise[],
  reported: readonly ReportedVerdict[],
  material: PhaseMaterial,
): { readonly promises: readonly JudgedPromise[]; readonly dropped: readonly Dropped[] } {
  const strangers = reported.filter(({ number }) => promises[number - 1] === undefined);
  const drops = strangers.map(({ number, reason }) => dropped('verdict', 'unknown-promise', `${number}: ${reason}`));
  const judged = promises.map((promise, at): JudgedPromise => {
    const said = reported.find(({ number }) => number === at + 1);
    const plain = withoutOpinion(promise);
    if (said === undefined) return plain;
    const found = said.quote.trim() === '' ? null : findQuote(said.quote, material);
    const opinion = withVerdict(plain, said, found !== null);
    if (opinion === null) drops.push(dropped('verdict', 'quote-not-found', `${said.verdict}: ${said.quote || said.reason}`));
    const decided = opinion ?? plain;
    const intention = readIntention(said.intention);
    if (decided.verdict !== 'broken' || intention === 'unknown') return decided;
    const inDiary = said.quote.trim() === '' ? null : findQuote(said.quote, material, 'diary');
    if (inDiary?.source === 'diary' && inDiary.by === promise.promiser) return { ...decided, intention, evidence: said.quote };
    drops.push(dropped('intention', 'quote-not-found', `${intention}: ${said.quote || said.reason}`));
    return decided;
  });
  return { promises: judged, dropped: drops };
}

/** Judges a promise by orders alone. */
export const withoutOpinion = (promise: CheckedPromise): JudgedPromise => ({
  ...promise,
  judgedBy: isOpen(promise) ? 'nobody' : 'orders',
  intention: 'unknown',
  evidence: null,
});

/** Finds the proof of a verdict. Returns `null` where none of its quotes occurs. */
function withVerdict(promise: JudgedPromise, said: ReportedVerdict, isQuoteFound: boolean): JudgedPromise | null {
  const verdict = readVerdict(said.verdict);
  if (!isOpen(promise) || verdict === 'undetermined') return promise;
  if (!isQuoteFound) return null;
  const explanation = [promise.explanation, said.reason.trim()].filter((text) => text !== '').join(' ');
  return { ...promise, verdict, judgedBy: 'model', explanation, evidence: said.quote };
}

const readVerdict = (text: string): Verdict =>
  VERDICTS.find((verdict) => verdict === text.trim().toLowerCase()) ?? 'undetermined';

const readIntention = (text: string): Intention =>
  INTENTIONS.find((intention) => intention === text.trim().toLowerCase()) ?? 'unknown';
