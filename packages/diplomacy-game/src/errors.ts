import { TypedError } from '@entente/llm-clients/contract';

/** Base of all errors of this package. */
export class DiplomacyGameError extends TypedError {
  static override readonly errorName: string = 'diplomacy-game/DiplomacyGameError';
}

/** The header of a run does not belong to a game. */
export class GameSpecError extends DiplomacyGameError {
  static override readonly errorName: string = 'diplomacy-game/GameSpecError';
}

/** A file of a user's prompt folder cannot be used. The message names the file, the reason and the remedy. */
export class PromptFolderError extends DiplomacyGameError {
  static override readonly errorName: string = 'diplomacy-game/PromptFolderError';
  readonly file: string;
  /** Name of the placeholder, without braces; absent if the file itself is the problem. */
  readonly placeholder?: string;

  constructor(message: string, about: { readonly file: string; readonly placeholder?: string }) {
    super(message);
    this.file = about.file;
    if (about.placeholder !== undefined) this.placeholder = about.placeholder;
  }
}
