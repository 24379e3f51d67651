import type { GameFact, GameState } from '@entente/diplomacy-game';
import { defineVerb, type Verb } from '@entente/run-console';
import type { RunKind } from '@entente/run-console/session';
import { gameReportOptions, gameReportRules } from './game-report-options.js';

/** `lm-game report`, in the place of the report that every kind of run has. */
export function gameReportVerb(load: () => Promise<RunKind<GameState, GameFact>>): Verb {
  return defineVerb({
    name: 'report',
    summary: 'report standings, orders, press, relationships, cost and time of games',
    details: 'Prints the results of the games by default. --compare compares two conditions, and --forks the forks of a game.',
    arguments: [{ name: '[runs...]', description: 'runs to report on (default: all in the folder)' }],
    options: gameReportOptions,
    rules: gameReportRules,
    examples: [
      'report --svg centres.svg --html report.html',
      'report --compare openai:gpt-5 bot:greedy',
      'report --forks seven~s1~9f3a01c2',
      'report --leaderboard leaderboard.json --tables leaderboard',
    ],
    run: async (call) => (await import('./report-games.js')).reportGames(await load(), call),
  });
}
