const MARKER = Symbol.for('@entente/diplomacy-game/prompt-folder-error');

/** A file of a user's prompt folder cannot be used; the message says which, why, and what to do. */
export class PromptFolderError extends Error {
  override readonly name = 'PromptFolderError';
  readonly [MARKER] = true;
  readonly file: string;
  /** Without braces. */
  readonly placeholder?: string;

  constructor(message: string, about: { readonly file: string; readonly placeholder?: string }) {
    super(message);
    this.file = about.file;
    if (about.placeholder !== undefined) this.placeholder = about.placeholder;
  }

  static isInstance(value: unknown): value is PromptFolderError {
    return typeof value === 'object' && value !== null && MARKER in value;
  }
}
