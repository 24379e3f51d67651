import type { ModelSpec } from '@entente/llm-clients/contract';
import { BOT_PROVIDER } from './bots.js';
import { PERSON_PROVIDER } from './build-table.js';

/** Whether a player is a model, which costs calls; bots and people are none. */
export const isModel = ({ provider }: Pick<ModelSpec, 'provider'>): boolean =>
  provider !== BOT_PROVIDER && provider !== PERSON_PROVIDER;
