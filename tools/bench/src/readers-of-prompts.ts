import type { PromptsResult, ReaderRow } from './scenario.js';

/** A call as it was sent, with what the provider counted. */
export interface SentPrompt {
  readonly prompt: string;
  /** Part that is the same for the whole run, by which readers are told apart. */
  readonly stable: string;
  /** All messages, in order. */
  readonly text: string;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
}

const OPENINGS: readonly string[] = ['initialize', 'next-scene'];
const PARTNER_PROMPTS: readonly string[] = ['appraise', 'appraise-memories', 'choose', 'reflect'];

/** Whether a prompt speaks for one of the partners. */
export function isOfPartner(prompt: string): boolean {
  return PARTNER_PROMPTS.includes(prompt);
}

/** Sizes of prompts by scene and by reader, and how much of each stood in the one before. @param sent in the order of sending */
export function readersOfPrompts(sent: readonly SentPrompt[]): PromptsResult {
  let scene = 0;
  const inScenes = sent.map((each) => ({ ...each, scene: OPENINGS.includes(each.prompt) ? ++scene : Math.max(1, scene) }));
  const tokensByScene = Array.from({ length: scene }, (_, index) =>
    sum(inScenes.filter((each) => each.scene === index + 1).map(({ inputTokens }) => inputTokens)),
  );
  const largest = sent.reduce((most, each) => (each.inputTokens > most.inputTokens ? each : most));
  return {
    scenes: scene,
    calls: sent.length,
    tokensByScene,
    largest: { prompt: largest.prompt, tokens: largest.inputTokens },
    readers: ['partners', 'director', 'judge'].map((reader) =>
      rowOf(
        reader,
        inScenes.filter(({ prompt }) => readerOf(prompt) === reader),
      ),
    ),
  };
}

function readerOf(prompt: string): string {
  return isOfPartner(prompt) ? 'partners' : prompt === 'commitment-score' ? 'judge' : 'director';
}

function rowOf(reader: string, sent: readonly (SentPrompt & { readonly scene: number })[]): ReaderRow {
  const last = new Map<string, (typeof sent)[number]>();
  const pairs = sent.map((each) => {
    const before = last.get(each.stable);
    last.set(each.stable, each);
    const same = before === undefined ? 0 : commonBeginning(before.text, each.text);
    return { same, length: each.text.length, isWithin: before?.scene === each.scene };
  });
  const share = (chosen: typeof pairs): number => sum(chosen.map(({ same }) => same)) / sum(chosen.map(({ length }) => length));
  const tokens = sum(sent.map(({ inputTokens }) => inputTokens));
  return {
    reader,
    calls: sent.length,
    tokensPerCall: tokens / sent.length,
    largestTokens: Math.max(...sent.map(({ inputTokens }) => inputTokens)),
    sameWithinScene: share(pairs.filter(({ isWithin }) => isWithin)),
    sameAsBefore: share(pairs),
    cacheReads: sum(sent.map(({ cacheReadTokens }) => cacheReadTokens)) / tokens,
  };
}

function commonBeginning(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
