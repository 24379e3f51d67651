import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { callBase, deliverMessages, type GameState, type WrittenMessage } from '@entente/diplomacy-game';
import { checkOrder, explainIllegal, formatOrder, parseOrder, parsePhase, type Power } from '@entente/diplomacy-rules';
import { readReply } from '@entente/llm-clients';
import { type ForkStart, type RunEdit, UsageError } from '@entente/run-console';
import { callPath, parseCallPath } from '@entente/simulation-core';
import { z } from 'zod';
import { explainDropped } from './lost-messages.js';
import { readPower } from './seats-of-options.js';

const ordersSchema = z.record(z.string(), z.array(z.string()));
const messagesSchema = z.record(
  z.string(),
  z.array(z.strictObject({ round: z.number().int().min(1).default(1), recipient: z.string(), text: z.string() })),
);

type Start = Pick<ForkStart<GameState>, 'answers' | 'state' | 'step'>;

/** Replies in the place of those on record. A power's messages of a round are replaced together. @throws UsageError */
export async function editsOfFiles(
  { editOrders, editMessages }: { readonly editOrders: string | undefined; readonly editMessages: string | undefined },
  start: Start,
  cwd: string,
): Promise<RunEdit> {
  const replies: Record<string, string> = {};
  const summary: string[] = [];
  if (editOrders !== undefined) {
    for (const [name, orders] of Object.entries(await readJson(cwd, editOrders, ordersSchema, '--edit-orders'))) {
      const power = readPower(name, '--edit-orders');
      const { path, isPerson } = replyAt(start, callBase.orders({ phase: start.step, power }), power);
      const checked = orders.map((order) => checkedOrder(order, power, start.state));
      assertUnitsOnce(checked, power);
      replies[path] = isPerson
        ? checked.join('\n')
        : JSON.stringify({ reasoning: '', ...objectAt(start, path), orders: checked });
      summary.push(`orders of ${power}`);
    }
  }
  if (editMessages !== undefined) {
    for (const [name, messages] of Object.entries(await readJson(cwd, editMessages, messagesSchema, '--edit-messages'))) {
      const power = readPower(name, '--edit-messages');
      for (const round of new Set(messages.map((message) => message.round))) {
        assertRound(start, power, round);
        const { path, isPerson } = replyAt(start, callBase.message({ phase: start.step, round, power }), power);
        const said = messages
          .filter((message) => message.round === round)
          .map(({ recipient, text: words }) => ({ recipient, text: words }));
        assertDelivered(start.state, power, round, said);
        replies[path] = isPerson
          ? said.map((message) => `${message.recipient}: ${message.text}`).join('\n')
          : JSON.stringify({ done: false, ...objectAt(start, path), messages: said });
      }
      summary.push(`messages of ${power}`);
    }
  }
  return Object.keys(replies).length === 0 ? {} : { replies, summary: summary.join(', ') };
}

/** Path of the reply that counts: in two-step mode the one with the JSON, otherwise the first. */
function replyAt({ answers, step }: Start, base: string, power: Power): { readonly path: string; readonly isPerson: boolean } {
  const paths = [...answers.keys()]
    .map(parseCallPath)
    .filter((path) => path.base === base)
    .sort((a, b) => a.number - b.number)
    .map(({ number }) => callPath(base, number));
  const labelled = (start: string): string | undefined => paths.find((path) => answers.get(path)?.label?.name.startsWith(start));
  const path = labelled('format-') ?? paths[0];
  if (path === undefined)
    throw new UsageError(
      `${power} has no answer on record at ${base} in ${step}; a bot, or a power without a say there, cannot be edited.`,
    );
  return { path, isPerson: labelled('ask-person-') !== undefined };
}

/** The recorded reply as an object, so that an edit leaves alone whatever else was said in it. */
function objectAt({ answers }: Start, path: string): object {
  const read = readReply(answers.get(path)?.result.text ?? '');
  return read.ok && typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value) ? read.value : {};
}

function assertUnitsOnce(orders: readonly string[], power: Power): void {
  const units = orders.filter((order) => !/^WAIVE$/.test(order)).map((order) => order.split(' ', 2).join(' '));
  const twice = units.find((unit, index) => units.indexOf(unit) !== index);
  if (twice !== undefined) throw new UsageError(`--edit-orders gives ${twice} of ${power} two orders; give it one.`);
}

/** Refuses messages where nobody writes any. */
function assertRound({ state, step }: Start, power: Power, round: number): void {
  const { position, settings } = state;
  if (parsePhase(position.phase)?.type !== 'M')
    throw new UsageError(`--edit-messages has no effect at ${step}: messages are written in movement phases alone.`);
  if (position.units[power].length === 0 && position.centers[power].length === 0)
    throw new UsageError(`--edit-messages: ${power} is eliminated before ${step} and writes nothing.`);
  const rounds = settings?.negotiationRounds ?? 0;
  if (round > rounds)
    throw new UsageError(
      `--edit-messages: there is no round ${round} of messages in ${step}; the game has ${rounds === 0 ? 'none' : `${rounds} a phase`}.`,
    );
}

/** Refuses messages that the game would not deliver. */
function assertDelivered(state: GameState, power: Power, round: number, said: readonly WrittenMessage[]): void {
  const [dropped] = deliverMessages({ ...state, roundsHeld: round - 1 }, power, said).dropped;
  if (dropped !== undefined) throw new UsageError(`--edit-messages: ${explainDropped(dropped)}.`);
}

function checkedOrder(order: string, power: Power, { position }: GameState): string {
  const parsed = parseOrder(order, { position, power });
  if (!parsed.ok) throw new UsageError(`--edit-orders: "${order}" is not understood. ${parsed.refusal.message}`);
  const illegality = checkOrder(position, power, parsed.order);
  if (illegality !== null) throw new UsageError(`--edit-orders: "${order}" is not allowed. ${explainIllegal(illegality)}`);
  return formatOrder(parsed.order);
}

async function readJson<Value>(cwd: string, file: string, schema: z.ZodType<Value>, flag: string): Promise<Value> {
  const source = await readFile(resolve(cwd, file), 'utf8').catch((cause: unknown) => {
    throw new UsageError(`${flag}: ${file} cannot be read.`, { cause });
  });
  const parsed = schema.safeParse(jsonOf(source, file, flag));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(
    `${flag}: ${file} is not what is needed (${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? ''}).`,
  );
}

function jsonOf(source: string, file: string, flag: string): unknown {
  try {
    return JSON.parse(source);
  } catch (cause) {
    throw new UsageError(`${flag}: ${file} is no JSON.`, { cause });
  }
}
