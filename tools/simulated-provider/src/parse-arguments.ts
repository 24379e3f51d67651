import { parseArgs } from 'node:util';
import { SettingError } from '@entente/llm-clients';
import { type FaultShares, parseFault, type SimulatedProviderOptions } from '@entente/llm-clients/simulated-provider';

export const HELP = `Usage: npm run simulated-provider -- [options]

Speaks the OpenAI wire (chat completions, responses, embeddings) and the Anthropic wire (messages) on loopback, and
answers as the offline model does. Any key will do.

Options:
  --port N               port to listen on; 0 takes a free one (default 8099)
  --latency SPEC         0, fixed:50ms, uniform:50ms,200ms or lognormal:800ms,0.6 (median, spread) (default 0)
  --fault KIND=SHARE     share of requests, 0 to 1, that meet 401, 402, 404, 429, 500, 503, 529, quota, drop, drop-body,
                         hang, slow-headers, malformed, truncated or refusal; may be given several times
  --rpm N                requests a minute for each key
  --tpm N                tokens a minute for each key
  --max-concurrent N     requests under way at one time for each key
  --strict               refuses what the real services refuse, in their words: settings that a model does not take,
                         values out of range, unknown fields, ill-formed texts, turns in the wrong order
  --seed N               seeds latencies and faults (default 0)
  --log FILE             appends one JSON line for each request
  --responders MODULE    answers with the list that MODULE exports as 'responders', instead of the applications' own
  --help

While it runs: GET /__stats, /__log and /__duplicates; POST /__reset.

Example:
  npm run simulated-provider -- --port 8099 --latency lognormal:800ms,0.6 --fault 429=0.05
  npx relationship-sim run maya-jonas --model openai:any@http://127.0.0.1:8099/v1#any`;

export interface ParsedArguments {
  readonly help: boolean;
  readonly options: SimulatedProviderOptions;
  readonly responders: string | undefined;
}

/** @throws SettingError naming the option that is not understood */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  const values = parse(argv);
  const whole = (name: 'port' | 'rpm' | 'tpm' | 'max-concurrent' | 'seed'): number | undefined => {
    const text = values[name];
    if (text === undefined) return undefined;
    if (/^\d+$/.test(text)) return Number(text);
    throw new SettingError(`--${name}`, `--${name} takes a whole number, not ${JSON.stringify(text)}`);
  };
  const [requestsPerMinute, tokensPerMinute, maxConcurrent, seed] = [
    whole('rpm'),
    whole('tpm'),
    whole('max-concurrent'),
    whole('seed'),
  ];
  const faults = Object.assign({}, ...(values.fault ?? []).map((fault) => parseFault(fault, '--fault'))) as FaultShares;
  const limited = [requestsPerMinute, tokensPerMinute, maxConcurrent].some((limit) => limit !== undefined);
  return {
    help: values.help ?? false,
    responders: values.responders,
    options: {
      port: whole('port') ?? 8_099,
      faults,
      latency: values.latency,
      strict: values.strict,
      seed,
      logFile: values.log,
      rateLimits: limited ? { requestsPerMinute, tokensPerMinute, maxConcurrent } : undefined,
    },
  };
}

// The inferred result of `parseArgs`: every option a string, `fault` a list of them, `strict` and `help` flags.
function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        latency: { type: 'string' },
        fault: { type: 'string', multiple: true },
        rpm: { type: 'string' },
        tpm: { type: 'string' },
        'max-concurrent': { type: 'string' },
        strict: { type: 'boolean' },
        seed: { type: 'string' },
        log: { type: 'string' },
        responders: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingError('arguments', `${reason.split('. ')[0]}; --help lists what is understood`, { cause });
  }
}
