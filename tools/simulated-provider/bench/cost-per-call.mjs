// Measures the cost of a call to the simulated provider: `node bench/cost-per-call.mjs [calls] [in flight]`. The provider runs in a process of its own.
import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startSimulatedProvider } from '@entente/llm-clients/simulated-provider';

if (process.send) await provide();
else await measure(Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 50));

async function provide() {
  const provider = await startSimulatedProvider({ rateLimits: { requestsPerMinute: 1e9, tokensPerMinute: 1e12 } });
  process.on('message', () => process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage().rss }));
  process.send?.({ url: provider.url });
}

/** @param {number} calls @param {number} inFlight */
async function measure(calls, inFlight) {
  const child = fork(fileURLToPath(import.meta.url));
  const next = () => new Promise((resolve) => child.once('message', resolve));
  const { url } = await next();
  const ask = async () => {
    child.send('usage');
    const { cpu, memory } = await next();
    return { cpuMs: (cpu.user + cpu.system) / 1_000, memory };
  };
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const rows = [];
  for (const [wire, path, body] of wires()) {
    await callMany(agent, `${url}${path}`, 1_000, inFlight, body);
    const before = await ask();
    const startedAt = performance.now();
    await callMany(agent, `${url}${path}`, calls, inFlight, body);
    const elapsedMs = performance.now() - startedAt;
    const after = await ask();
    rows.push({
      wire,
      'calls/s': Math.round((calls / elapsedMs) * 1_000),
      'provider ms CPU/call': ((after.cpuMs - before.cpuMs) / calls).toFixed(3),
      'provider MB': Math.round(after.memory / 1e6),
    });
  }
  console.log(
    `${calls} calls, 8 kB prompts, ${inFlight} in flight; Node ${process.version}, ${availableParallelism()} x ${cpus()[0]?.model ?? '?'}`,
  );
  console.table(rows);
  agent.destroy();
  child.kill();
}

function* wires() {
  const rules = 'These rules never change, whatever is asked of you. '.repeat(155);
  const schema = {
    type: 'object',
    properties: { choice: { type: 'string' } },
    required: ['choice'],
    additionalProperties: false,
  };
  yield [
    'openai chat',
    '/v1/chat/completions',
    (index) => ({
      model: 'm',
      seed: index,
      messages: [
        { role: 'system', content: rules },
        { role: 'user', content: `Question ${index}?` },
      ],
      response_format: { type: 'json_schema', json_schema: { name: 'reply', strict: true, schema } },
    }),
  ];
  yield [
    'anthropic messages',
    '/v1/messages',
    (index) => ({
      model: 'm',
      max_tokens: 500,
      system: [{ type: 'text', text: rules, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: `Question ${index}?` }],
    }),
  ];
}

async function callMany(agent, url, calls, inFlight, body) {
  let index = 0;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (index < calls) await call(agent, url, JSON.stringify(body(index++)));
    }),
  );
}

function call(agent, url, text) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      authorization: 'Bearer x',
      'anthropic-version': '2023-06-01',
    };
    const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve(undefined) : reject(new Error(`HTTP ${response.statusCode}`)),
      );
    });
    outgoing.once('error', reject);
    outgoing.end(text);
  });
}
