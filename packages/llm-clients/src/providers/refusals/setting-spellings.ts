import type { SettingName } from '../lesson.js';

// Matched against a text of `plainNames`, in which `topP`, `top_p`, `top-p` and `top p` are all `top_p`.
const SPELLINGS: Readonly<Record<SettingName, RegExp>> = {
  temperature: /\btemperature\b/,
  topP: /\btop_p\b|\bnucleus\b/,
  seed: /\b(random_)?seed\b/,
  reasoningEffort:
    /(?<!-)\breasoning(_efforts?)?\b(?!-)|\befforts?\b|(?<!-)\bthink(ing)?(_(budget|level|config|mode|value|type))?\b(?!-)|\bbudget(_tokens)?\b/,
  maxOutputTokens: /\bmax(imum)?_(new_|completion_|output_)?tokens\b|\b(completion|output)_tokens\b|\bmax_length\b/,
};

const JOINED =
  /\b(max(imum)?[\s.-]+((new|completion|output)[\s._-]+)?tokens|(completion|output)[\s.-]+tokens|top[\s.-]+p|reasoning[\s.-]+efforts?|think(ing)?[\s.-]+(budget|level|config|mode|value|type)|budget[\s.-]+tokens|random[\s.-]+seed)\b/g;

/** A text in which every way of writing a name is one way: lower case, with `_` for what joins its words. */
export function plainNames(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(JOINED, (words) => words.replace(/[\s.-]+/g, '_'));
}

/** Index at which a text of `plainNames` first names a setting; undefined if it does not. */
export function positionOf(setting: SettingName, plain: string): number | undefined {
  const at = plain.search(SPELLINGS[setting]);
  return at < 0 ? undefined : at;
}
