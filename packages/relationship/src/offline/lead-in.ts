/**
 * Whether a sentence only leads up to what is said, as `Listen.` and `You should hear this from me.` do. To quote it would be to quote
 * nothing.
 */
function isLeadIn(sentence: string): boolean {
  const bare = sentence.trim().replace(/[.,:;!?…]+$/, '');
  return bare.split(/\s+/).length < 3 || LEAD_INS.test(bare);
}

const LEAD_INS =
  /^(?:let me (?:start again|say one true thing|see if)|give me a minute|i do not want it to stay like this|no, hear me out|that came out wrong|say if i get it wrong|i had not looked at it|you know what|forget .{1,30} for a second|listen, |for the record|ladies and gentlemen|i have thought about (?:it|this for a long time)|all right, all right|permission to speak|i will say it plainly|there is something (?:underneath this|i have not told you)|i have gone round this|this is not easy|you asked, so here|just one thing|you went so quiet|look at (?:me|yourself)|i know i asked already|it has been a long day|i do not know$|if you say so|so now it is me|that is not what happened|no, this time i will say it|you want to know|here we go again|i have had enough|right, of course|listen to yourself|what i want to say is|i am done trying|that was it|you should hear this from me|i have kept something back|before we go on|i cannot sit on this|you say ‘|‘|you keep coming back to the word|i heard ‘|it is not the word|so it is the .{1,20} again)|, look at me$/i;

/** Sentences of a text that say something, lead-ins left out; all of them if there is nothing else. */
export function sentencesOf(text: string): readonly string[] {
  const all = text.split(/(?<=[.!?])\s+/).filter((sentence) => /\p{L}/u.test(sentence));
  const telling = all.filter((sentence) => !isLeadIn(sentence));
  return telling.length > 0 ? telling : all;
}
