import type { Power } from '@entente/diplomacy-rules';

/** A delivered message. A message to nobody is a `DroppedMessage`. */
export interface PressMessage {
  readonly phase: string;
  /** Counts from 1 within the phase. Messages of a round are written at the same time and read in the next one. */
  readonly round: number;
  readonly sender: Power;
  /** One power, or everybody. */
  readonly recipient: Power | 'GLOBAL';
  readonly text: string;
}

/** Reasons why a message was not delivered. A dropped message is never sent to somebody else instead. */
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

/** Whether a power may read a message: as its writer, its recipient, or one of everybody. */
export const isReadBy = ({ sender, recipient }: PressMessage, power: Power): boolean =>
  recipient === 'GLOBAL' || recipient === power || sender === power;

const LINE_END = /[\n\v\f\r\u0085\u2028\u2029]/;
const AROUND_LINE_ENDS = /\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g;

/** Joins the lines of a text with ` / `, so that no word of another power begins a line and passes for a section of a prompt. */
export const onOneParagraph = (text: string): string => {
  const trimmed = text.trim();
  return LINE_END.test(trimmed) ? trimmed.replaceAll(AROUND_LINE_ENDS, ' / ') : trimmed;
};
