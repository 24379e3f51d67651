import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Engine } from './engine.js';
import { appendToLog } from './request-log.js';
import { startFront } from './start-front.js';

// A process of its own, so that it can be killed. Prints its base URL on stdout once it listens.
const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    model: { type: 'string' },
    log: { type: 'string' },
    port: { type: 'string', default: '0' },
    'context-tokens': { type: 'string', default: '16384' },
    slots: { type: 'string', default: '8' },
    'max-tokens': { type: 'string', default: '400' },
  },
});
const { engine: enginePath = '', model: modelPath = '', log = '' } = values;

interface EngineModule {
  readonly loadEngine: (options: { modelPath: string; contextTokens: number; slots: number }) => Promise<Engine>;
}

const { loadEngine } = (await import(pathToFileURL(enginePath).href)) as EngineModule;
const engine = await loadEngine({ modelPath, contextTokens: Number(values['context-tokens']), slots: Number(values.slots) });
const front = await startFront({
  engine,
  modelId: 'tiny',
  port: Number(values.port),
  defaultMaxTokens: Number(values['max-tokens']),
  onAnswered: (request) => appendToLog(log, request),
});
process.stdout.write(`${engine.name} ${front.baseUrl}\n`);
