import { standardMap } from '@entente/diplomacy-rules';
import { useState } from 'preact/hooks';
import type { StoryPhase } from '../story/game-story';
import { provinceInWords } from './caption';

/** Full names of all provinces, with their owners and units, written out once somebody asks. */
export function ProvinceList({ phase }: { readonly phase: StoryPhase }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="province-list" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Provinces in words</summary>
      {isOpen && (
        <ul>
          {NAMED.map(({ id }) => (
            <li key={id}>{provinceInWords(phase, id)}</li>
          ))}
        </ul>
      )}
    </details>
  );
}

const NAMED = standardMap.provinces.toSorted((one, other) => (one.name < other.name ? -1 : 1));
