import { useLayoutEffect, useState } from 'preact/hooks';
import type { ListChange } from '../../server/list/listed-runs';
import { type AllRuns, changed } from './all-runs';
import { server } from './api';

/** Every run of the place, and each change as it happens; undefined until the first reply. */
export function useRuns(): AllRuns | undefined {
  const [all, setAll] = useState<AllRuns>();
  // Asks before the first paint, and for the many others after it.
  useLayoutEffect(() => {
    let events: EventSource | undefined;
    let isWanted = true;
    void server.api.list
      .$get()
      .then(async (reply) => {
        if (!reply.ok || !isWanted) return;
        const { place, ...first } = await reply.json();
        let held = changed({ place, runs: [], damaged: [], known: 0 }, first);
        setAll(held);
        requestAnimationFrame(() =>
          setTimeout(() => {
            if (!isWanted) return;
            events = new EventSource(`./api/list/events?since=${first.version}`);
            events.addEventListener('runs', (event: MessageEvent<string>) => {
              held = changed(held, JSON.parse(event.data) as ListChange);
              setAll(held);
            });
          }),
        );
      })
      .catch(() => undefined);
    return () => {
      isWanted = false;
      events?.close();
    };
  }, []);
  return all;
}
