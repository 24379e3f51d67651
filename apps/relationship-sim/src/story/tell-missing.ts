import type { ReplyMissing } from '@entente/relationship';
import { hanging } from './layout.js';
import type { Telling } from './tell-opening.js';

const WHAT: Readonly<Record<ReplyMissing['type'], (name: string) => string>> = {
  'opening-missing': () => 'no usable opening, so the scenario stands as written',
  'context-missing': () => 'no usable private matters, so neither brings any',
  'beat-missing': () => 'no usable narration, so the partners go on without',
  'appraisal-missing': (name) => `no usable answer on what ${name} feels`,
  'choice-missing': (name) => `no usable move of ${name}`,
  'closing-missing': () => 'no usable closing, so the scene ends with its last move',
  'summary-missing': () => 'no usable summary, so its last lines stand in',
  'assessment-missing': () => 'no usable assessment, so no state moves',
  'reflection-missing': (name) => `no usable look back of ${name}`,
  'memory-appraisal-missing': (name) => `no usable answer on what memories bring up in ${name}`,
  'judge-missing': (name) => `no score of ${name}`,
};

/** Line about an answer that could not be used, with the reason. */
export function tellMissing(telling: Telling, { type, scene, partner, reason }: ReplyMissing): string {
  const what = WHAT[type](partner === undefined ? 'them' : telling.names[partner]);
  const where = type === 'judge-missing' ? ` after scene ${scene}` : '';
  return telling.style.yellow(hanging(telling, `(${what}${where}: ${reason})`, '    ', '  '));
}
