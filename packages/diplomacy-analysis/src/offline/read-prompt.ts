import type { OfflineRequest } from '@entente/llm-clients';
import { ANALYST_SECTIONS } from '../analyst/prompts/analyst-sections.js';

const TITLES: readonly string[] = Object.values(ANALYST_SECTIONS);

/** Returns the lines of a section of an analyst's prompt; none where it is missing. */
export function linesOf({ messages }: OfflineRequest, title: string): readonly string[] {
  const lines = messages.flatMap(({ role, text }) => (role === 'user' ? text.split('\n') : []));
  const start = lines.findIndex((line) => line === title || line.startsWith(`${title} `));
  if (start < 0) return [];
  const after = lines.slice(start + 1);
  const end = after.findIndex((line) => TITLES.some((other) => line === other || line.startsWith(`${other} `)));
  return (end < 0 ? after : after.slice(0, end)).filter((line) => line.trim() !== '');
}

/** Parts of a prompt that the offline judge reads. */
export interface PromptToJudge {
  readonly orders: readonly OrderLine[];
  readonly diaries: readonly { readonly power: string; readonly text: string }[];
  readonly promises: readonly PromiseLine[];
}

export interface OrderLine {
  readonly power: string;
  /** `A PAR - BUR (bounce)`. */
  readonly text: string;
  readonly order: string;
  readonly results: string;
}

export interface PromiseLine {
  readonly number: number;
  readonly promiser: string;
  readonly promisee: string;
  readonly text: string;
  readonly quote: string;
  readonly verdict: string;
  readonly explanation: string;
}

/** Reads the lists in a prompt that asks for the moments of a phase. */
export function readJudgementPrompt(request: OfflineRequest): PromptToJudge {
  const { orders, diaries, promises } = ANALYST_SECTIONS;
  return {
    orders: linesOf(request, orders).flatMap((line) => {
      const [, power, order, results = ''] = /^([A-Z]+): ([^.(]+?)(?: \(([^)]*)\))?\. /.exec(`${line} `) ?? [];
      if (power === undefined || order === undefined) return [];
      return [{ power, order, results, text: results === '' ? order : `${order} (${results})` }];
    }),
    diaries: linesOf(request, diaries).flatMap((line) => {
      const [, power, text] = /^([A-Z]+) \([a-z-]+\): (.*)$/.exec(line) ?? [];
      return power === undefined || text === undefined ? [] : [{ power, text }];
    }),
    promises: linesOf(request, promises).flatMap((line) => {
      const parts =
        /^(\d+)\. ([A-Z]+) to (\w+), in \w+ for \w+, [a-z-]+: (.*?) In its words: "(.*)".*? Verdict: (kept|broken|void|for you to judge)\. ?(.*)$/.exec(
          line,
        );
      const [, number, promiser, promisee, text, quote, verdict, explanation] = parts ?? [];
      if (promiser === undefined || promisee === undefined) return [];
      return [
        {
          number: Number(number),
          promiser,
          promisee,
          text: text ?? '',
          quote: quote ?? '',
          verdict: verdict ?? '',
          explanation: explanation ?? '',
        },
      ];
    }),
  };
}
