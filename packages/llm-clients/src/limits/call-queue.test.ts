import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallQueue, type QueuedCall } from './call-queue.js';

const call = (sequence: number, order = 0, deferred = false): QueuedCall => ({ sequence, place: { order, deferred } });

describe('CallQueue', () => {
  it('serves older runs first, then what is waited for, then first come, first served', () => {
    const queue = new CallQueue();
    for (const each of [call(1, 2), call(2, 1, true), call(3, 1), call(4, 1), call(5, 0, true)]) queue.push(each);
    expect(drain(queue)).toEqual([5, 3, 4, 2, 1]);
  });

  it('holds to that order under any pushes, shifts and departures', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('push' as const), order: fc.integer({ min: 0, max: 4 }), deferred: fc.boolean() }),
      fc.record({ do: fc.constantFrom('shift' as const, 'leave' as const), pick: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const queue = new CallQueue();
        const waiting: QueuedCall[] = [];
        steps.forEach((each, sequence) => {
          if (each.do === 'push') {
            const next = call(sequence, each.order, each.deferred);
            queue.push(next);
            waiting.push(next);
          } else if (each.do === 'shift') {
            const first = [...waiting].sort(byPlace)[0];
            expect(queue.peek()).toBe(first);
            expect(queue.shift()).toBe(first);
            if (first) waiting.splice(waiting.indexOf(first), 1);
          } else if (waiting.length > 0) {
            const [gone] = waiting.splice(each.pick % waiting.length, 1);
            queue.remove(gone!);
          }
          expect(queue.size).toBe(waiting.length);
        });
        expect(drain(queue)).toEqual(waiting.sort(byPlace).map(({ sequence }) => sequence));
      }),
      { numRuns: 300 },
    );
  });
});

function byPlace(a: QueuedCall, b: QueuedCall): number {
  return a.place.order - b.place.order || Number(a.place.deferred) - Number(b.place.deferred) || a.sequence - b.sequence;
}

function drain(queue: CallQueue<QueuedCall>): readonly number[] {
  const served: number[] = [];
  for (let next = queue.shift(); next; next = queue.shift()) served.push(next.sequence);
  return served;
}
