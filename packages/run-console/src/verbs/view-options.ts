import { flag, type OptionValues, text, wholeNumber, withDefault } from '../cli/verb.js';
import { clientOptions, outputOptions, storeOptions } from '../options/option-groups.js';

/** Options of the verb `view`. */
export const viewOptions = {
  ...storeOptions,
  config: clientOptions.config,
  host: withDefault(text('--host <address>', 'address to listen on; other machines reach any but the default'), '127.0.0.1'),
  port: withDefault(wholeNumber('--port <n>', 'port to listen on; 0 takes a free one', { least: 0 }), 0),
  open: flag('--open', 'open the page in the browser of this system'),
  json: outputOptions.json,
} as const;
export type ViewOptions = OptionValues<typeof viewOptions>;
