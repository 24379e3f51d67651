import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeBadFolders } from '@entente/simulation-core/testing';
import { createGameConsole } from './game-console.js';

const SHORT = [
  '--models',
  'bot:greedy',
  '--max-year',
  '1901',
  '--num-negotiation-rounds',
  '0',
  '--durability',
  'process',
  '--quiet',
];

describeBadFolders('lm-game', {
  createConsole: () => createGameConsole(),
  prepare: async (cli) => {
    await cli.run('play', '--seed', '1', ...SHORT);
    const [ended = ''] = readdirSync(join(cli.cwd, 'runs'));
    await cli.run('play', '--seed', '2', ...SHORT);
    const open = readdirSync(join(cli.cwd, 'runs')).find((name) => name !== ended) ?? '';
    const journal = join(cli.cwd, 'runs', open, 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
    writeFileSync(journal, `${lines.slice(0, lines.length >> 1).join('\n')}\n`);
    return { ended, open, sound: readFileSync(join(cli.cwd, 'runs', ended, 'journal.jsonl'), 'utf8') };
  },
  overAll: [['runs'], ['report'], ['resume', '--all', '--quiet']],
  ofOthers: [['play', '--seed', '3', ...SHORT]],
  ofBad: ['show', 'replay'],
});
