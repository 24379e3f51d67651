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

export type StructureNote = EntryOf<'branches-opened'> | EntryOf<'later-started'> | EntryOf<'later-joined'>;

/** What stands behind a tree of scopes: a run's journal, or nothing at all. */
export interface Recorder {
  /** Seeds randomness together with the path; fixed for the life of a line. */
  generate(model: LanguageModel, request: GenerateRequest, path: string, line: Line): Promise<GenerateResult>;
  embed(model: EmbeddingModel, texts: readonly string[], options: EmbedOptions, path: string, line: Line): Promise<EmbedResult>;
  note(structure: StructureNote): void;
}
