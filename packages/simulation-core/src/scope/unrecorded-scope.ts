import { digestToSeed } from '../hash/digest.js';
import { Line } from './line.js';
import { LineScope } from './line-scope.js';
import type { Recorder } from './recorder.js';
import type { Scope } from './scope.js';

const passThrough: Recorder = {
  generate: async (model, request, { path, line }) => {
    line.checkMayAsk(path);
    return model.generate(withCallSeed(request, line.seeds.calls, path));
  },
  embed: async (model, texts, options, { path, line }) => {
    line.checkMayAsk(path);
    return model.embed(texts, options);
  },
  note: () => {},
};

/**
 * Creates a scope without a run: models are asked directly, nothing is recorded, and randomness and call seeds follow from `seed`
 * and path as in a run. For trying out single methods, and for tests.
 */
export function unrecordedScope(options: { readonly seed: string | number }): Scope {
  const seed = String(options.seed);
  return new LineScope(passThrough, new Line({ path: '', seeds: { calls: seed, draws: seed } }), '');
}

/** Adds the seed of the call path to a request, unless the caller has set one. */
export function withCallSeed<Request extends { readonly sampling?: { readonly seed?: number | undefined } | undefined }>(
  request: Request,
  seed: string,
  path: string,
): Request {
  if (request.sampling?.seed !== undefined) return request;
  return { ...request, sampling: { ...request.sampling, seed: digestToSeed(`${seed}\n${path}`) } };
}
