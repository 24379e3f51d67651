import { useContext, useState } from 'preact/hooks';
import { createContext } from 'preact';
import { entriesOf } from '../../calls/call-entries';
import { linkTo } from '../../data/route';

/** Run whose calls can be opened; `null` for a file. */
export const CallsOf = createContext<string | null>(null);

/** Link to the call behind something that is shown. It is looked up when the link is first pointed at. @param path without its number; of several, the first that was called */
export function CallLink({ path, name = 'call' }: { readonly path: string | readonly string[]; readonly name?: string }) {
  const runId = useContext(CallsOf);
  const [entry, setEntry] = useState<number | 'none'>();
  if (runId === null || entry === 'none') return null;
  const look = async (): Promise<number | 'none'> => {
    let found: number | 'none' = 'none';
    for (const one of [path].flat()) {
      if (found === 'none') found = (await entriesOf(runId, [one])).get(one) ?? 'none';
    }
    setEntry(found);
    return found;
  };
  return (
    <a
      class="call-link"
      href={entry === undefined ? linkTo(['run', runId, 'calls']) : linkTo(['run', runId, 'call', entry])}
      onPointerEnter={() => entry === undefined && void look()}
      onClick={(event) => {
        if (entry !== undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void look().then((found) => {
          if (found !== 'none') location.hash = linkTo(['run', runId, 'call', found]);
        });
      }}
    >
      {name}
    </a>
  );
}
