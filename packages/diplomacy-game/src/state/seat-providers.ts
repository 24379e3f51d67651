import type { ModelSpec } from '@entente/llm-clients/contract';

/** Provider of the model ids that name a bot. */
export const BOT_PROVIDER = 'bot';

/** Provider of the seats that people play. */
export const PERSON_PROVIDER = 'human';

/** Whether a player is a model, which costs calls; bots and people are none. */
export const isModel = ({ provider }: Pick<ModelSpec, 'provider'>): boolean =>
  provider !== BOT_PROVIDER && provider !== PERSON_PROVIDER;
