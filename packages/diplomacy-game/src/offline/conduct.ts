import type { Power, Province } from '@entente/diplomacy-rules';
import { POWERS, provinceOf } from '@entente/diplomacy-rules';
import { type Agreement, agreementsOf, withStatus } from './agreements.js';
import type { Board } from './read-board.js';
import { goalOf } from './read-order-text.js';
import type { PlayedOrder, Reading } from './read-prompt.js';

/** How another power behaved towards us in a phase. */
export interface Conduct {
  readonly power: Power;
  /** Provinces of ours that it went into or helped others into. */
  readonly attacked: readonly Province[];
  /** Orders of its that helped us. */
  readonly supported: readonly string[];
  readonly kept: readonly Agreement[];
  readonly broken: readonly Agreement[];
}

/** Conduct of all powers in the last movement phase of a prompt, and our own part in it. */
export interface PhaseConduct {
  readonly phase: string;
  readonly orders: readonly PlayedOrder[];
  readonly agreements: readonly Agreement[];
  readonly others: readonly Conduct[];
  /** Deals that we broke ourselves. */
  readonly ownBroken: readonly Agreement[];
}

/** Reads the conduct of all powers in the last movement phase of a prompt; `null` if the prompt has none. */
export function lastConduct({ happened, press, self, board }: Reading): PhaseConduct | null {
  const phase = [...happened.keys()].findLast((name) => name.endsWith('M')) ?? [...happened.keys()][0];
  if (phase === undefined) return null;
  const orders = happened.get(phase) ?? [];
  const agreements = agreementsOf(press.get(phase) ?? [], self, board);
  const agreed = withStatus(agreements, 'agreed');
  const own = orders.filter(({ power }) => power === self);
  const ground = new Set([...(board?.centers[self] ?? []), ...own.map(({ unit }) => provinceOf(unit.slice(2)))]);
  const units = new Set(own.map(({ unit }) => unit));
  const others = POWERS.filter((power) => power !== self && orders.some((order) => order.power === power)).map(
    (power): Conduct => {
      const theirs = orders.filter((order) => order.power === power);
      const attacked = theirs.flatMap((order) => intrusionOf(order, ground, units));
      const verdicts = agreed
        .filter(({ other }) => other === power)
        .map((agreement) => ({ agreement, kept: isKept(agreement, power, { theirs, attacked, board }) }));
      return {
        power,
        attacked: [...new Set(attacked)],
        supported: theirs.filter((order) => isHelp(order, units)).map(({ text }) => text),
        kept: verdicts.filter(({ kept }) => kept === true).map(({ agreement }) => agreement),
        broken: verdicts.filter(({ kept }) => kept === false).map(({ agreement }) => agreement),
      };
    },
  );
  const ownBroken = agreed.filter(
    (agreement) => isKept(agreement, self, { theirs: own, attacked: attackedBy(own, agreement.other, orders), board }) === false,
  );
  return { phase, orders, agreements, others, ownBroken };
}

function intrusionOf(order: PlayedOrder, ground: ReadonlySet<Province>, units: ReadonlySet<string>): readonly Province[] {
  const goal = goalOf(order);
  if (goal === undefined || !ground.has(goal) || order.kind === 'convoy') return [];
  return order.kind === 'move' || (order.kind === 'support-move' && !units.has(order.target ?? '')) ? [goal] : [];
}

const isHelp = ({ kind, target }: PlayedOrder, units: ReadonlySet<string>): boolean =>
  kind !== 'move' && kind !== 'hold' && target !== undefined && units.has(target);

/** Provinces with units of `victim` that the orders entered or attacked. */
function attackedBy(own: readonly PlayedOrder[], victim: Power, orders: readonly PlayedOrder[]): readonly Province[] {
  const theirs = orders.filter(({ power }) => power === victim);
  const ground = new Set(theirs.map(({ unit }) => provinceOf(unit.slice(2))));
  const units = new Set(theirs.map(({ unit }) => unit));
  return own.flatMap((order) => intrusionOf(order, ground, units));
}

/** Whether a power kept a deal; `null` if nothing shows it either way. */
function isKept(
  { deal }: Agreement,
  power: Power,
  seen: { readonly theirs: readonly PlayedOrder[]; readonly attacked: readonly Province[]; readonly board: Board | null },
): boolean | null {
  const { theirs, attacked, board } = seen;
  switch (deal.kind) {
    case 'peace':
      return attacked.length === 0;
    case 'demilitarized':
      return !theirs.some((order) => order.kind === 'move' && goalOf(order) === deal.province);
    case 'order':
      return deal.by === power ? theirs.some(({ text }) => text === deal.order) : null;
    case 'share': {
      const [one, two] = deal.shares;
      const denied = one.power === power ? two.province : one.province;
      return theirs.some((order) => order.kind === 'move' && goalOf(order) === denied) ? false : null;
    }
    case 'alliance': {
      if (attacked.length > 0) return false;
      const isTheirs = (goal: Province | undefined) =>
        goal !== undefined && (board?.owners.get(goal) === deal.against || board?.occupants.get(goal)?.power === deal.against);
      return theirs.some((order) => order.kind === 'move' && isTheirs(goalOf(order))) ? true : null;
    }
  }
}
