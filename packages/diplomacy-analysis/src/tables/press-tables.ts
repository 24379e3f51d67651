import { DROP_REASONS } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import { type Column, countOf, type Row, type Table } from '@entente/studies/tables';
import { isOwnPhase } from '../games/own-phases.js';
import { type PressStatistics, pressStatistics } from '../games/press-statistics.js';
import { modelAt, modelOf, nameOfPower, type ReportedGame } from '../games/reported-game.js';
import { inPercent } from './standings-table.js';

const counted = (key: string, title: string, meaning: string, unit = 'messages'): Column => ({
  key,
  title,
  meaning,
  unit,
  align: 'right',
});

/** Table of messages by recipient: a row for each power and model, summed over the games. Empty for games without press. */
export function pressTable(games: readonly ReportedGame[]): Table {
  const withPress = games.filter(({ state }) => (state.settings?.negotiationRounds ?? 0) > 0);
  const bySeat = new Map<string, { readonly power: string; readonly model: string | null; readonly of: PressStatistics[] }>();
  for (const game of withPress) {
    for (const power of POWERS) {
      const model = modelOf(game.state, power);
      const seat = bySeat.get(`${power} ${model}`) ?? { power: nameOfPower(power), model, of: [] };
      seat.of.push(pressStatistics(game, power));
      bySeat.set(`${power} ${model}`, seat);
    }
  }
  const seats = [...bySeat.values()].sort((one, other) => (one.power < other.power ? -1 : Number(one.power > other.power)));
  const rows = seats.map(({ power, model, of }) => ({ power, model, games: of.length, ...pressRow(of) }));
  const missing = rows.reduce((sum, row) => sum + row.missing, 0);
  const unknown = rows.reduce((sum, row) => sum + row.toUnknown, 0);
  return {
    name: 'press',
    title: 'Press',
    columns: [
      { key: 'power', title: 'power', meaning: 'Power that wrote.', unit: 'text' },
      { key: 'model', title: 'model', meaning: 'Model or bot that wrote.', unit: 'text' },
      ...(games.length > 1 ? [counted('games', 'games', 'Games with press in which the model played the power.', 'games')] : []),
      counted('private', 'private', 'Messages to a single power.'),
      counted('global', 'global', 'Messages to all.'),
      {
        ...counted('perRound', 'a round', 'Messages in each round of press.'),
        absent: 'no round was held',
        format: (value) => Number(value).toFixed(1),
      },
      counted('toAllies', 'friends', 'Private messages to powers that the writer called friendly or ally when the phase began.'),
      counted('toNeutral', 'neutral', 'Private messages to powers that the writer called neutral when the phase began.'),
      counted('toEnemies', 'foes', 'Private messages to powers that the writer called unfriendly or enemy when the phase began.'),
      {
        ...counted('meanLength', 'length', 'Mean length of a message.', 'characters'),
        absent: 'no message was written',
        format: (value) => Number(value).toFixed(0),
      },
      {
        ...counted(
          'unansweredShare',
          'unanswered',
          'Private messages without an answer among all private ones.',
          'share, 0 to 1',
        ),
        absent: 'no private message was written',
        format: inPercent,
      },
      counted('dropped', 'dropped', 'Messages that could not be delivered.'),
      counted('missing', 'missing', 'Replies that said nothing usable, so that the power was silent.', 'replies'),
    ],
    rows,
    note: [
      withPress.length === 0 ? 'Played without press.' : '',
      withPress.length > 0 && withPress.length < games.length
        ? `${countOf(games.length - withPress.length, 'game')} without press ${games.length - withPress.length === 1 ? 'is' : 'are'} left out.`
        : '',
      'Friends, neutral, foes: private messages by how the writer stood to the reader when the phase began. Length: mean, in characters. Unanswered: of the private ones. Of forks since the fork.',
      unknown > 0
        ? `${countOf(unknown, 'message')} of writers whose relationships are not on record are in none of the three.`
        : '',
      missing === 0 ? 'No reply is missing.' : `Missing: ${missing} replies that said nothing usable; the power was silent.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}

interface PressRow extends Row {
  readonly toUnknown: number;
  readonly missing: number;
}

function pressRow(of: readonly PressStatistics[]): PressRow {
  const sum = (value: (statistics: PressStatistics) => number): number => of.reduce((total, each) => total + value(each), 0);
  const [direct, global, rounds] = [sum((each) => each.private), sum((each) => each.global), sum((each) => each.rounds)];
  const sent = direct + global;
  const unanswered = sum((each) => each.unanswered);
  return {
    private: direct,
    global,
    rounds,
    perRound: rounds === 0 ? null : sent / rounds,
    toAllies: sum((each) => each.toAllies),
    toNeutral: sum((each) => each.toNeutral),
    toEnemies: sum((each) => each.toEnemies),
    toUnknown: sum((each) => each.toUnknown),
    meanLength: sent === 0 ? null : sum((each) => each.characters) / sent,
    unanswered,
    unansweredShare: direct === 0 ? null : unanswered / direct,
    dropped: sum(({ dropped }) => DROP_REASONS.reduce((total, reason) => total + dropped[reason], 0)),
    missing: sum((each) => each.missing),
  };
}

/** Table of messages that were not delivered, by model and reason; of forks since the fork. */
export function droppedTable(games: readonly ReportedGame[]): Table {
  const dropped = games.flatMap((game) =>
    game.state.dropped
      .filter(({ phase }) => isOwnPhase(game, phase))
      .map(({ sender, reason, phase }) => ({ model: modelAt(game.state, sender, phase) ?? 'unknown', reason })),
  );
  const reasons = DROP_REASONS.filter((reason) => dropped.some((message) => message.reason === reason));
  const models = [...new Set(dropped.map(({ model }) => model))].sort();
  return {
    name: 'dropped-messages',
    title: 'Messages that were not delivered',
    columns: [
      { key: 'model', title: 'model', meaning: 'Model or bot that wrote.', unit: 'text' },
      ...reasons.map((reason) =>
        counted(reason, reason.replaceAll('-', ' '), `Messages that were not delivered (${reason.replaceAll('-', ' ')}).`),
      ),
      counted('all', 'all', 'Messages that were not delivered, for any reason.'),
    ],
    rows: models.map((model): Row => {
      const own = dropped.filter((message) => message.model === model);
      const counts = reasons.map((reason) => [reason, own.filter((message) => message.reason === reason).length] as const);
      return { model, ...Object.fromEntries(counts), all: own.length };
    }),
    note: dropped.length === 0 ? 'Every message was delivered.' : 'A message is never sent to somebody else instead.',
  };
}
