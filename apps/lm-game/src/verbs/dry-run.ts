import type { GameSpec } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import type { ConsoleIo } from '@entente/run-console';
import type { Session } from '@entente/run-console/session';
import { formatCost, formatCount, formatDuration } from '@entente/studies/tables';
import { estimateGame } from '../studies/estimate-game.js';

export interface DryRun {
  readonly io: ConsoleIo;
  readonly session: Session;
  /** One game each. */
  readonly specs: readonly GameSpec[];
  readonly json: boolean;
}

/** Prints an estimate of games without asking a model. */
export function dryRun({ io, session, specs, json }: DryRun): number {
  const estimates = specs.map((spec) =>
    estimateGame(
      { ...spec, formatter: spec.formatter === 'own' ? spec.seats[POWERS[0]].model : spec.formatter },
      { costOf: (model, usage) => session.clients.costOf(model, usage) },
    ),
  );
  const sum = (of: (estimate: (typeof estimates)[number]) => number): number =>
    estimates.reduce((total, each) => total + of(each), 0);
  const cost = estimates.every(({ costUsd }) => costUsd !== null) ? sum(({ costUsd }) => costUsd ?? 0) : null;
  const total = {
    games: specs.length,
    calls: sum(({ calls }) => calls),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    costUsd: cost,
    levels: estimates[0]?.levels ?? 0,
    timeMs: estimates[0]?.timeMs ?? 0,
  };
  if (json) io.stdout.write(`${JSON.stringify({ event: 'dry-run', ...total, byPrompt: estimates[0]?.byPrompt ?? [] })}\n`);
  else io.stdout.write(`${describe(total)}\n`);
  return 0;
}

function describe(total: {
  readonly games: number;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number | null;
  readonly levels: number;
  readonly timeMs: number;
}): string {
  const cost =
    total.costUsd === null
      ? 'unknown: a price is missing (see prices in the config file)'
      : `at most about ${formatCost(total.costUsd)}`;
  const time = total.timeMs === 0 ? 'seconds' : `about ${formatDuration(total.timeMs)}`;
  return [
    ...(total.games > 1 ? [`games   ${total.games}`] : []),
    `calls   about ${formatCount(total.calls)}, ${total.levels} of them one after another${total.games > 1 ? ' in each game' : ''}`,
    `tokens  about ${formatCount(total.inputTokens)} read and ${formatCount(total.outputTokens)} written`,
    `cost    ${cost}`,
    `time    ${time}${total.games > 1 ? ' a game, side by side as far as the provider lets them' : ''}`,
    'Nobody was asked. Estimates from usual games, without what is read from caches.',
  ].join('\n');
}
