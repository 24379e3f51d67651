import { nameOfPower } from '@entente/diplomacy-analysis';
import type { GameFact, OrderRecord, PressMessage } from '@entente/diplomacy-game';
import { type ByPower, parsePhase, type Power, POWERS } from '@entente/diplomacy-rules';
import { displayWidth, padEnd, type Style, truncate, wrapText } from '@entente/run-console';
import { countOf } from '@entente/studies/tables';

export interface TellOptions {
  readonly width: number;
  /** Messages and goals are cut to this number of columns, a line each; in a pipe they are not. */
  readonly cutAt: number;
  readonly style: Style;
}

const NAME_WIDTH = 8;
const SEASONS = { S: 'Spring', F: 'Fall', W: 'Winter' } as const;
const TYPES = { M: 'movement', R: 'retreats', A: 'adjustments' } as const;

/** `Spring 1901 · movement`. */
export function phaseHeading(name: string): string {
  const phase = parsePhase(name);
  return phase === null ? name : `${SEASONS[phase.season]} ${phase.year} · ${TYPES[phase.type]}`;
}

/** Tells a fact of a game on a terminal; undefined for facts that only programs need, or that others tell. */
export function tellGameFact(fact: GameFact, { width, cutAt, style }: TellOptions): string | undefined {
  const tell = (text: string, indent = '  '): string => wrapText(text, width, indent);
  switch (fact.type) {
    case 'game-begun': {
      const { maxYear, endAtPhase, negotiationRounds: rounds } = fact.settings;
      const press = rounds === 0 ? 'no press' : `${countOf(rounds, 'round')} of press a movement phase`;
      const seats = POWERS.map((power) => `${nameOfPower(power)} ${fact.seats[power].model}`);
      const who =
        new Set(POWERS.map((power) => fact.seats[power].model)).size === 1 ? `all ${fact.seats.FRANCE.model}` : seats.join(', ');
      return `${style.bold(`Diplomacy to ${endAtPhase ?? maxYear}, ${press}`)}\n${style.dim(tell(who, ''))}`;
    }
    case 'table-changed':
      return style.dim(
        tell(`From here on: ${POWERS.map((power) => `${nameOfPower(power)} ${fact.seats[power].model}`).join(', ')}`, ''),
      );
    case 'agent-initialized':
      return style.dim(truncate(`  ${padEnd(nameOfPower(fact.power), NAME_WIDTH)} ${fact.goals.join(' ')}`, cutAt));
    case 'round-held': {
      const toAll = fact.messages.filter(({ recipient }) => recipient === 'GLOBAL').length;
      const dropped = fact.dropped.length === 0 ? '' : `, ${fact.dropped.length} not delivered`;
      const heading = `  Round ${fact.round}: ${countOf(fact.messages.length, 'message')}, ${toAll} to all${dropped}`;
      return [style.cyan(heading), ...fact.messages.map((message) => messageLine(message, { width, cutAt, style }))].join('\n');
    }
    case 'orders-defaulted':
      return style.yellow(tell(`${nameOfPower(fact.power)} gave no usable order for ${fact.units.join(', ')} (${fact.reason}).`));
    case 'phase-resolved':
      return orderLines(fact.outcomes, { width, cutAt, style });
    case 'phase-summarized':
      return style.italic(tell(`${phaseHeading(fact.phase)}: ${fact.text}`, ''));
    case 'game-ended': {
      const { result, ending } = fact;
      if (result?.kind === 'solo') return style.bold(`${nameOfPower(result.winner)} has won alone.`);
      if (result?.kind === 'draw') return style.bold(`A draw of ${result.powers.map(nameOfPower).join(', ')}.`);
      return style.bold(ending === 'end-at-phase' ? 'The game ends here, as it was asked.' : 'The last year is over.');
    }
    case 'phase-analyzed': {
      const missing = fact.written.flatMap((written) => tellGameFact(written, { width, cutAt, style }) ?? []);
      return missing.length === 0 ? undefined : missing.join('\n');
    }
    case 'initialization-missing':
    case 'messages-missing':
    case 'plan-missing':
    case 'diary-missing':
    case 'update-missing':
    case 'consolidation-missing':
    case 'summary-missing': {
      const whose = fact.power === undefined ? '' : ` of ${nameOfPower(fact.power)}`;
      return style.yellow(tell(`(${fact.type.replaceAll('-', ' ')}${whose}, ${fact.phase}: ${fact.reason})`));
    }
    case 'plan-made':
    case 'diary-written':
    case 'agent-updated':
    case 'diary-consolidated':
    case 'orders-submitted':
      return undefined;
    default:
      fact satisfies never;
      return undefined;
  }
}

/** `Austria 5 +2, England 4 +1, ...`, most centres first; eliminated powers last. */
export function centersLine(
  before: ByPower<readonly string[]>,
  after: ByPower<readonly string[]>,
  { width, style }: Pick<TellOptions, 'width' | 'style'>,
): string {
  const byCount = [...POWERS].sort((a, b) => after[b].length - after[a].length);
  const parts = byCount.map((power) => {
    const change = after[power].length - before[power].length;
    const words = [nameOfPower(power), after[power].length, ...(change === 0 ? [] : [change > 0 ? `+${change}` : change])];
    return words.join(UNBROKEN);
  });
  const title = '  Centres  ';
  const lines = wrapText(parts.join(', '), width, ' '.repeat(title.length)).slice(title.length);
  const text = lines
    .replaceAll(UNBROKEN, ' ')
    .replaceAll(/\+\d+/g, (gain) => style.green(gain))
    .replaceAll(/-\d+/g, (loss) => style.red(loss));
  return `  ${style.bold('Centres')}  ${text}`;
}

/** A space at which no line ends. */
const UNBROKEN = '\u00a0';

function messageLine({ sender, recipient, text }: PressMessage, { cutAt, style }: TellOptions): string {
  const to = recipient === 'GLOBAL' ? 'all' : nameOfPower(recipient);
  const head = padEnd(`    ${nameOfPower(sender)} to ${to}:`, 25);
  return truncate(`${recipient === 'GLOBAL' ? head : style.dim(head)} ${text.replaceAll(/\s+/g, ' ')}`, cutAt);
}

function orderLines(outcomes: readonly OrderRecord[], options: TellOptions): string {
  const lines = POWERS.flatMap((power) => {
    const own = outcomes.filter((outcome) => outcome.power === power);
    return own.length === 0 ? [] : [ordersOf(power, own, options)];
  });
  return lines.length === 0 ? '  Nobody has anything to order.' : lines.join('\n');
}

/** All orders of a power with the result of each where it is not a success, wrapped between orders. */
function ordersOf(power: Power, outcomes: readonly OrderRecord[], { width, style }: TellOptions): string {
  const indent = ' '.repeat(NAME_WIDTH + 3);
  const lines: string[] = [];
  let line = `  ${style.bold(padEnd(nameOfPower(power), NAME_WIDTH))} `;
  outcomes.forEach(({ order, results }, index) => {
    const separator = index === outcomes.length - 1 ? '' : ', ';
    const text =
      results.length === 0 ? `${order}${separator}` : `${order} ${style.yellow(`(${results.join(', ')})`)}${separator}`;
    if (index > 0 && displayWidth(line) + displayWidth(text.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += text;
  });
  return [...lines, line].join('\n');
}
