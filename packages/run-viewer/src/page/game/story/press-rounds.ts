import type { DroppedMessage, PressMessage, ReplyMissing } from '@entente/diplomacy-game/state';
import type { Power } from '@entente/diplomacy-rules';
import type { StoryPhase } from './game-story';

/** A message, or one that was not delivered. */
export type ShownMessage = PressMessage | DroppedMessage;

/** Messages that were written at the same time. */
export interface PressRound {
  /** From 1; 0 where the record does not tell rounds apart. */
  readonly round: number;
  readonly messages: readonly ShownMessage[];
}

/** Powers whose press is shown: all, those with one power, or those between two. */
export interface PressFilter {
  readonly one: Power | null;
  readonly other: Power | null;
}

/** Groups the press of a phase by round, dropped messages among the delivered ones of their sender. */
export function pressRounds(
  { press, dropped }: Pick<StoryPhase, 'press' | 'dropped'>,
  filter: PressFilter,
): readonly PressRound[] {
  const rounds = new Map<number, ShownMessage[]>();
  for (const message of [...press, ...dropped]) {
    if (!isShown(message, filter)) continue;
    const known = rounds.get(message.round);
    if (known) known.push(message);
    else rounds.set(message.round, [message]);
  }
  return [...rounds].sort(([one], [other]) => one - other).map(([round, messages]) => ({ round, messages }));
}

/** Whether a message concerns the chosen powers. A message to everybody concerns every power, so it is shown where its sender is chosen. */
function isShown({ sender, recipient }: ShownMessage, { one, other }: PressFilter): boolean {
  if (one === null && other === null) return true;
  if (one === null || other === null || one === other) {
    const power = one ?? other;
    return sender === power || recipient === power || recipient === 'GLOBAL';
  }
  const isOfTheTwo = (name: string): boolean => name === one || name === other;
  return isOfTheTwo(sender) && (isOfTheTwo(recipient) || recipient === 'GLOBAL');
}

/** Replies that a phase lacks, of one kind. */
export const missingOf = (phase: Pick<StoryPhase, 'missing'>, type: ReplyMissing['type']): readonly ReplyMissing[] =>
  phase.missing.filter((one) => one.type === type);
