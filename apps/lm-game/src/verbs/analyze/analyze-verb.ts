import { defineVerb, outputRules, placeRule, sameThing, type Verb } from '@entente/run-console';
import { analyzeOptions } from './analyze-options.js';

/** `analyze`: finds promises, checks them against orders, and picks the moments of a game. */
export const analyzeVerb: Verb = defineVerb({
  name: 'analyze',
  summary: 'key moments of a game, and promises against orders',
  details:
    'A model reads every movement phase twice: for promises, which are then held against the orders by the rules of the game, and for moments.\n' +
    'What it cannot prove with a quote is dropped and counted. An analysis is kept: the same command again asks nobody.',
  arguments: [{ name: '<run>', description: 'the game: its name, the beginning of it, or its folder' }],
  options: analyzeOptions,
  rules: [placeRule(), sameThing('maxConcurrent', 'maxConnections'), ...outputRules],
  examples: ['analyze game~s1~9f3a01c2', 'analyze game~s1~9f3a01c2 --report analysis.md --json moments.json --max-cost 1'],
  run: async (call) => (await import('./analyze-game.js')).analyzeGame(call),
});
