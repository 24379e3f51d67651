import { printableOutput } from '../text/own-sequence.js';
import type { TextOutput } from './console-io.js';
import { KnownSecrets } from './known-secrets.js';

/** The same output, with every text changed on its way there. */
export function changedOutput(output: TextOutput, change: (text: string) => string): TextOutput {
  // What else the stream says of itself, such as its columns, it says as of now.
  return Object.create(output, { write: { value: (text: string) => output.write(change(text)) } }) as TextOutput;
}

/**
 * The one way from a program to a terminal: whatever is written has our own control sequences, no others, and none of the secrets.
 * Programs write to it as they please, and need not know which texts came from models, servers and files.
 */
export function shownOutput(output: TextOutput, secrets = new KnownSecrets()): TextOutput {
  return changedOutput(output, (text) => printableOutput(secrets.hide(text)));
}
