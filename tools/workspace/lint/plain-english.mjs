/** Openings that hide the subject of a sentence: `What a run costs` where `Cost of a run` is meant. Questions may have them. */
const OPENING = /^(?:What|Who|Whom|Whose|That|Where|Of whom|Of what|To whom|By whom)\b/;

/** Turns of phrase with a plainer word beside each. @type {readonly (readonly [RegExp, string])[]} */
export const STILTED = [
  [/\bhow-manieth\b/i, '"index" or "number"'],
  [/\bof whom\b/i, 'the noun it stands for'],
  [/\b(?:is|are|was|were|be|been) had\b/i, 'an active verb, such as "returned" or "has"'],
  [/\btaken for\b/i, '"treated as"'],
  [/\bsays\b/i, '"states", "names", "gives" or "decides"'],
  [/\bthe same out of\b/i, '"converts ... to ..."'],
  [/\beverybody says\b/i, '"every power says"'],
  [/\bthe sign that tells\b/i, '"badge" or "mark"'],
  [/\bmost (?:tokens|calls|characters|runs) of\b/i, '"maximum number of"'],
  [/\bso many\b/i, '"this many" or the number'],
  [/\bthe like of\b/i, '"such as"'],
  [/\bcame of (?:it|them|a|the|an|each|every)\b/i, '"result of"'],
  [/\bmade anew\b/i, '"created again"'],
];

/**
 * Complaints about the English of one comment, in the order of its sentences; none where it is plain.
 * @param {string} comment without its marks
 * @returns {readonly string[]}
 */
export function complaintsAboutEnglish(comment) {
  const openings = sentencesOf(comment).flatMap((sentence) => {
    const opening = OPENING.exec(sentence)?.[0];
    return opening === undefined || sentence.endsWith('?')
      ? []
      : [`Begin with a verb or a noun, not with "${opening}": "${excerpt(sentence)}"`];
  });
  const phrases = STILTED.flatMap(([pattern, plainer]) => {
    const found = pattern.exec(comment)?.[0];
    return found === undefined ? [] : [`Write ${plainer} instead of "${found}".`];
  });
  return [...openings, ...phrases];
}

/** @param {string} comment */
function sentencesOf(comment) {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, ''))
    .join('\n')
    .split(/(?<=[.!?])\s+|\n\s*\n|\n(?=@|- )/)
    .map((sentence) => sentence.trim().replace(/^@\w+ ?/, ''))
    .filter((sentence) => sentence !== '');
}

/** @param {string} sentence */
const excerpt = (sentence) => (sentence.length > 60 ? `${sentence.slice(0, 57)}...` : sentence);

/** Keeps comments in plain English. @type {import('eslint').Rule.RuleModule} */
export const plainEnglish = {
  meta: { type: 'suggestion', schema: [], messages: { stilted: '{{complaint}}' } },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments())
        for (const complaint of complaintsAboutEnglish(comment.value))
          if (comment.loc) context.report({ loc: comment.loc, messageId: 'stilted', data: { complaint } });
    },
  }),
};
