import type { OrderCounts } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import { type Column, countOf, type Row, type Table } from '@entente/studies/tables';
import { type IssuedOrder, issuedOrders, ORDER_GROUPS, type OrderGroup } from '../games/issued-orders.js';
import { type OrderTally, successShare, tallyOrders } from '../games/order-tally.js';
import { isOwnPhase, ownModels } from '../games/own-phases.js';
import type { ReportedGame } from '../games/reported-game.js';
import { inPercent } from './standings-table.js';

const MODEL: Column = { key: 'model', title: 'model', meaning: 'Model or bot that ordered.', unit: 'text' };

const WRITTEN: Column = {
  key: 'written',
  title: 'orders',
  meaning: 'Legal orders that were written.',
  unit: 'orders',
  align: 'right',
};

const SUCCESS: Column = {
  key: 'success',
  title: 'success',
  meaning: 'Orders that succeeded among those written.',
  unit: 'share, 0 to 1',
  absent: 'none was written',
  align: 'right',
  format: inPercent,
};

const FAILURES: readonly Column[] = [
  {
    key: 'bounced',
    title: 'bounced',
    meaning: 'Orders to move that were stopped by another unit.',
    unit: 'orders',
    align: 'right',
  },
  { key: 'cut', title: 'cut', meaning: 'Supports that were cut.', unit: 'orders', align: 'right' },
  {
    key: 'void',
    title: 'void',
    meaning: 'Supports and convoys without an effect, as the order they were for was not given.',
    unit: 'orders',
    align: 'right',
  },
];

const DISLODGED: Column = {
  key: 'dislodged',
  title: 'dislodged',
  meaning: 'Orders whose unit was dislodged.',
  unit: 'orders',
  align: 'right',
};

const OUTCOMES: readonly Column[] = [
  WRITTEN,
  {
    key: 'succeeded',
    title: 'succeeded',
    meaning: 'Orders that came about as they were written.',
    unit: 'orders',
    align: 'right',
  },
  SUCCESS,
  ...FAILURES,
  { key: 'withoutConvoy', title: 'no convoy', meaning: 'Moves by sea that found no convoy.', unit: 'orders', align: 'right' },
  DISLODGED,
  {
    key: 'filledIn',
    title: 'filled in',
    meaning: 'Units without an order of their own; they held, or the rules removed them. Of forks: since the fork.',
    unit: 'units',
    align: 'right',
  },
];

const PLURAL: Readonly<Record<OrderGroup, string>> = {
  move: 'moves',
  hold: 'holds',
  support: 'supports',
  convoy: 'convoys',
  retreat: 'retreats',
  build: 'builds',
  disband: 'disbands',
  waive: 'waives',
};

const outcomeCells = (tally: OrderTally): Row => ({ ...tally, success: successShare(tally) });

/** Lists the orders of these games; of a fork those since the fork. */
const everyOrder = (games: readonly ReportedGame[]): readonly IssuedOrder[] =>
  games.flatMap((game) => issuedOrders(game.state).filter(({ phase }) => isOwnPhase(game, phase)));

/** Table of results by kind of order; only kinds that were ordered. */
export function ordersByKindTable(games: readonly ReportedGame[]): Table {
  const orders = everyOrder(games);
  const kinds = ORDER_GROUPS.filter((group) => orders.some((order) => order.group === group));
  return {
    name: 'orders',
    title: 'Orders by kind',
    columns: [{ key: 'kind', title: 'kind', meaning: 'Kind of order.', unit: 'text' }, ...OUTCOMES],
    rows: kinds.map((kind) => ({
      kind: PLURAL[kind],
      ...outcomeCells(tallyOrders(orders.filter(({ group }) => group === kind))),
    })),
    note: 'Of legal orders that were written; a unit may have bounced and been dislodged. Filled in: units without an order; they held, or the rules removed them. Of forks since the fork.',
  };
}

