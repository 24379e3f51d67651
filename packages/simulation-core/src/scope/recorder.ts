import type {
  EmbedOptions,
  EmbedResult,
  EmbeddingModel,
  GenerateRequest,
  GenerateResult,
  LanguageModel,
} from '@entente/llm-clients';
import type { EntryOf } from '../journal/entry.js';
import type { Line } from './line.js';

/** Place of a call: its path, and the line of control that it is made on. */
export interface CallSite {
  readonly path: string;
  readonly line: Line;
}

export type StructureNote = EntryOf<'branches-opened'> | EntryOf<'later-started'> | EntryOf<'later-joined'>;

/** Backs a tree of scopes: with the journal of a run, or with nothing. */
export interface Recorder {
  /** Returns the answer to a call from the record, or from the model. */
  generate(model: LanguageModel, request: GenerateRequest, site: CallSite): Promise<GenerateResult>;
  /** Returns one vector for each text, in order. */
  embed(model: EmbeddingModel, texts: readonly string[], options: EmbedOptions, site: CallSite): Promise<EmbedResult>;
  /** Records the structure of a run, for its critical path. */
  note(structure: StructureNote): void;
}
