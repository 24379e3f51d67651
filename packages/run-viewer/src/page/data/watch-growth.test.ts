import { afterEach, expect, test, vi } from 'vitest';
import { watchGrowth } from './watch-growth';

class FakeEvents extends EventTarget {
  static readonly opened: FakeEvents[] = [];
  isClosed = false;
  constructor(readonly address: string) {
    super();
    FakeEvents.opened.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
  tell(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  FakeEvents.opened.length = 0;
});

function watch(signal: AbortSignal = new AbortController().signal) {
  vi.stubGlobal('EventSource', FakeEvents);
  return watchGrowth('a/b', () => 7, signal);
}

test('growth during a turn is told once, after it', async () => {
  const turns = watch();
  const first = turns.next();
  const [source] = FakeEvents.opened;
  expect(source?.address).toBe('./api/runs/a%2Fb/events?from=7');
  source?.tell('grown');
  await first;
  source?.tell('grown');
  source?.tell('grown');
  expect((await turns.next()).done).toBe(false);
  await turns.return(undefined);
  expect(source?.isClosed).toBe(true);
});

test('a connection that was cut is opened again after a pause', async () => {
  vi.useFakeTimers();
  const turns = watch();
  const first = turns.next();
  FakeEvents.opened[0]?.tell('error');
  await vi.advanceTimersByTimeAsync(3000);
  expect(FakeEvents.opened.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  FakeEvents.opened[1]?.tell('grown');
  expect((await first).done).toBe(false);
});

test('the signal ends it', async () => {
  const stop = new AbortController();
  const turns = watch(stop.signal);
  const first = turns.next();
  stop.abort();
  expect((await first).done).toBe(true);
  expect(FakeEvents.opened[0]?.isClosed).toBe(true);
});
