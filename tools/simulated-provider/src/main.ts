import { SettingError } from '@entente/llm-clients';
import { runCommand, summarize } from './run-command.js';

const output = { line: (text: string) => void process.stdout.write(`${text}\n`) };

try {
  const provider = await runCommand(process.argv.slice(2), output);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      if (provider) output.line(summarize(provider));
      void provider?.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!SettingError.isInstance(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
