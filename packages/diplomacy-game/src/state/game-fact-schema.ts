import { ORDER_RESULTS, POWERS } from '@entente/diplomacy-rules';
import { z } from 'zod';
import { DIARY_KINDS, RELATIONSHIPS } from './agent-state.js';
import { GAME_ENDINGS, type GameFact, MISSING_TYPES } from './game-facts.js';
import { DROP_REASONS } from './press-message.js';

const text = z.string();
const texts = z.array(text);
const count = z.int().nonnegative();
const power = z.enum(POWERS);
const phase = text.min(1);
const byPower = <Value extends z.ZodType>(value: Value) => z.record(power, value);
const ofSome = <Value extends z.ZodType>(value: Value) => z.partialRecord(power, value);

const settings = z.looseObject({ maxYear: z.int(), negotiationRounds: count });
const seats = byPower(z.looseObject({ model: text }));
const position = z.looseObject({
  phase,
  units: byPower(texts),
  centers: byPower(texts),
  retreats: byPower(z.record(text, texts)),
});
const relationships = ofSome(z.enum(RELATIONSHIPS));
const message = z.looseObject({ phase, round: count, sender: power, recipient: z.enum([...POWERS, 'GLOBAL']), text });
const dropped = z.looseObject({ phase, round: count, sender: power, recipient: text, text, reason: z.enum(DROP_REASONS) });
const gap = z.enum(['refusal', 'length-cut', 'unparsable']);

const diaryWritten = z.looseObject({ type: z.literal('diary-written'), phase, power, kind: z.enum(DIARY_KINDS), text });
const agentUpdated = z.looseObject({
  type: z.literal('agent-updated'),
  // Empty where a seat without a mind has nothing to say of any phase.
  phase: text,
  power,
  goals: texts.optional(),
  relationships: relationships.optional(),
  note: text.optional(),
});
const replyMissing = z.looseObject({ type: z.enum(MISSING_TYPES), phase, power: power.optional(), reason: gap, detail: text });

/**
 * Reads a fact of a game from a journal. Unknown fields are kept and later additions are optional, so that facts of every version can be
 * read.
 */
export const gameFactSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('game-begun'), settings, seats, position }),
  z.looseObject({ type: z.literal('table-changed'), settings, seats }),
  z.looseObject({ type: z.literal('agent-initialized'), phase: text, power, goals: texts, relationships }),
  z.looseObject({
    type: z.literal('round-held'),
    phase,
    round: count,
    messages: z.array(message),
    dropped: z.array(dropped),
    done: z.array(power),
  }),
  z.looseObject({ type: z.literal('plan-made'), phase, power, plan: text }),
  diaryWritten,
  agentUpdated,
  z.looseObject({ type: z.literal('diary-consolidated'), power, throughYear: z.int(), text }),
  z.looseObject({
    type: z.literal('orders-submitted'),
    phase,
    power,
    orders: texts,
    valid: count,
    repaired: count,
    illegal: texts,
  }),
  z.looseObject({
    type: z.literal('orders-defaulted'),
    phase,
    power,
    units: texts,
    reason: z.enum(['not-ordered', 'illegal', ...gap.options]),
    detail: text,
  }),
  z.looseObject({
    type: z.literal('phase-analyzed'),
    phase: text,
    power,
    written: z.array(z.discriminatedUnion('type', [diaryWritten, agentUpdated, replyMissing])),
  }),
  z.looseObject({
    type: z.literal('phase-resolved'),
    phase,
    outcomes: z.array(z.looseObject({ power, order: text, results: z.array(z.enum(ORDER_RESULTS)) })),
    next: position,
  }),
  z.looseObject({ type: z.literal('phase-summarized'), phase, text }),
  z.looseObject({ type: z.literal('game-ended'), ending: z.enum(GAME_ENDINGS), result: z.looseObject({}).optional() }),
  replyMissing,
]) as unknown as z.ZodType<GameFact>;
