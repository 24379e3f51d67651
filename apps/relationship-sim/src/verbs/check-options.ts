import { clientOptions } from '@entente/run-console';

/** Options of `check`: prices come from the config file. */
export const checkOptions = { config: clientOptions.config } as const;
