import { TypedError } from '@entente/llm-clients/contract';

/** Base of every error that this package throws. */
export class SceneMasterError extends TypedError {
  static override readonly errorName: string = 'scene-master/SceneMasterError';
}

/** Both partners have the same name, so prompts could not tell them apart. */
export class SameNameError extends SceneMasterError {
  static override readonly errorName: string = 'scene-master/SameNameError';

  constructor(name: string) {
    super(`Both partners are called ${name}: give one of them another name, prompts tell them apart by it.`);
  }
}
