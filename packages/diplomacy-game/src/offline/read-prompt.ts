import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { OfflineRequest } from '@entente/llm-clients';
import { expandLegalOrders } from '../context/describe-legal-orders.js';
import { PLAIN_WORDS } from '../prompts/task-section.js';
import { type Relationship, RELATIONSHIPS } from '../state/index.js';
import { promptSections, type SectionName } from './prompt-sections.js';
import { type Board, readBoard } from './read-board.js';
import { type OrderText, readOrderText, UNIT_PATTERN } from './read-order-text.js';
import { type PressLine, readPress } from './read-press.js';

/** An order and its result. */
export interface PlayedOrder extends OrderText {
  readonly power: Power;
  /** Empty if the order succeeded. */
  readonly results: readonly string[];
}

/** Content of a power's prompt, as the offline diplomat reads it. Parts that the prompt does not show are empty. */
export interface Reading {
  readonly self: Power;
  readonly briefing: string;
  readonly board: Board | null;
  readonly legalOrders: readonly string[];
  readonly relationships: { readonly [power in Power]?: Relationship };
  readonly goals: readonly string[];
  readonly memory: readonly string[];
  /** By phase, in the order of the prompt. */
  readonly press: ReadonlyMap<string, readonly PressLine[]>;
  readonly happened: ReadonlyMap<string, readonly PlayedOrder[]>;
  /** Number of rounds that are over in this phase, and maximum number of rounds; 0 if the prompt does not tell. */
  readonly roundsHeld: number;
  readonly rounds: number;
  readonly task: string;
  readonly wantsPlainWords: boolean;
  /** Everything after the character, for readers of texts outside the sections. */
  readonly text: string;
}

const SELF = new RegExp(`\\b(?:You are|you are|YOU ARE) (${POWERS.join('|')})\\b`);
const RELATION = new RegExp(`\\b(${POWERS.join('|')})\\b\\W{1,4}(${RELATIONSHIPS.join('|')})\\b`, 'gi');
const STAGE = /(\d+) of at most (\d+) rounds?/;

/** Reads a prompt of a power. */
export function readPrompt(request: OfflineRequest): Reading {
  const sections = promptSections(request);
  const all = (name: SectionName) => sections.filter((section) => section.name === name);
  const body = (name: SectionName): string => all(name).at(-1)?.body ?? '';
  const system = request.messages.find(({ role }) => role === 'system')?.text ?? '';
  const text = request.messages.find(({ role }) => role === 'user')?.text ?? '';
  const standing = body('standing') || text;
  const stage = STAGE.exec(standing);
  const legalOrders = readLegalOrders(body('legalOrders') || text);
  return {
    self: (SELF.exec(body('character') || system)?.[1] ?? SELF.exec(text)?.[1] ?? POWERS[0]) as Power,
    briefing: body('character'),
    board: readBoard(body('board') || text),
    legalOrders,
    relationships: readRelationships(standing),
    goals: readGoals(standing),
    memory: body('memory').split('\n').filter(Boolean),
    press: new Map(all('press').map((section) => [section.about, readPress(section.body)])),
    happened: new Map(all('happened').map((section) => [section.about, readHappened(section.body)])),
    roundsHeld: Number(stage?.[1] ?? 0),
    rounds: Number(stage?.[2] ?? 0),
    task: body('task'),
    wantsPlainWords: text.includes(PLAIN_WORDS) || body('task').includes(PLAIN_WORDS),
    text,
  };
}

/** Reads relationships from a text: from the line of relationships, otherwise from any power before a label. */
export function readRelationships(text: string): Reading['relationships'] {
  const relationships: { [power in Power]?: Relationship } = {};
  const line = /^Relationships: .*$/m.exec(text)?.[0] ?? text;
  for (const [, power, label] of line.matchAll(RELATION)) {
    relationships[power?.toUpperCase() as Power] ??=
      RELATIONSHIPS.find((each) => each.toLowerCase() === label?.toLowerCase()) ?? 'Neutral';
  }
  return relationships;
}

/** The lines under `Goals:`. */
export function readGoals(text: string): readonly string[] {
  const [, after = ''] = text.split(/^Goals:\s*$/m);
  const lines = after.trimStart().split('\n');
  const end = lines.findIndex((line) => !line.startsWith('- '));
  return (end < 0 ? lines : lines.slice(0, end)).map((line) => line.slice(2));
}

const MOVEMENT_LINE = new RegExp(`^${UNIT_PATTERN}: (?:H|- |[SC] ).*$`, 'gm');
const OTHER_ORDER = new RegExp(`^(?:${UNIT_PATTERN} (?:R [A-Z]{3}(?:/[NSEW]C)?|D|B)|WAIVE)(?:; .*)?$`, 'gm');

/** Reads the orders that a list of legal orders allows, anywhere in the text. */
function readLegalOrders(text: string): readonly string[] {
  const lines = text.match(MOVEMENT_LINE) ?? text.match(OTHER_ORDER) ?? [];
  return expandLegalOrders(`\n\n${lines.join('\n')}`).filter((order) => order !== '');
}

const RESULTS = / \(([a-z ,]+)\)$/;

function readHappened(body: string): readonly PlayedOrder[] {
  return body.split('\n').flatMap((line) => {
    const colon = line.indexOf(': ');
    const power = line.slice(0, colon) as Power;
    if (!POWERS.includes(power)) return [];
    return line
      .slice(colon + 2)
      .split('; ')
      .map((item): PlayedOrder => {
        const results = RESULTS.exec(item);
        const order = readOrderText(results === null ? item : item.slice(0, results.index));
        return { ...order, power, results: results?.[1]?.split(', ') ?? [] };
      });
  });
}
