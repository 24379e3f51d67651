import { type Power, POWERS, standardMap } from '@entente/diplomacy-rules';
import type { Message, MessagePart } from '@entente/llm-clients';
import { describeMap } from '../context/describe-map.js';
import type { AgentState } from '../state/agent-state.js';
import type { PhaseRecord, PressMessage } from '../state/index.js';
import { onOneParagraph } from '../state/press-message.js';

/** Titles of the sections of a prompt, each alone on its line. Readers of a prompt find its parts by them. */
export const SECTIONS = {
  map: 'THE MAP',
  character: 'WHO YOU ARE',
  memory: 'WHAT YOU REMEMBER',
  happened: 'WHAT HAPPENED',
  board: 'THE BOARD',
  units: 'YOUR UNITS',
  legalOrders: 'YOUR LEGAL ORDERS',
  press: 'PRESS',
  standing: 'WHERE YOU STAND',
  task: 'YOUR TASK',
} as const;

/** Rules and personality of the power that is asked, the same in every prompt of a game. */
export interface Character {
  readonly power: Power;
  /** Rules of the game, and instructions for answers. */
  readonly rules: string;
  /** Description of this power. */
  readonly briefing: string;
}

/**
 * Builds the messages of every prompt of a power, the most stable parts first, because providers cache common beginnings: parts that are
 * the same for all powers and the whole game (rules, map), parts that are the same for this power (personality), parts that only grow or
 * change once a phase (memory, board), parts that grow within a phase (press), and last the question.
 * @param history sections that stay the same for the whole phase; empty ones are left out
 * @param tail sections that change within a phase: press and question. The place before them is marked for providers that cache up to a
 * mark
 */
export function gameMessages(character: Character, history: readonly string[], tail: readonly string[]): readonly Message[] {
  return [
    {
      role: 'system',
      parts: [
        { kind: 'stable', text: `${character.rules}\n\n${SECTIONS.map}\n${mapText}` },
        { kind: 'stable', text: `${SECTIONS.character}\nYou are ${character.power}. ${character.briefing}` },
      ],
    },
    {
      role: 'user',
      parts: [...partsOf('history', history), ...partsOf('tail', tail)],
    },
  ];
}

const partsOf = (kind: MessagePart['kind'], sections: readonly string[]): readonly MessagePart[] =>
  sections.filter((section) => section !== '').map((text) => ({ kind, text }));

const mapText = describeMap(standardMap);

/** Consolidated years, then the diary, one entry a line: `[S1901M negotiation] ...`. */
export function memorySection({ consolidated, diary }: Pick<AgentState, 'consolidated' | 'diary'>): string {
  const years = consolidated === null ? [] : [`Through ${consolidated.throughYear}: ${onOneParagraph(consolidated.text)}`];
  const entries = diary.map(({ phase, kind, text }) => `[${phase} ${kind}] ${onOneParagraph(text)}`);
  const lines = [...years, ...entries];
  return lines.length === 0 ? '' : [SECTIONS.memory, ...lines].join('\n');
}

/** Orders of a phase and their results, one line for each power: `A PAR - BUR (bounce); F BRE H`. The text is built once for all powers. */
export function happenedSection({ phase, outcomes }: Pick<PhaseRecord, 'phase' | 'outcomes'>): string {
  const known = happened.get(outcomes);
  if (known !== undefined) return known;
  const orders = new Map<Power, string[]>();
  for (const { power, order, results } of outcomes) {
    const own = orders.get(power) ?? [];
    own.push(results.length === 0 ? order : `${order} (${results.join(', ')})`);
    orders.set(power, own);
  }
  const lines = POWERS.flatMap((power) => (orders.has(power) ? [`${power}: ${orders.get(power)?.join('; ')}`] : []));
  const section = [`${SECTIONS.happened} IN ${phase}`, ...lines].join('\n');
  happened.set(outcomes, section);
  return section;
}

const happened = new WeakMap<PhaseRecord['outcomes'], string>();

/** Messages of one phase, one a line: `[round 1] FRANCE to ENGLAND: ...`, `[round 1] FRANCE to all: ...`. */
export function pressSection(phase: string, press: readonly PressMessage[]): string {
  if (press.length === 0) return '';
  return [`${SECTIONS.press} OF ${phase}`, ...press.map(pressLine)].join('\n');
}

/** A message as prompts show it. */
export const pressLine = ({ round, sender, recipient, text }: PressMessage): string =>
  `[round ${round}] ${sender} to ${recipient === 'GLOBAL' ? 'all' : recipient}: ${onOneParagraph(text)}`;
