/** Words that services have for how much to reason, least first; `default` and `auto` only say that there is some. */
const EFFORT_WORDS = ['none', 'minimal', 'low', 'default', 'auto', 'medium', 'high', 'xhigh', 'max'] as const;

/** The word for no reasoning at all. */
const NOTHING: readonly string[] = ['none'];

const INTRODUCTION =
  /one of|(?<!un)(?:supported|allowed|valid|accepted|available|permitted|possible)[_ ](?:values?|options?|efforts?|levels?)(?:[_ ]are|[_ ]is)?|must be|should be|expected|supports? only|only supports?|only accepts?|choose from|use/g;
const MANDATORY =
  /mandatory|cannot be (?:disabled|turned off|0)|can't be disabled|only works? (?:in|with) think|thinking mode|setting_?\s*thinking_budget to 0|budget[_ ]0 is invalid|must (?:be enabled|reason|think)|requires? (?:reasoning|thinking)/;

/**
 * Reads the efforts that a refusal of `effort` lists as supported; undefined if it names no other effort.
 * @param plain the refusal as `plainNames` writes it
 */
export function readEfforts(plain: string, effort: string, known: readonly string[]): readonly string[] | undefined {
  const others = [...plain.matchAll(INTRODUCTION)]
    .map(({ index, 0: words }) => wordsIn(plain.slice(index + words.length)).filter((word) => word !== effort))
    .reduce<readonly string[]>((longest, list) => (list.length > longest.length ? list : longest), []);
  if (others.length > 0) return others;
  if (NOTHING.includes(effort) && MANDATORY.test(plain)) {
    const reasoning = known.filter((word) => !NOTHING.includes(word) && word !== 'minimal');
    return reasoning.length > 0 ? reasoning : ['low', 'medium', 'high'];
  }
  return undefined;
}

/** The allowed word nearest to what was asked for. Reasoning never becomes none, nor none more than the least there is. */
export function nearestEffort(asked: string, allowed: readonly string[]): string {
  const reasoning = allowed.filter((word) => !NOTHING.includes(word));
  const nothing = allowed.find((word) => NOTHING.includes(word));
  if (NOTHING.includes(asked) && nothing !== undefined) return nothing;
  const rank = (word: string): number => EFFORT_WORDS.indexOf(word as (typeof EFFORT_WORDS)[number]);
  const candidates = reasoning.length > 0 ? reasoning : allowed;
  const distance = (word: string): number => Math.abs(rank(word) - rank(asked));
  return candidates.reduce((nearest, word) => (distance(word) < distance(nearest) ? word : nearest), candidates[0] ?? asked);
}

/** Effort words up to the first sentence's end that follows one. */
function wordsIn(text: string): readonly string[] {
  const [sentence = ''] = text.slice(0, 200).split(/[.;\n](?:\s|$)/, 1);
  const words = sentence.match(/\b[a-z]+\b/g) ?? [];
  return [...new Set(words.filter((word) => (EFFORT_WORDS as readonly string[]).includes(word)))].filter(
    // These are common words too.
    (word) =>
      !['max', 'default', 'auto'].includes(word) ||
      new RegExp(`["'\`]${word}["'\`]|[,:]\\s*${word}\\b|\\b(or|and) ${word}\\b|^\\s*${word}\\b`).test(sentence),
  );
}
