const MOST_SAMPLES = 200;

/** The 95th percentile of an endpoint's recent latencies: of the last 200, once there are enough. */
export class LatencyEstimate {
  readonly #fewest: number;
  readonly #samples: number[] = [];
  #next = 0;
  #p95: number | undefined;

  constructor(fewestSamples: number) {
    this.#fewest = fewestSamples;
  }

  add(latencyMs: number): void {
    this.#samples[this.#next] = latencyMs;
    this.#next = (this.#next + 1) % MOST_SAMPLES;
    this.#p95 = undefined;
  }

  /** Milliseconds, or undefined while there are too few samples to tell. */
  p95(): number | undefined {
    if (this.#samples.length < this.#fewest) return undefined;
    if (this.#p95 === undefined) {
      const sorted = Float64Array.from(this.#samples).sort();
      this.#p95 = sorted[Math.ceil(sorted.length * 0.95) - 1];
    }
    return this.#p95;
  }
}
