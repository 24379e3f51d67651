import { TypedError } from '@entente/llm-clients/contract';

/** A file of a user's prompt folder cannot be used; the message says which, why, and what to do. */
export class PromptFolderError extends TypedError {
  static override readonly errorName: string = 'diplomacy-game/PromptFolderError';
  readonly file: string;
  /** Without braces. */
  readonly placeholder?: string;

  constructor(message: string, about: { readonly file: string; readonly placeholder?: string }) {
    super(message);
    this.file = about.file;
    if (about.placeholder !== undefined) this.placeholder = about.placeholder;
  }
}
