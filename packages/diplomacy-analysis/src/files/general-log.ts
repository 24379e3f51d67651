import { type GameFact, onOneParagraph } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import { withoutKeyShapes } from '@entente/llm-clients/secrets';
import { type EntryOf, isWorkDeferred, type JournalEntry } from '@entente/simulation-core/journal';
import { countOf, printableText } from '@entente/studies/tables';
import { endingInWords } from '../record/game-outcome.js';
import type { GameRecord } from '../record/game-record.js';
import { OFFLINE_LABEL } from './manifesto.js';
import { isPlayedOffline } from './predecessor-config.js';

/** Levels in the words of Python's logging. */
type Level = 'INFO' | 'WARNING' | 'ERROR';
type Line = readonly [Level, string];

/**
 * Writes `general_game.log` from the journal: a line for each event, `time LEVEL text`. The end of a game has `total_time: <seconds>`,
 * the time on the clock over all sessions. Facts have the time of the entry before them.
 * @param record read from the same entries
 */
export async function* toGeneralLog(
  entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>,
  record: GameRecord,
): AsyncGenerator<string> {
  let at = record.header.at;
  let count = 0;
  for await (const entry of entries) {
    count++;
    if (count > record.entries) return;
    if ('at' in entry) ({ at } = entry);
    if (entry.type === 'answer-recorded' && !record.outcomes.belongs(count)) continue;
    for (const [level, text] of linesOf(entry, record)) {
      yield `${new Date(at).toISOString()} ${level} ${printableText(withoutKeyShapes(onOneParagraph(text)))}\n`;
    }
  }
}

/** Lines about models that moved to another address. */
function movesIn({ addresses = {} }: { readonly addresses?: Readonly<Record<string, string>> | undefined }): readonly Line[] {
  return Object.entries(addresses).map(([model, address]) => ['INFO', `${model} is asked at ${address}`]);
}

function linesOf(entry: JournalEntry, record: GameRecord): readonly Line[] {
  switch (entry.type) {
    case 'run-started':
      return [
        ['INFO', `Game ${entry.runId} begun: seed ${entry.seed}, lm-game ${entry.packageVersion}`],
        ...(isPlayedOffline(record.spec) ? ([['WARNING', OFFLINE_LABEL]] as const) : []),
      ];
    case 'run-forked':
      return [['INFO', `Forked before ${entry.step}; what stands above is taken over`], ...movesIn(entry)];
    case 'run-resumed':
      return [['INFO', `Resumed by lm-game ${entry.packageVersion}`], ...movesIn(entry)];
    case 'step-started':
      return [['INFO', `${entry.step} begun`]];
    case 'step-reasked':
      return [['WARNING', `${entry.step} is asked again from its beginning`]];
    case 'step-ended':
      return [
        [
          'INFO',
          `${entry.step} ended: ${countOf(entry.totals.calls, 'call')} so far, ${entry.totals.failedAttempts} failed attempts`,
        ],
      ];
    case 'answer-recorded':
      return answerLines(entry);
    case 'call-failed':
      return [
        [
          'ERROR',
          `${entry.path}: no answer after ${countOf(entry.attempts.length, 'attempt')} (${entry.kind}): ${entry.message}`,
        ],
      ];
    case 'fact-recorded':
      return isWorkDeferred(entry.fact) ? [] : factLines(entry.fact as unknown as GameFact);
    case 'run-interrupted':
      return [['WARNING', `Stopped (${entry.reason}): ${entry.message}`]];
    case 'run-ended':
      return [
        ['INFO', `Game over: ${countOf(entry.totals.calls, 'call')}`],
        ['INFO', `total_time: ${(record.measures.wallMs / 1000).toFixed(3)}`],
      ];
    default:
      return [];
  }
}

function answerLines({ path, result, edited }: EntryOf<'answer-recorded'>): readonly Line[] {
  const failed = result.attempts.slice(0, -1).map(({ outcome }) => outcome);
  const lines: Line[] = [];
  if (edited === true) lines.push(['WARNING', `${path}: the fork put another reply in the place of the model's`]);
  if (failed.length > 0)
    lines.push(['WARNING', `${path}: answered after ${countOf(failed.length, 'retry')} (${failed.join(', ')})`]);
  if (result.finishReason !== 'stop') lines.push(['WARNING', `${path}: the reply ended as ${result.finishReason}`]);
  return lines;
}

function factLines(fact: GameFact): readonly Line[] {
  switch (fact.type) {
    case 'round-held': {
      const open = fact.messages.filter(({ recipient }) => recipient === 'GLOBAL').length;
      const reasons = [...new Set(fact.dropped.map(({ reason }) => reason))].join(', ');
      const dropped = fact.dropped.length === 0 ? '' : `, ${fact.dropped.length} not delivered (${reasons})`;
      return [
        [
          'INFO',
          `${fact.phase} round ${fact.round}: ${countOf(fact.messages.length, 'message')}, ${open} of them to all${dropped}`,
        ],
      ];
    }
    case 'orders-submitted': {
      const orders = `${fact.phase} ${fact.power} orders: ${fact.orders.length === 0 ? 'none' : fact.orders.join('; ')}`;
      const refused = `${fact.phase} ${fact.power}: not understood or not allowed: ${fact.illegal.join('; ')}`;
      return [['INFO', orders], ...(fact.illegal.length > 0 ? ([['WARNING', refused]] as const) : [])];
    }
    case 'orders-defaulted':
      return [['WARNING', `${fact.phase} ${fact.power}: without an order: ${fact.units.join(', ')} (${fact.reason})`]];
    case 'phase-resolved':
      return resolvedLines(fact);
    case 'phase-analyzed':
      return fact.written.flatMap(factLines);
    case 'game-ended':
      return [['INFO', `The game ends: ${endingInWords(fact)}`]];
    case 'initialization-missing':
    case 'messages-missing':
    case 'plan-missing':
    case 'diary-missing':
    case 'update-missing':
    case 'consolidation-missing':
    case 'summary-missing':
      return [['WARNING', `${fact.phase} ${fact.power ?? 'game'}: ${fact.type} (${fact.reason}): ${fact.detail}`]];
    default:
      return [];
  }
}

function resolvedLines({ phase, outcomes, next }: Extract<GameFact, { type: 'phase-resolved' }>): readonly Line[] {
  const results = POWERS.flatMap((power): readonly Line[] => {
    const own = outcomes.filter((outcome) => outcome.power === power);
    const texts = own.map((each) => (each.results.length === 0 ? each.order : `${each.order} (${each.results.join(', ')})`));
    return own.length === 0 ? [] : [['INFO', `${phase} ${power} results: ${texts.join('; ')}`]];
  });
  const centers = POWERS.map((power) => `${power} ${next.centers[power].length}`).join(', ');
  return [...results, ['INFO', `${phase} resolved; next ${next.phase}; centres: ${centers}`]];
}
