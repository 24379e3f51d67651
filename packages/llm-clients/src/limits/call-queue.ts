import type { QueuePlace } from '../language-model.js';

export interface QueuedCall {
  readonly place: QueuePlace;
  /** Given by the queue: first come, first served among equals. */
  readonly sequence: number;
}

/**
 * Calls that wait for a slot. Older runs (smaller `order`) come first, so that they end and make room; within a run what
 * is waited for comes before deferred work; then first come, first served. A binary heap; leaving it early is lazy.
 */
export class CallQueue<Call extends QueuedCall> {
  readonly #heap: Call[] = [];
  readonly #left = new Set<Call>();

  get size(): number {
    return this.#heap.length - this.#left.size;
  }

  push(call: Call): void {
    const heap = this.#heap;
    let index = heap.push(call) - 1;
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      const above = heap[parent]!;
      if (!isBefore(call, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = call;
  }

  /** Removes a waiting call from any place in the queue. */
  remove(call: Call): void {
    this.#left.add(call);
    // Most of the heap gone: sweep it, so that calls that left are not kept alive by it.
    if (this.#left.size > 64 && this.#left.size * 2 > this.#heap.length) {
      const stayed = this.#heap.filter((each) => !this.#left.has(each)).sort((a, b) => (isBefore(a, b) ? -1 : 1));
      this.#heap.splice(0, this.#heap.length, ...stayed);
      this.#left.clear();
    }
  }

  peek(): Call | undefined {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (!this.#left.delete(first)) return first;
      this.#dropFirst();
    }
    return undefined;
  }

  shift(): Call | undefined {
    const first = this.peek();
    if (first !== undefined) this.#dropFirst();
    return first;
  }

  #dropFirst(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = index * 2 + 1;
      if (child >= heap.length) break;
      const right = heap[child + 1];
      if (right !== undefined && isBefore(right, heap[child]!)) child += 1;
      const below = heap[child]!;
      if (!isBefore(below, last)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
  }
}

/** Whether one call is to be served before another one. */
export function isBefore(a: QueuedCall, b: QueuedCall): boolean {
  if (a.place.order !== b.place.order) return a.place.order < b.place.order;
  if (a.place.deferred !== b.place.deferred) return b.place.deferred;
  return a.sequence < b.sequence;
}
