import { formatOrder, legalOrdersOfPower, type LegalOrder, parsePhase, type Power, POWERS } from '@entente/diplomacy-rules';
import { cutText, settleReply } from '@entente/llm-clients';
import { inParallel, type Scope } from '@entente/simulation-core';
import type { PowerAgent, WrittenOrders } from '../agents/power-agent.js';
import type { GameTable } from '../game-table.js';
import { complaintsAbout, type SettledOrders, settleOrders } from '../orders/settle-orders.js';
import { SCOPE } from '../paths/call-base.js';
import { applyGameFact, type GameFact, type GameState, observe, type OrdersDefaulted } from '../state/index.js';
import { toMissing } from './missing-reply.js';
import { makePlan } from './planning-phase.js';

/**
 * Asks every power that has something to order for its orders. Each power is one chain of calls: its review of the negotiation (or its
 * plan, in a game without press), then its orders. No power waits for another.
 */
export async function getOrders(scope: Scope, state: GameState, table: GameTable): Promise<readonly GameFact[]> {
  const powers = POWERS.filter((power) => legalOrdersOfPower(state.position, power).length > 0);
  const facts = await inParallel(scope, powers, (power, branch) => decide(branch, state, { power, table }));
  return powers.flatMap((power) => facts[power]);
}

async function decide(
  scope: Scope,
  state: GameState,
  { power, table }: { readonly power: Power; readonly table: GameTable },
): Promise<readonly GameFact[]> {
  const agent = table.agents[power];
  const { negotiationRounds, planning } = table.settings;
  const isMovement = parsePhase(state.position.phase)?.type === 'M';
  const thought: GameFact[] = [];
  if (isMovement && planning && negotiationRounds === 0) thought.push(...(await makePlan(scope.child(SCOPE.plan), state, agent)));
  if (isMovement && negotiationRounds > 0) thought.push(...(await reviewNegotiation(scope.child(SCOPE.diary), state, agent)));
  return [...thought, ...(await writeOrders(scope, thought.reduce(applyGameFact, state), { agent, table }))];
}

/** Asks one power for its review of the negotiation. */
async function reviewNegotiation(scope: Scope, state: GameState, agent: PowerAgent): Promise<readonly GameFact[]> {
  const { power, mind } = agent;
  const { phase } = state.position;
  if (mind === null) return [];
  const review = await settleReply(mind.reviewNegotiation(scope, observe(state, power)));
  if (!review.ok) return [toMissing('diary-missing', review.error, { phase, power })];
  const { diary, ...reflection } = review.value;
  return [
    { type: 'diary-written', phase, power, kind: 'negotiation', text: diary },
    { type: 'agent-updated', phase, power, ...reflection },
  ];
}

/**
 * Asks one power for its orders, and a second time, with all complaints, if the first answer leaves something open. A second order to the
 * same unit and an order to a foreign unit are counted, but are not worth another call.
 */
async function writeOrders(
  scope: Scope,
  state: GameState,
  { agent, table }: { readonly agent: PowerAgent; readonly table: GameTable },
): Promise<readonly GameFact[]> {
  const { power } = agent;
  const { position } = state;
  const { phase } = position;
  const { rulebook } = table.settings;
  const observation = observe(state, power);
  const settle = (texts: readonly string[]): SettledOrders => settleOrders(position, power, { texts, rulebook });

  const first = await settleReply(agent.writeOrders(scope, observation));
  const written: WrittenOrders = first.ok ? first.value : { orders: [], reasoning: '' };
  const firstTime = settle(written.orders);
  let settled = firstTime;
  let reasoning = written.reasoning;
  let failure = first.ok ? undefined : first.error;
  if (first.ok && firstTime.missing.length > 0) {
    const complaints = complaintsAbout(firstTime);
    const second = await settleReply(agent.writeOrders(scope, observation, { written, complaints }));
    if (second.ok) {
      const secondTime = settle(second.value.orders);
      // New orders come first; orders that are not mentioned again stay.
      const both = settle([...secondTime.legal, ...firstTime.legal].map(formatOrder));
      settled = { ...both, complaints: secondTime.complaints };
      reasoning = second.value.reasoning || reasoning;
    } else failure = second.error;
  }

  const facts: GameFact[] = [];
  if (reasoning !== '') facts.push({ type: 'diary-written', phase, power, kind: 'orders', text: reasoning });
  const kept = new Set(firstTime.legal.map(unitOf));
  const repaired = settled.legal.filter((order) => !kept.has(unitOf(order))).length;
  facts.push({
    type: 'orders-submitted',
    phase,
    power,
    orders: settled.legal.map(formatOrder),
    valid: settled.legal.length - repaired,
    repaired,
    illegal: firstTime.illegal,
  });
  if (settled.missing.length > 0) {
    const reason: OrdersDefaulted['reason'] = failure?.kind ?? (firstTime.illegal.length > 0 ? 'illegal' : 'not-ordered');
    const detail = failure?.message ?? complaintsAbout(settled).join(' ');
    facts.push({ type: 'orders-defaulted', phase, power, units: settled.missing, reason, detail: cutText(detail, 300) });
  }
  return facts;
}

const unitOf = (order: LegalOrder): string => ('unit' in order ? order.unit : 'WAIVE');
