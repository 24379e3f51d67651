import type { RecallStory } from './story/scene-story';
import { useTelling } from './telling';

const PARTS = [
  ['meaning', 'meaning'],
  ['emotion', 'feeling'],
  ['recency', 'recency'],
  ['novelty', 'novelty'],
] as const;

/** Memories that came to somebody's mind before a move, each with its score and the parts of it. */
export function RecalledMemories({ recalled: { partner, memories } }: { readonly recalled: RecallStory }) {
  const { names, places } = useTelling();
  if (memories.length === 0) return null;
  return (
    <div class={`alone memory ${places[partner]}`}>
      <span class="who">{names[partner]} remembers:</span>
      <ul>
        {memories.map(({ id, score, parts, memory }) => (
          <li key={id}>
            <bdi>{memory?.text ?? id}</bdi>{' '}
            <span class="score">
              {originOf(memory)}score {score.toFixed(2)}
              {PARTS.map(([part, name]) => (parts?.[part] === undefined ? null : ` · ${name} ${parts[part].toFixed(2)}`))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function originOf(memory: RecallStory['memories'][number]['memory']): string {
  if (memory === undefined) return '';
  return memory.origin.kind === 'past' ? 'from before · ' : `of scene ${memory.origin.scene} · `;
}
