/** Plans that two people can make together, each with the words that propose or name it. */
const PLANS = {
  'stage to dating': /\b(go(?:ing)? out with|a first date|see you again|meet again|first kiss|you and me)\b/i,
  'stage to together':
    /\b(be together|be with (?:you|me)|belong together|you and me|a couple|try it with (?:me|you)|back to you|back with you|try it once more|second chance)\b/i,
  'stage to engaged': /\b(marry|married|marriage|wedding|propos(?:e|al)|be my (?:wife|husband)|a ring)\b/i,
  'stage to married': /\b(i do(?=[.!,])|marry|married|get married|registrar|registry office)\b/i,
  'living to together':
    /\b(move in|moving in|live together|living together|live here|one household|same address|come and live|our own door)\b/i,
  'living to apart': /\b(move out|moving out|live apart|living apart|a place of my own|my own place|room of my own)\b/i,
  'living to long-distance':
    /\b(take the job|take the post|move to|moving to|go there|another city|another country|from a distance|long distance|a year away)\b/i,
  'children to +1': /\b(a child|a baby|have children|the baby|pregnan\w+)\b/i,
} as const satisfies Readonly<Record<string, RegExp>>;

/** A plan, written as the change of a fact that it would bring: `living to together`. */
export type Plan = keyof typeof PLANS;

/** Plans that a text names. */
export function plansIn(text: string): readonly Plan[] {
  return (Object.keys(PLANS) as readonly Plan[]).filter((plan) => PLANS[plan].test(text));
}

/** Whether these words agree to something. */
export function saysYes(words: string): boolean {
  return YES.test(words);
}

const YES =
  /^["“]?\s*(?:yes|all right, let us|agreed|i will|let us|let's|gladly|of course)\b|\b(?:i would like that|yes, let us|i agree|i want that too|i want it too|so do i|me too)\b/i;
