import { escapePattern } from '@entente/relationship';
import { AGENT_WORDS, type AgentWords } from '../prompts/agent-words.js';

/** Reads the values of an entry's placeholders back out of a line in the default words; undefined if the line is not of that entry. */
export function readWords(name: keyof AgentWords, line: string): Readonly<Record<string, string>> | undefined {
  const known = patterns.get(name) ?? patternOf(AGENT_WORDS[name]);
  patterns.set(name, known);
  return known.exec(line)?.groups;
}

const patterns = new Map<keyof AgentWords, RegExp>();

function patternOf(template: string): RegExp {
  const pattern = template
    .split(/(\{\w+\})/)
    .map((piece) => {
      const [, placeholder] = /^\{(\w+)\}$/.exec(piece) ?? [];
      if (placeholder === undefined) return escapePattern(piece);
      return placeholder === 'name' || placeholder === 'other' || placeholder === 'scene'
        ? `(?<${placeholder}>[^:.,;]{1,40}?)`
        : `(?<${placeholder}>.*)`;
    })
    .join('');
  return new RegExp(`^${pattern}$`, 'su');
}
