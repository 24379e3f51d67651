import { escapePattern } from '@entente/relationship';
import { AGENT_WORDS, type AgentWords } from '../prompts/agent-words.js';

/** Reads the values of an entry's placeholders back out of a line in the default words; undefined if the line is not of that entry. */
export function readWords(name: keyof AgentWords, line: string): Readonly<Record<string, string>> | undefined {
  const known = patterns.get(name) ?? { beginning: beginningOf(AGENT_WORDS[name]), pattern: patternOf(AGENT_WORDS[name]) };
  patterns.set(name, known);
  return line.startsWith(known.beginning) ? known.pattern.exec(line)?.groups : undefined;
}

const patterns = new Map<keyof AgentWords, { readonly beginning: string; readonly pattern: RegExp }>();

/** The fixed words that every line of a template begins with. */
function beginningOf(template: string): string {
  return template.split('{')[0] ?? '';
}

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
