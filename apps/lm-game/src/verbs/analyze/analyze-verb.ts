import { defineVerb, outputRules, placeRule, sameThing, type Verb } from '@entente/run-console';
import { analyzeOptions } from './analyze-options.js';

/** `analyze`: finds promises, checks them against orders, and picks the moments of a game. */
export const analyzeVerb: Verb = defineVerb({
  name: 'analyze',
  summary: 'find the key moments of a game, and check promises against orders',
  details:
    'A model reads every movement phase twice: once for promises, which the rules of the game then compare with the orders, and once for key moments. Findings without a valid quote are dropped and counted. The analysis is recorded, so the same command again makes no calls.',
  arguments: [{ name: '<run>', description: 'name of the game, the beginning of its name, or its folder' }],
  options: analyzeOptions,
  rules: [placeRule(), sameThing('maxConcurrent', 'maxConnections'), ...outputRules],
  examples: ['analyze game~s1~9f3a01c2', 'analyze game~s1~9f3a01c2 --report analysis.md --json moments.json --max-cost 1'],
  run: async (call) => (await import('./analyze-game.js')).analyzeGame(call),
});
