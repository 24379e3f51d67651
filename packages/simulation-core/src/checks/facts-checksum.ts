import { createHash } from 'node:crypto';
import { canonicalJson } from '../hash/canonical-json.js';
import type { FactsOnRecord } from '../journal/entry.js';

/** Running checksum of a run's facts, in order. Equal facts give equal checksums, whatever the order of their keys. */
export class FactsChecksum {
  readonly #hash = createHash('sha256');
  #count = 0;

  /** @param facts earlier facts */
  constructor(facts: Iterable<unknown> = []) {
    for (const fact of facts) this.add(fact);
  }

  add(fact: unknown): void {
    this.#count++;
    this.#hash.update(`${canonicalJson(fact)}\n`);
  }

  /** Number of facts so far, and the first 32 hexadecimal digits of their SHA-256. */
  get value(): FactsOnRecord {
    return { count: this.#count, checksum: this.#hash.copy().digest('hex').slice(0, 32) };
  }
}
