import { CHARACTERS_PER_TOKEN, estimateTokens } from '../offline/answer-offline.js';
import { TextHasher } from '../offline/text-hasher.js';

const MINIMUM_TOKENS = 1_024;
const STEP_TOKENS = 128;
const FIVE_MINUTES_MS = 5 * 60_000;
const ONE_HOUR_MS = 60 * 60_000;
const LOOK_BACK_BLOCKS = 20;
const SWEEP_AT_ENTRIES = 100_000;

/** Known prefixes and until when they are known. */
class PrefixStore {
  readonly #until = new Map<number, number>();
  #sweepAt = SWEEP_AT_ENTRIES;

  has(key: number, now: number): boolean {
    return (this.#until.get(key) ?? 0) > now;
  }

  keep(key: number, until: number): void {
    this.#until.set(key, Math.max(until, this.#until.get(key) ?? 0));
  }

  sweep(now: number): void {
    if (this.#until.size < this.#sweepAt) return;
    for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
    this.#sweepAt = Math.max(SWEEP_AT_ENTRIES, 2 * this.#until.size);
  }

  clear(): void {
    this.#until.clear();
  }
}

/** Cached tokens of a request; `store` adds its own prefixes once it is answered. */
export interface CacheLookup {
  readonly readTokens: number;
  /** Tokens written for five minutes, and for an hour (Anthropic only). */
  readonly writeTokens: readonly [fiveMinutes: number, oneHour: number];
  store(now: number): void;
}

/**
 * OpenAI's automatic cache: prompts of 1,024 tokens and more, the longest known prefix in steps of 128, kept for five
 * minutes after its last use. https://platform.openai.com/docs/guides/prompt-caching
 */
export class OpenAiPromptCache {
  readonly #store = new PrefixStore();

  /** `account` holds key and model; `prompt` is all that is sent, in order. */
  lookUp(account: string, prompt: string, now: number): CacheLookup {
    const keys: number[] = [];
    const hasher = new TextHasher().add(account).add('\n');
    let hashed = 0;
    for (let tokens = MINIMUM_TOKENS; tokens * CHARACTERS_PER_TOKEN <= prompt.length; tokens += STEP_TOKENS) {
      keys.push(hasher.add(prompt, hashed, tokens * CHARACTERS_PER_TOKEN).key());
      hashed = tokens * CHARACTERS_PER_TOKEN;
    }
    const found = keys.findLastIndex((key) => this.#store.has(key, now));
    return {
      readTokens: found < 0 ? 0 : MINIMUM_TOKENS + found * STEP_TOKENS,
      writeTokens: [0, 0],
      store: (at) => {
        this.#store.sweep(at);
        for (const key of keys) this.#store.keep(key, at + FIVE_MINUTES_MS);
      },
    };
  }

  clear(): void {
    this.#store.clear();
  }
}

/** A content block of a prompt, with the lifetime of the breakpoint at its end, if there is one. */
export interface CacheBlock {
  readonly text: string;
  readonly breakpoint?: '5m' | '1h' | undefined;
}

/**
 * Anthropic's cache: a prefix is kept at each breakpoint, if it has 1,024 tokens, for five minutes after its last use (or
 * an hour), and found again from a breakpoint up to 20 blocks back. https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 */
export class AnthropicPromptCache {
  readonly #store = new PrefixStore();

  lookUp(account: string, blocks: readonly CacheBlock[], now: number): CacheLookup {
    const lastBreakpoint = blocks.findLastIndex((block) => block.breakpoint !== undefined);
    const hasher = new TextHasher().add(account).add('\n');
    let tokens = 0;
    const prefixes = blocks.slice(0, lastBreakpoint + 1).map((block) => {
      tokens += estimateTokens(block.text);
      return { key: hasher.add(block.text).add('\u0001').key(), tokens, breakpoint: block.breakpoint };
    });
    const cacheable = prefixes.filter((prefix) => prefix.breakpoint && prefix.tokens >= MINIMUM_TOKENS);
    let readTokens = 0;
    let readKey: number | undefined;
    for (const breakpoint of cacheable) {
      const at = prefixes.indexOf(breakpoint);
      const known = prefixes
        .slice(Math.max(0, at - LOOK_BACK_BLOCKS), at + 1)
        .findLast((prefix) => this.#store.has(prefix.key, now));
      if (known && known.tokens > readTokens) [readTokens, readKey] = [known.tokens, known.key];
    }
    const writeTokens: [number, number] = [0, 0];
    let written = readTokens;
    for (const prefix of cacheable) {
      if (prefix.tokens <= written) continue;
      writeTokens[prefix.breakpoint === '1h' ? 1 : 0] += prefix.tokens - written;
      written = prefix.tokens;
    }
    return {
      readTokens,
      writeTokens,
      store: (at) => {
        this.#store.sweep(at);
        if (readKey !== undefined) this.#store.keep(readKey, at + FIVE_MINUTES_MS);
        for (const prefix of cacheable) {
          this.#store.keep(prefix.key, at + (prefix.breakpoint === '1h' ? ONE_HOUR_MS : FIVE_MINUTES_MS));
        }
      },
    };
  }

  clear(): void {
    this.#store.clear();
  }
}
