import { byPartner, type ByPartner, type Partner } from '@entente/relationship';
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Aside } from './reading';
import { inOrder, namesOf } from './story/couple-story';
import type { ToldRun } from './use-story';

/** Everything that each part of a story needs to tell it. */
export interface Telling {
  readonly runId: string;
  readonly names: ByPartner<string>;
  /** Place of each in the couple's file, which decides colour and line. */
  readonly places: ByPartner<'first' | 'second'>;
  /** Both, in the order of the couple's file. */
  readonly order: readonly [Partner, Partner];
  /** Call paths whose answers a fork replaced. */
  readonly editedPaths: readonly string[];
}

const TellingContext = createContext<Telling | null>(null);
export const TellingProvider = TellingContext.Provider;

/** Names and places of a run; the same object as long as they are. */
export function useTellingOf(runId: string, { head: { header }, story }: ToldRun): Telling {
  const { partners, roles } = story.state;
  return useMemo(() => {
    const order = inOrder(story);
    const editedPaths = header.forkedFrom?.editedPaths ?? [];
    const places = byPartner((partner) => (partner === order[0] ? ('first' as const) : ('second' as const)));
    return { runId, names: namesOf(story), places, order, editedPaths };
  }, [runId, partners, roles, header.identity]);
}

/** Names and places of the story around a component. */
export function useTelling(): Telling {
  const telling = useContext(TellingContext);
  if (telling === null) throw new Error('No story is told here.');
  return telling;
}

/** Name of a partner, in the colour and with the line of its place. */
export function Name({ of }: { readonly of: Partner }) {
  const { names, places } = useTelling();
  return <bdi class={`name ${places[of]}`}>{names[of]}</bdi>;
}

/** Asides that the scene around a component shows. */
export const ShownContext = createContext<ReadonlySet<Aside>>(new Set());
