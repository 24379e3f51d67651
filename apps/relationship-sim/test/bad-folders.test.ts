import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeBadFolders } from '@entente/simulation-core/testing';
import { createMemoryConsole } from './memory-console.js';

const SHORT = [
  '--model',
  'offline',
  '--latency',
  '0',
  '--scenes',
  '1',
  '--interactions-per-scene',
  '2',
  '--durability',
  'process',
];

describeBadFolders('relationship-sim', {
  createConsole: () => createMemoryConsole(),
  prepare: async (cli) => {
    await cli.run('run', 'maya-jonas', '--quiet', ...SHORT);
    await cli.run('run', 'theo-amara', '--quiet', ...SHORT);
    const [ended = '', open = ''] = readdirSync(join(cli.cwd, 'runs')).sort();
    const journal = join(cli.cwd, 'runs', open, 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
    writeFileSync(journal, `${lines.slice(0, lines.length >> 1).join('\n')}\n`);
    return { ended, open, sound: readFileSync(join(cli.cwd, 'runs', ended, 'journal.jsonl'), 'utf8') };
  },
  overAll: [['runs'], ['report'], ['resume', '--all', '--quiet']],
  ofOthers: [
    ['run', 'lena-marcus', '--quiet', ...SHORT],
    ['batch', '--pairs', 'maya-jonas,theo-amara', '--quiet', ...SHORT],
  ],
  ofBad: ['show', 'replay', 'resume', 'report'],
});
