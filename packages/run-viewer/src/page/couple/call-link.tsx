import { useState } from 'preact/hooks';
import { entriesOf, isBehind } from '../calls/call-entries';
import { linkTo } from '../data/route';
import { useTelling } from './telling';

/** One call behind something that is told: a name for it, and the beginning of its path. */
export interface CallBehind {
  readonly name: string;
  readonly path: string;
}

/** Links to the calls that a stretch of the story rests on. Calls are looked up when a link is first pointed at. */
export function CallLinks({ calls }: { readonly calls: readonly CallBehind[] }) {
  const { runId } = useTelling();
  const [found, setFound] = useState<ReadonlyMap<string, number>>();
  const look = async (): Promise<ReadonlyMap<string, number>> => {
    const entries =
      found ??
      (await entriesOf(
        runId,
        calls.map(({ path }) => path),
      ));
    setFound(entries);
    return entries;
  };
  const hrefOf = (path: string, entries: ReadonlyMap<string, number> | undefined): string => {
    const entry = entries?.get(path);
    return entry === undefined ? linkTo(['run', runId, 'calls']) : linkTo(['run', runId, 'call', entry]);
  };
  return (
    <p class="calls-behind" onPointerEnter={() => void look()} onFocusIn={() => void look()}>
      <span class="who">calls:</span>{' '}
      {calls.map(({ name, path }, at) => (
        <>
          {at > 0 && ' · '}
          <a
            key={path}
            href={hrefOf(path, found)}
            onClick={(event) => {
              if (found !== undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              void look().then((entries) => {
                location.hash = hrefOf(path, entries);
              });
            }}
          >
            {name}
          </a>
        </>
      ))}
    </p>
  );
}

/** Names the calls whose replies this fork replaced; nothing where it replaced none of them. */
export function EditedCalls({ calls }: { readonly calls: readonly CallBehind[] }) {
  const { editedPaths } = useTelling();
  const edited = calls.filter(({ path }) => editedPaths.some((call) => isBehind(path, call)));
  return edited.length === 0 ? null : <p class="edited">Edited in this fork: {edited.map(({ name }) => name).join(', ')}</p>;
}