/** Table of the share of successful orders, by model and kind. */
export function ordersByModelTable(games: readonly ReportedGame[]): Table {
  const orders = everyOrder(games);
  const shares = (own: readonly IssuedOrder[]): Row =>
    Object.fromEntries(
      ORDER_GROUPS.map((kind) => [PLURAL[kind], successShare(tallyOrders(own.filter(({ group }) => group === kind)))]),
    );
  const models = modelsOf(games);
  const rows = models.map((model): Row => {
    const own = orders.filter((order) => order.model === model);
    const tally = tallyOrders(own);
    const movement = own.filter(({ written, group }) => written && MOVEMENT.includes(group));
    const active = movement.filter(({ group }) => group !== 'hold').length;
    return { model, ...outcomeCells(tally), active: movement.length === 0 ? null : active / movement.length, ...shares(own) };
  });
  const absent = rows.flatMap((row) => SHOWN_KINDS.filter((kind) => row[PLURAL[kind]] === null)).length;
  return {
    name: 'orders-by-model',
    title: 'Orders by model',
    columns: [
      MODEL,
      WRITTEN,
      SUCCESS,
      {
        key: 'active',
        title: 'not holds',
        meaning: 'Movement orders other than holds.',
        unit: 'share, 0 to 1',
        absent: 'no movement order was written',
        align: 'right',
        format: inPercent,
      },
      ...SHOWN_KINDS.map((kind): Column => ({
        key: PLURAL[kind],
        title: PLURAL[kind],
        meaning: `Legal ${PLURAL[kind]} that succeeded among those written.`,
        unit: 'share, 0 to 1',
        absent: 'none was written',
        align: 'right',
        format: inPercent,
      })),
      ...FAILURES,
      DISLODGED,
    ],
    rows,
    note: `Success by kind of order; of forks since the fork. ${absent === 0 ? 'No share is missing.' : `${countOf(absent, 'share')} missing: no such order was written.`}`,
  };
}

const MOVEMENT: readonly OrderGroup[] = ['move', 'hold', 'support', 'convoy'];
const SHOWN_KINDS: readonly OrderGroup[] = ['move', 'support', 'hold', 'convoy', 'retreat'];

/** Table of the texts that models wrote as orders, by result, in units; of a fork since the fork. */
export function orderTextsTable(games: readonly ReportedGame[]): Table {
  const rows = modelsOf(games).map((model): Row => {
    const counts = games.flatMap((game) =>
      game.state.orderTexts.filter((texts) => texts.model === model && isOwnPhase(game, texts.phase)),
    );
    const sum = (key: keyof OrderCounts): number => counts.reduce((total, each) => total + each[key], 0);
    const [valid, repaired, defaulted] = [sum('valid'), sum('repaired'), sum('defaulted')];
    const due = valid + repaired + defaulted;
    return {
      model,
      seats: games.reduce((total, game) => total + POWERS.filter((power) => ownModels(game, power).includes(model)).length, 0),
      due,
      valid,
      validShare: due === 0 ? null : valid / due,
      repaired,
      illegal: sum('illegal'),
      defaulted,
    };
  });
  return {
    name: 'order-texts',
    title: 'Orders as they were written',
    columns: [
      MODEL,
      { key: 'seats', title: 'seats', meaning: 'Seats that the model played, over all games.', unit: 'seats', align: 'right' },
      { key: 'due', title: 'units', meaning: 'Units for which an order was asked.', unit: 'units', align: 'right' },
      { key: 'valid', title: 'valid', meaning: 'Units with a legal order at once.', unit: 'units', align: 'right' },
      {
        key: 'validShare',
        title: 'share',
        meaning: 'Units with a legal order at once among all of them.',
        unit: 'share, 0 to 1',
        absent: 'no order was due',
        align: 'right',
        format: inPercent,
      },
      {
        key: 'repaired',
        title: 'repaired',
        meaning: 'Units with a legal order after being asked again.',
        unit: 'units',
        align: 'right',
      },
      { key: 'defaulted', title: 'defaulted', meaning: 'Units without any order in the end.', unit: 'units', align: 'right' },
      {
        key: 'illegal',
        title: 'illegal texts',
        meaning: 'Texts of the first answers that were not understood or not allowed.',
        unit: 'texts',
        align: 'right',
      },
    ],
    rows,
    note: 'Valid: a legal order at once. Repaired: after being asked again. Defaulted: none in the end. Illegal texts: not understood or not allowed, in the first answer. Of forks since the fork.',
  };
}

/** Models in the order of their names. */
function modelsOf(games: readonly ReportedGame[]): readonly string[] {
  return [...new Set(games.flatMap((game) => POWERS.flatMap((power) => ownModels(game, power))))].sort();
}
