import { SettingError } from '@entente/llm-clients';
import { type SimulatedProvider, startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { loadResponders } from './load-responders.js';
import { HELP, parseArguments } from './parse-arguments.js';

/** Output of the command, a line at a time. */
export interface Output {
  line(text: string): void;
}

/**
 * Starts the provider that the arguments describe and prints its address; returns undefined where they only ask for help.
 * @throws SettingError when an argument is wrong, or the port or log file cannot be used
 */
export async function runCommand(argv: readonly string[], output: Output): Promise<SimulatedProvider | undefined> {
  const { help, options, responders } = parseArguments(argv);
  if (help) {
    output.line(HELP);
    return undefined;
  }
  const loaded =
    responders === undefined ? (await import('./domain-responders.js')).domainResponders : await loadResponders(responders);
  const provider = await startSimulatedProvider({ ...options, responders: loaded }).catch((cause: unknown) => {
    if (isSystemError(cause, 'EADDRINUSE')) {
      throw new SettingError('--port', `Port ${options.port} is in use; choose another with --port, or --port 0 for a free one`, {
        cause,
      });
    }
    if (options.logFile !== undefined && isSystemError(cause, 'ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EROFS')) {
      throw new SettingError('--log', `--log ${options.logFile} cannot be written: ${(cause as Error).message}`, { cause });
    }
    throw cause;
  });
  output.line(`The simulated provider listens at ${provider.url}`);
  output.line(`  OpenAI     --model openai:any@${provider.openAiUrl}#any`);
  output.line(`  Anthropic  --model anthropic:any@${provider.url}#any`);
  return provider;
}

/** One line on what a provider has been asked. */
export function summarize(provider: SimulatedProvider): string {
  const { requests, answered, failed, abandoned, repeated, inputTokens, cachedTokens, outputTokens } = provider.stats();
  return (
    `${requests} requests: ${answered} answered, ${failed} failed, ${abandoned} abandoned, ${repeated} asked again; ` +
    `${inputTokens} tokens in (${cachedTokens} cached), ${outputTokens} out`
  );
}

function isSystemError(error: unknown, ...codes: readonly unknown[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(error.code);
}
