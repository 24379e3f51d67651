import { type Power, POWERS, standardMap } from '@entente/diplomacy-rules';
import type { Message, MessagePart } from '@entente/llm-clients';
import { describeMap } from '../context/index.js';
import type { AgentState, PhaseRecord, PressMessage } from '../state/index.js';
import { onOneParagraph } from '../state/on-one-paragraph.js';

/** First lines of the sections of a prompt, each alone on its line. Whoever reads a prompt finds its way by them. */
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

/** Who is asked: rules and personality, the same in every prompt of a game. */
export interface Character {
  readonly power: Power;
  /** The rules of the game, and how to answer. */
  readonly rules: string;
  /** Who this power is, in words. */
  readonly briefing: string;
}

/**
 * The messages of every prompt of a power. What is the same for all powers and the whole game comes first (rules, map), then what is the
 * same for this power (its personality), then what only grows or changes once a phase (memory, board), then what grows within a phase
 * (press), and last what is asked: so that as much as can be is the beginning of an earlier prompt, which providers do not read twice.
 * @param history sections that stay the same for the whole phase, in that order; empty ones are left out
 * @param tail sections that change within a phase: press, and what is asked. A provider that caches up to a marked place is told to do so before them
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

/** Consolidated years, then the diary, an entry a paragraph: `[S1901M negotiation] ...`. */
export function memorySection({ consolidated, diary }: Pick<AgentState, 'consolidated' | 'diary'>): string {
  const years = consolidated === null ? [] : [`Through ${consolidated.throughYear}: ${onOneParagraph(consolidated.text)}`];
  const entries = diary.map(({ phase, kind, text }) => `[${phase} ${kind}] ${onOneParagraph(text)}`);
  const lines = [...years, ...entries];
  return lines.length === 0 ? '' : [SECTIONS.memory, ...lines].join('\n');
}

/** What was ordered in a phase and what came of it: a line a power, `A PAR - BUR (bounce); F BRE H`. Written once for all powers. */
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

/** Messages of one phase, a line each: `[round 1] FRANCE to ENGLAND: ...`, `[round 1] FRANCE to all: ...`. */
export function pressSection(phase: string, press: readonly PressMessage[]): string {
  if (press.length === 0) return '';
  return [`${SECTIONS.press} OF ${phase}`, ...press.map(pressLine)].join('\n');
}

/** A message as prompts show it. */
export const pressLine = ({ round, sender, recipient, text }: PressMessage): string =>
  `[round ${round}] ${sender} to ${recipient === 'GLOBAL' ? 'all' : recipient}: ${onOneParagraph(text)}`;
