import { TypedError } from './typed-error.js';

/** The base of every error this package throws. */
export class LlmClientError extends TypedError {
  static override readonly errorName: string = 'llm-clients/LlmClientError';
}

/** A setting of the user (a model id, a key variable, a config file) is wrong or missing. The message tells how to correct it. */
export class SettingError extends LlmClientError {
  static override readonly errorName: string = 'llm-clients/SettingError';
  /** Name of the wrong option, variable or file. */
  readonly setting: string;

  constructor(setting: string, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.setting = setting;
  }
}
