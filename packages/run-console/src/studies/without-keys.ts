import { parseModelId } from '@entente/llm-clients';
import type { ModelSpec } from '@entente/llm-clients/contract';
import type { Session } from '../session/session.js';

/** A session that knows models by their names only, so that what they would cost can be said by somebody without a key. */
export function withoutKeys(session: Session): Session {
  const { config, models } = session;
  const describe = (id: string): ModelSpec => {
    const {
      provider,
      model,
      baseUrl = null,
    } = parseModelId(id, {
      ...(config.provider && { defaultProvider: config.provider }),
    }).id;
    return { provider, modelId: model, baseUrl };
  };
  return { ...session, models: { ...models, describe, describeEmbedding: describe } };
}
