import { adjudicate, formatOrder, POWERS, startingPosition } from '@entente/diplomacy-rules';
import { DIARY_KINDS } from '../src/state/agent-state.js';
import { forEveryPower, type GameFact, type OrderRecord, type PressMessage, RELATIONSHIPS } from '../src/state/index.js';

import fc from 'fast-check';

/** A unique text that names the powers that may know it: `<FRANCE,ITALY#17>`. */
export const secretOf = (readers: readonly string[], number: number): string => `<${readers.join(',')}#${number}>`;

/** Facts of a short game in which every text is marked with the powers that may read it. */
export const arbitraryGame: fc.Arbitrary<readonly GameFact[]> = fc
  .array(
    fc.record({ kind: fc.nat({ max: 7 }), power: fc.nat({ max: 6 }), other: fc.nat({ max: 7 }), die: fc.nat({ max: 99 }) }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((draws) => {
    let position = startingPosition();
    let round = 0;
    const facts: GameFact[] = [
      {
        type: 'game-begun',
        settings: {
          maxYear: 1905,
          negotiationRounds: 3,
          adaptiveRounds: false,
          planning: true,
          phaseSummaries: false,
          rulebook: '2023',
        },
        seats: forEveryPower(() => ({ model: 'offline' })),
        position,
      },
    ];
    draws.forEach((draw, number) => {
      const power = POWERS[draw.power]!;
      const own = secretOf([power], number);
      const { phase } = position;
      switch (draw.kind) {
        case 0:
          facts.push({ type: 'agent-initialized', phase, power, goals: [own], relationships: {} });
          break;
        case 1:
        case 2: {
          round += 1;
          facts.push({
            type: 'round-held',
            phase,
            round,
            messages: [messageOf(draw, number, { phase, round })],
            dropped: [],
            done: [],
          });
          break;
        }
        case 3:
          facts.push({ type: 'plan-made', phase, power, plan: own });
          break;
        case 4:
          facts.push({ type: 'diary-written', phase, power, kind: DIARY_KINDS[draw.die % 3] ?? 'orders', text: own });
          break;
        case 5: {
          const towards = POWERS[draw.other % 7]!;
          const relationship = RELATIONSHIPS[draw.die % 5] ?? 'Neutral';
          facts.push({
            type: 'agent-updated',
            phase,
            power,
            goals: [own],
            relationships: { [towards]: relationship },
            note: own,
          });
          break;
        }
        case 6:
          facts.push({ type: 'diary-consolidated', power, throughYear: 1900 + (draw.die % 3), text: own });
          break;
        default: {
          const { outcomes, next } = adjudicate(position, {});
          const records = outcomes.map((outcome): OrderRecord => ({
            power: outcome.power,
            order: formatOrder(outcome.order),
            results: outcome.results,
          }));
          facts.push({ type: 'phase-resolved', phase, outcomes: records, next });
          position = next;
          round = 0;
        }
      }
    });
    return facts;
  });

function messageOf(
  draw: { readonly power: number; readonly other: number },
  number: number,
  at: { readonly phase: string; readonly round: number },
): PressMessage {
  const sender = POWERS[draw.power]!;
  const recipient = POWERS[draw.other] ?? 'GLOBAL';
  const readers = recipient === 'GLOBAL' ? POWERS : [sender, recipient];
  return { ...at, sender, recipient, text: secretOf(readers, number) };
}
