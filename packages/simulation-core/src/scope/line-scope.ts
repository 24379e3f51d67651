import type { EmbeddingModel, LanguageModel } from '@entente/llm-clients';
import { DuplicateScopeError } from '../errors/scope-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import { callPath, scopePath } from './call-path.js';
import type { BranchGroup, Line } from './line.js';
import { Line as LineOfControl } from './line.js';
import { randomStream } from '../hash/digest.js';
import type { Recorder } from './recorder.js';
import type { Scope } from './scope.js';

/** The one implementation of `Scope`: a path on a line of control, backed by a recorder. */
export class LineScope implements Scope {
  readonly path: string;
  readonly line: Line;
  readonly recorder: Recorder;
  readonly #children = new Set<string>();
  #calls = 0;
  #random: (() => number) | undefined;

  constructor(recorder: Recorder, line: Line, path: string) {
    this.recorder = recorder;
    this.line = line;
    this.path = path;
  }

  child(name: string): Scope {
    return new LineScope(this.recorder, this.line, this.#claim(name));
  }

  /** Opens a child scope with a line of control of its own. */
  branch(name: string, group?: BranchGroup): LineScope {
    const path = this.#claim(name);
    const line = new LineOfControl({ path, seeds: this.line.seeds, parent: this.line, group });
    return new LineScope(this.recorder, line, path);
  }

  recorded(model: LanguageModel): LanguageModel {
    return {
      provider: model.provider,
      modelId: model.modelId,
      baseUrl: model.baseUrl,
      generate: async (request) => {
        const path = callPath(this.path, this.#calls++);
        return this.line.do(path, () => this.recorder.generate(model, request, { path, line: this.line }));
      },
    };
  }

  recordedEmbeddings(model: EmbeddingModel): EmbeddingModel {
    return {
      provider: model.provider,
      modelId: model.modelId,
      baseUrl: model.baseUrl,
      embed: async (texts, options = {}) => {
        const path = callPath(this.path, this.#calls++);
        return this.line.do(path, () => this.recorder.embed(model, texts, options, { path, line: this.line }));
      },
    };
  }

  random(): number {
    this.#random ??= randomStream(`${this.line.seeds.draws}\n${this.path}`);
    return this.#random();
  }

  #claim(name: string): string {
    const path = scopePath(this.path, name);
    if (this.#children.has(name)) throw new DuplicateScopeError(path);
    if (!/^[\w.~-]+(\/[\w.~-]+)*$/.test(name)) {
      throw new SimulationError(
        `"${name}" cannot name a scope; use letters, digits, "-", "_", "." and "~", with "/" between levels`,
      );
    }
    this.#children.add(name);
    return path;
  }
}

/** Returns the implementation of a scope. @throws SimulationError for a scope that this package did not make */
export function lineScopeOf(scope: Scope): LineScope {
  if (scope instanceof LineScope) return scope;
  throw new SimulationError(
    'this scope was not made by simulation-core; use the one the step was given, or unrecordedScope(...)',
  );
}
