import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// The clients' tests, by Node's own runner: what they need is installed in this folder alone.
const folder = fileURLToPath(new URL('.', import.meta.url));
const files = [
  'ai-sdk.test.mjs',
  'langchain.test.mjs',
  ...(process.argv.includes('--promptfoo') ? ['promptfoo/eval.test.mjs'] : []),
];
const child = spawn(process.execPath, ['--test', '--test-reporter=spec', ...files], { cwd: folder, stdio: 'inherit' });
child.once('exit', (code) => (process.exitCode = code ?? 1));
