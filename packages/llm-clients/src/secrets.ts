import { PROVIDER_PRESETS, type ProviderPreset } from './providers/presets.js';

// Recognises keys in texts, without any client: loads in a moment, for programs that print before they ask.
export {
  createReplyScrubber,
  secretsOf,
  type SecretScrubber,
  withoutKeyShapes,
  withoutKeysInWords,
} from './providers/scrub-secrets.js';

const presets: readonly ProviderPreset[] = Object.values(PROVIDER_PRESETS);

/** The variables of the environment in which keys are looked for. */
export const KEY_VARIABLES: readonly string[] = [...new Set(presets.flatMap(({ keyVariables }) => keyVariables))];
