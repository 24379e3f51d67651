import { useEffect, useState } from 'preact/hooks';
import { wordInAddress, writeAddress } from '../playback/address';
import type { GameStory } from '../story/game-story';
import type { Tab } from './tabs';

/** Sections beside the board. */
const SECTIONS = [
  { id: 'orders', name: 'Orders' },
  { id: 'press', name: 'Press' },
  { id: 'agents', name: 'Minds' },
  { id: 'relations', name: 'Relations' },
  { id: 'centres', name: 'Centres' },
  { id: 'moments', name: 'Moments' },
] as const;

/** Name of a section in the address. */
export type SectionId = (typeof SECTIONS)[number]['id'];

/** Sections that a game has something for. */
export function sectionsOf({ phases, runId }: GameStory): readonly Tab<SectionId>[] {
  const hasPress = phases.some(({ press, dropped }) => press.length + dropped.length > 0);
  const hasMinds = phases.some(({ agents }) => agents !== null);
  const isThere: Readonly<Record<SectionId, boolean>> = {
    orders: true,
    press: hasPress,
    agents: hasMinds,
    relations: hasMinds,
    centres: true,
    moments: runId !== null,
  };
  return SECTIONS.filter(({ id }) => isThere[id]);
}

/** Section that is shown, kept in the address (`?tab=press`). */
export function useSection(tabs: readonly Tab<SectionId>[]): readonly [SectionId, (id: SectionId) => void] {
  const [wanted, setWanted] = useState(() => wordInAddress('tab'));
  useEffect(() => {
    const follow = (): void => setWanted(wordInAddress('tab'));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const select = (id: SectionId): void => {
    setWanted(id);
    writeAddress('tab', id);
  };
  return [tabs.find(({ id }) => id === wanted)?.id ?? 'orders', select];
}
