import type { Power } from '@entente/diplomacy-rules';

/** A message that was delivered. What was addressed to nobody is a `DroppedMessage`. */
export interface PressMessage {
  readonly phase: string;
  /** From 1 within the phase; messages of a round are written at the same time, and read in the next. */
  readonly round: number;
  readonly sender: Power;
  /** One power, or everybody. */
  readonly recipient: Power | 'GLOBAL';
  readonly text: string;
}

/** Why a message was not delivered. It is never sent to somebody else instead. */
export const DROP_REASONS = ['unknown-recipient', 'eliminated-recipient', 'to-oneself', 'repeated', 'too-many', 'empty'] as const;

/** A message that was written and not delivered. */
export interface DroppedMessage {
  readonly phase: string;
  readonly round: number;
  readonly sender: Power;
  /** As it was written. */
  readonly recipient: string;
  readonly text: string;
  readonly reason: (typeof DROP_REASONS)[number];
}

/** Whether a power gets to read a message: it wrote it, it is the one addressed, or everybody is. */
export const isReadBy = ({ sender, recipient }: PressMessage, power: Power): boolean =>
  recipient === 'GLOBAL' || recipient === power || sender === power;
