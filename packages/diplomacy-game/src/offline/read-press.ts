import type { Power } from '@entente/diplomacy-rules';
import { POWERS } from '@entente/diplomacy-rules';

/** A message as prompts show it. */
export interface PressLine {
  /** From 1. */
  readonly round: number;
  readonly sender: Power;
  readonly recipient: Power | 'GLOBAL';
  readonly text: string;
}

const LINE = /^\[round (\d+)\] ([A-Z]+) to ([A-Za-z]+): (.*)$/gm;

/** Reads the messages listed in a section of a prompt; lines of another form are skipped. */
export function readPress(body: string): readonly PressLine[] {
  return [...body.matchAll(LINE)].flatMap(([, round, sender, recipient, text]): readonly PressLine[] => {
    const to = recipient === 'all' ? 'GLOBAL' : (recipient as Power);
    if (!POWERS.includes(sender as Power) || (to !== 'GLOBAL' && !POWERS.includes(to))) return [];
    return [{ round: Number(round), sender: sender as Power, recipient: to, text: text ?? '' }];
  });
}
