import { runBuilt } from './run-built.mjs';

/** The tools that npm scripts start by name, as in `npm run simulated-provider -- --port 8099`. */
const tools = {
  bench: { package: '@entente/bench', file: 'tools/bench/dist/main.js' },
  'simulated-provider': {
    package: '@entente/simulated-provider-cli',
    file: 'tools/simulated-provider/bin/simulated-provider.js',
  },
};

const [wanted, ...args] = process.argv.slice(2);
const tool = Object.entries(tools).find(([name]) => name === wanted)?.[1];

if (tool === undefined) {
  console.error(`Name a tool: ${Object.keys(tools).join(', ')}.`);
  process.exitCode = 1;
} else {
  process.exitCode = await runBuilt(tool, args);
}
