import { JournalCorruptError } from '../errors/journal-errors.js';
import { digest } from '../hash/digest.js';
import type { EntryOf, FactsOnRecord, JournalEntry, RunTotals } from '../journal/entry.js';
import { addToTotals, NO_TOTALS } from '../journal/run-totals.js';
import { vectorProblem } from '../run/vector-coding.js';
import { isDeferredPath } from '../scope/call-path.js';
import { FactsChecksum } from './facts-checksum.js';
import { forkProblem, headerProblem } from './header-problem.js';

/**
 * Passes the entries of a journal on and checks them against each other: the header against the run's identity, texts against
 * their hashes, answers against texts, facts and totals against the ends of steps, and the order of steps. Every store whose
 * journals can be changed from outside reads through this check.
 * @throws JournalCorruptError naming the line and its step; errors of the source get their step added
 */
export async function* checkEntries(
  runId: string,
  entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>,
): AsyncGenerator<JournalEntry> {
  const checks = new EntryChecks();
  let line = 0;
  const damaged = (number: number, problem: string, cause?: unknown): JournalCorruptError =>
    new JournalCorruptError(runId, number, problem, { step: checks.step, cause });
  try {
    for await (const entry of entries) {
      line++;
      const problem = checks.add(entry);
      if (problem !== undefined) throw damaged(line, problem);
      yield entry;
    }
  } catch (error) {
    if (!(error instanceof JournalCorruptError) || error.step !== undefined || checks.step === undefined) throw error;
    throw damaged(error.line, error.problem, error.cause);
  }
}

/** Takes entries in order and returns the problem of each. */
class EntryChecks {
  /** The open step, or the last one that began where none is open. */
  step: string | undefined;
  #header: EntryOf<'run-started'> | undefined;
  #openStep: string | undefined;
  readonly #finished = new Set<string>();
  readonly #parts = new Set<string>();
  readonly #replies = new Map<string, string>();
  /** Call paths that this run has answers of its own for. */
  readonly #answered = new Set<string>();
  #openAnswers: string[] = [];
  readonly #facts = new FactsChecksum();
  #openFacts: unknown[] = [];
  #totals: RunTotals = NO_TOTALS;
  #boundaries = 0;
  #ended = false;

  add(entry: JournalEntry): string | undefined {
    if (!this.#header) {
      if (entry.type !== 'run-started')
        return `the header is lost: a journal begins with run-started, this one with ${entry.type}`;
      this.#header = entry;
      this.#boundaries = entry.forkedFrom?.seeds.length ?? 0;
      return headerProblem(entry);
    }
    if (this.#ended) return 'an entry stands behind the end of the run';
    this.#totals = addToTotals(this.#totals, entry);
    switch (entry.type) {
      case 'run-started':
        return 'a second header';
      case 'part-recorded':
        this.#parts.add(entry.hash);
        return digest(entry.text) === entry.hash ? undefined : 'the text of a prompt is not the one that its hash was made of';
      case 'answer-recorded':
        return this.#answer(entry);
      case 'embeddings-recorded':
        return vectorsOnRecordProblem(entry);
      case 'fact-recorded':
        this.#openFacts.push(entry.fact);
        return this.#openStep === undefined || entry.step === this.#openStep
          ? undefined
          : `a fact of ${entry.step} stands in ${this.#openStep}`;
      case 'step-started':
        return this.#start(entry.step);
      case 'step-ended':
        return this.#end(entry);
      case 'run-forked':
        return this.#forked();
      case 'step-reasked':
        for (const path of this.#openAnswers) this.#answered.delete(path);
        this.#openFacts = [];
        this.#openStep = undefined;
        return undefined;
      case 'run-ended': {
        const open = this.#openStep;
        this.#commit();
        this.#ended = true;
        return open === undefined ? this.#compare(entry) : `the run ends while ${open} is open`;
      }
      default:
        return undefined;
    }
  }

  #answer({ path, messages, inherited, edited, result }: EntryOf<'answer-recorded'>): string | undefined {
    if (edited) this.#replies.set(path, result.text);
    const known = messages.every(({ parts }) => parts.every(([, hash]) => this.#parts.has(hash)));
    if (!known) return `a text that ${path} was asked with is not on record`;
    if (inherited) return undefined;
    if (this.#answered.has(path)) return `${path} is answered twice`;
    this.#answered.add(path);
    if (!isDeferredPath(path)) this.#openAnswers.push(path);
    return undefined;
  }

  #start(step: string): string | undefined {
    const open = this.#openStep;
    this.step = step;
    this.#openStep = step;
    if (open !== undefined) return `${step} begins while ${open} is open`;
    return this.#finished.has(step) ? `${step} begins a second time` : undefined;
  }

  #end(entry: EntryOf<'step-ended'>): string | undefined {
    const open = this.#openStep;
    this.#commit();
    this.#finished.add(entry.step);
    if (open !== entry.step) return `${entry.step} ends, but ${open === undefined ? 'no step' : open} is open`;
    return this.#compare(entry);
  }

  #forked(): string | undefined {
    this.#boundaries--;
    const facts = [...this.#openFacts];
    this.#commit();
    this.#totals = NO_TOTALS;
    if (this.#boundaries !== 0) return undefined;
    const header = this.#header!;
    const paths = header.forkedFrom?.editedPaths ?? [];
    return forkProblem(header, {
      facts,
      replies: Object.fromEntries(paths.map((path) => [path, this.#replies.get(path) ?? ''])),
    });
  }

  #commit(): void {
    for (const fact of this.#openFacts) this.#facts.add(fact);
    this.#openFacts = [];
    this.#openAnswers = [];
    this.#openStep = undefined;
  }

  /** Older journals do not count facts. Entries that a fork took over have the totals of its parent. */
  #compare({ facts, totals }: { readonly facts?: FactsOnRecord | undefined; readonly totals: RunTotals }): string | undefined {
    if (facts === undefined) return undefined;
    const { count, checksum } = this.#facts.value;
    if (count !== facts.count) return `${facts.count} facts should stand up to here, and ${count} do`;
    if (checksum !== facts.checksum) return 'the facts up to here are not those that were recorded';
    if (this.#boundaries <= 0 && totals.calls !== this.#totals.calls)
      return `${totals.calls} calls should stand up to here, and ${this.#totals.calls} do`;
    return undefined;
  }
}

function vectorsOnRecordProblem({ model, vectors }: EntryOf<'embeddings-recorded'>): string | undefined {
  const key = `${model.provider}:${model.modelId}`;
  for (const { vector } of vectors) {
    const problem = vectorProblem(vector);
    if (problem !== undefined) return `a vector of ${key} ${problem}`;
    if (vector.length !== vectors[0]!.vector.length) return `the vectors of ${key} are not all of one length`;
  }
  return undefined;
}
