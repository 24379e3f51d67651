import type { EntryOf } from '../journal/entry.js';
import { forkIdentity, type ForkEdits, forkSeed } from '../run/fork-identity.js';
import { runIdentity } from '../run/run-identity.js';

type Header = EntryOf<'run-started'>;

/** Returns the problem of a header that does not have the identity it names; undefined for a sound one. */
export function headerProblem(header: Header): string | undefined {
  const { program, spec, seed, replicate, identity, forkedFrom } = header;
  if (!forkedFrom)
    return runIdentity({ program, spec, seed, replicate }) === identity
      ? undefined
      : 'program, spec, seed or replicate is not what the identity of the run was made of';
  const boundary = forkedFrom.seeds.at(-1);
  return boundary !== undefined && boundary.untilStep === forkedFrom.step && forkSeed(boundary.seed, forkedFrom) === seed
    ? undefined
    : 'the seed of the fork is not the one that its parent, step and future give';
}

/** Does the same for a fork once its edits have been read. Forks of older versions cannot be checked. */
export function forkProblem({ identity, spec, forkedFrom }: Header, edits: ForkEdits): string | undefined {
  if (forkedFrom?.parentIdentity === undefined) return undefined;
  const { parentIdentity, step, future, redrawn } = forkedFrom;
  return forkIdentity({ parentIdentity, at: step, future, spec, redrawn }, edits) === identity
    ? undefined
    : 'spec or edits of the fork are not what its identity was made of';
}
