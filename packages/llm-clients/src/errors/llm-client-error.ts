import { TypedError } from './typed-error.js';

/** The base of every error this package throws. */
export class LlmClientError extends TypedError {
  static override readonly errorName: string = 'llm-clients/LlmClientError';
}

/** Something the user wrote (a model id, a key variable, a config file) is wrong or missing; the message says how to mend it. */
export class SettingError extends LlmClientError {
  static override readonly errorName: string = 'llm-clients/SettingError';
  /** What was wrong: the option, variable or file. */
  readonly setting: string;

  constructor(setting: string, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.setting = setting;
  }
}
