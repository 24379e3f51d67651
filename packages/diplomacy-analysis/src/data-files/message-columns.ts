import type { Power, SavedPhase } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import type { Row } from '@entente/studies/tables';
import type { StandingOfPhase } from './standing-of-phase.js';

/** Numbers of a power's messages, by recipient. */
export interface SentMessages {
  readonly global: number;
  readonly private: number;
  /** Private messages by the writer's relationship to the reader after the phase. The three may add up to less than `private`. */
  readonly toAllies: number;
  readonly toEnemies: number;
  readonly toNeutrals: number;
  readonly characters: number;
}

/** Counts what a power wrote in a phase. @param standing `null` while the phase goes on */
export function sentMessages({ messages = [] }: SavedPhase, power: Power, standing: StandingOfPhase | null): SentMessages {
  const sent = messages.filter(({ sender }) => sender === power);
  const addressed = sent.filter(({ recipient }) => recipient !== 'GLOBAL');
  const steps = addressed.flatMap(({ recipient }) => standing?.towards.get(recipient as Power) ?? []);
  return {
    global: sent.length - addressed.length,
    private: addressed.length,
    toAllies: steps.filter((step) => step > 0).length,
    toEnemies: steps.filter((step) => step < 0).length,
    toNeutrals: steps.filter((step) => step === 0).length,
    characters: sent.reduce((sum, { message }) => sum + message.length, 0),
  };
}

/** Messages of several phases together. */
export function sumOfMessages(all: readonly SentMessages[]): SentMessages {
  const sum = (of: keyof SentMessages): number => all.reduce((total, each) => total + each[of], 0);
  return {
    global: sum('global'),
    private: sum('private'),
    toAllies: sum('toAllies'),
    toEnemies: sum('toEnemies'),
    toNeutrals: sum('toNeutrals'),
    characters: sum('characters'),
  };
}

/** A share in percent; `null` of nothing. */
export const percentOf = (part: number, whole: number): Measured => (whole === 0 ? null : (part / whole) * 100);

/** The block `total_messages_sent` ... `average_message_length_chars`; percentages to allies, enemies and neutrals are of these three. */
export function messageColumns(sent: SentMessages): Row {
  const { global, toAllies, toEnemies, toNeutrals, characters } = sent;
  const total = global + sent.private;
  const known = toAllies + toEnemies + toNeutrals;
  return {
    total_messages_sent: total,
    messages_to_allies: toAllies,
    messages_to_enemies: toEnemies,
    messages_to_neutrals: toNeutrals,
    global_messages_count: global,
    private_messages_count: sent.private,
    percent_global_messages: percentOf(global, total),
    percent_messages_to_allies: percentOf(toAllies, known),
    percent_messages_to_enemies: percentOf(toEnemies, known),
    percent_messages_to_neutrals: percentOf(toNeutrals, known),
    average_message_length_chars: total === 0 ? null : characters / total,
  };
}

/** The names of `messageColumns`, empty: rows about other replies than messages have none, so that sums count each message once. */
export const NO_MESSAGE_COLUMNS: Row = Object.fromEntries(
  Object.keys(messageColumns({ global: 0, private: 0, toAllies: 0, toEnemies: 0, toNeutrals: 0, characters: 0 })).map((key) => [
    key,
    null,
  ]),
);
