import type { AgentWords } from '../prompts/agent-words.js';
import { readWords } from './read-words.js';

/** One line of the scene under way, as a prompt shows it. */
export interface MomentRead {
  readonly kind:
    'place' | 'secret' | 'wish' | 'memory' | 'reason' | 'reflection' | 'event' | 'own-deed' | 'deed' | 'felt' | 'told';
  /** The line without its label; of a move deed, tone and words. */
  readonly text: string;
  readonly deed: string;
  readonly words: string;
  /** Emotions in words, of a feeling. */
  readonly emotions: string;
}

const LABELS: readonly (readonly [MomentRead['kind'], keyof AgentWords])[] = [
  ['place', 'line.setting'],
  ['secret', 'line.secret'],
  ['wish', 'line.wish'],
  ['memory', 'line.memory'],
  ['reason', 'line.reason'],
  ['reflection', 'line.reflection'],
  ['event', 'line.event-alone'],
  ['event', 'line.event'],
  ['told', 'line.narrated-alone'],
  ['felt', 'line.felt'],
  ['own-deed', 'line.own-deed'],
  ['own-deed', 'line.own-passed'],
  ['deed', 'line.passed'],
];

/** Reads one line of the history; a line without a label is something told. */
export function readMoment(line: string): MomentRead {
  for (const [kind, name] of LABELS) {
    const values = readWords(name, line);
    if (values) return moment(kind, values['move'] ?? values['text'] ?? values['setting'] ?? values['thought'] ?? line, values);
  }
  const deed = readWords('line.deed', line);
  return deed && /^\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*$/u.test(deed['name'] ?? '')
    ? moment('deed', deed['move'] ?? '', deed)
    : moment('told', line, {});
}

function moment(kind: MomentRead['kind'], text: string, values: Readonly<Record<string, string>>): MomentRead {
  const [, deed = text, words = ''] = /^(.*?)\s*"(.*)"$/s.exec(text) ?? [];
  return { kind, text, deed, words, emotions: values['emotions'] ?? '' };
}
