import { printableOutput } from '../text/own-sequence.js';
import type { TextOutput } from './console-io.js';
import { KnownSecrets } from './known-secrets.js';

/** Returns an output that changes every text before it is written. */
export function changedOutput(output: TextOutput, change: (text: string) => string): TextOutput {
  // Inherit, so that `columns` and the rest stay those of the stream at any moment.
  return Object.create(output, { write: { value: (text: string) => output.write(change(text)) } }) as TextOutput;
}

/**
 * The one way from a program to a terminal. It lets through our own control sequences alone, and no secret. Programs may write texts from
 * models, servers and files to it without checking them.
 */
export function shownOutput(output: TextOutput, secrets = new KnownSecrets()): TextOutput {
  return changedOutput(output, (text) => printableOutput(secrets.hide(text)));
}
