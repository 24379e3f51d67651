/** Phrases that take up something, each with what the other one must have said before. */
const PRESUPPOSED: readonly (readonly [phrase: RegExp, heard: RegExp])[] = [
  [/you asked, so here it is|i see why you asked|you asked me a plain question/i, /\?/],
  [/you are right to be tired/i, /\b(tired|enough|every (?:single )?time|always|again)\b/i],
  [/more your work than mine/i, /\b(always|every (?:single )?time|never|sees to it|by myself|alone|mood)\b/i],
  [/do not trust it yet/i, /\b(trust|believe|promis\w+|sure|mean it|again)\b/i],
  [/hear it last/i, /\b(told|tell|knew|know|hear|heard|last|nobody asked)\b/i],
  [/i asked a question and got a plea/i, /\?/],
  [/a third time/i, /./],
];

/** Phrases that agree with what the other one has said of the matter. */
const AGREES = /you are right about|why \{topic\} got to you|your half of it|my half of it/i;

/** Phrases that defend against a reproach. */
const DEFENDS =
  /you did the same|ten times over|not fair|do not put that on me|not taking the blame|had no choice|my fault|never said that|what about you|as much your idea/i;

/** A reproach, as it is heard. */
const REPROACH =
  /\b(you (?:always|never|only|did not|do not|are ridiculous)|why (?:can.t|did|do)n?.?t? you|your (?:plans|mood|way|fault)|grow up|pathetic|you and|i expect|every single time|listen to yourself|enough|how could you|because of you|you said|ashamed)\b/i;

/**
 * Whether everything that a phrase takes up has been said.
 * @param heard words of the other one in this scene
 * @param topic matter that the phrase will name
 */
export function isTakenUp(phrase: string, heard: string, topic: string): boolean {
  if (PRESUPPOSED.some(([claims, needed]) => claims.test(phrase) && !needed.test(heard))) return false;
  if (AGREES.test(phrase)) return heard !== '' && (!phrase.includes('{topic}') || heard.toLowerCase().includes(bare(topic)));
  return !DEFENDS.test(phrase) || REPROACH.test(heard);
}

const bare = (topic: string): string => topic.replace(/^(?:the|all) /, '');
