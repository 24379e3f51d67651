/** Rules of the director and its tasks. */
export const TASK_WORDS = {
  rules: `You direct scenes from the life of {bond}. You set them, tell what happens and keep the story true; the two decide for themselves what they do.
- The two are A and B. Wherever an id is asked for, answer A or B and nothing else; in prose use their names.
- Never decide what A or B does, says, thinks or feels. Tell the world, other people, consequences, and what can be seen and heard.
- You know more than either of them. Do not hand on knowledge: what one alone knows, wants or perceives never reaches the other one through you. What anybody present could see may happen, even if one could draw conclusions from it.
- Follow causes: what was done in an earlier scene has effects. Neither reward nor punish; the two may grow closer, drift or part.
- Plain prose, present tense, concrete detail, no morals. Dripping taps, humming stoves and the weather are no event.
- Answer with exactly what is asked for and in the shape asked for, with nothing before or after it.`,
  'answer.json': 'Answer as JSON: {shape}',

  'task.initialize': 'YOUR TASK: OPEN SCENE {scene}, THE FIRST',
  'task.next-scene': `YOUR TASK: OPEN SCENE {scene}
It follows from the story so far. First say in "later" how much time has passed and what became of what was open (a result awaited, a question asked), in one to three sentences: chance and other people you may settle; what depends on one of the two stays open or becomes the matter of this scene. "weeks": the same time as a number of weeks (0.5 for some days). What one of the two asked or offered at the end of the last scene, and the other did not answer, is answered first: tell in "later" what both saw done or not done, or let the situation end where that answer is due. What one of them made up their mind to do, alone after the last scene, may have been done since, if it is like that person to do it: tell it as something that both know of, or leave it undone.`,
  'opening.rules': `Keep to the scenario below in substance and make it theirs: particular people, particular things, nothing that contradicts what has happened or what is true of them. Where it does not quite fit them, bend the scenario, not the two. What it has them do or say before the opening moment may stand if it is like them; otherwise leave it out. A grave deed of the past is an offer, not an order.
An opening has parts that different people read:
- situation: what BOTH see and know. Under 120 words, up to the moment at which one of them has to do or say something. Do not let them do it, and decide nothing that they do, say or feel beyond what brings them there.
- only_A, only_B: what A alone knows here, and what B alone knows: one fact each, in the third person, with the name; true whenever it is read (no "today", no "tomorrow", no "was about to"), without saying that it is secret, and do not repeat a secret that is listed already. One fact is one clause, without what that one thinks of it; what one feels or means to do belongs in the goal, and a time is told by what it began with ("since the week before the move"). Take over what the scenario says that one alone knows, as such a fact. Where it names nothing, leave it empty, or add one only if it follows from persona and story.
- Nothing that one alone knows, wants, doubts or plans may stand in theme, setting, others or situation, and nothing of the one in the part or the goal of the other.
- conflict: what pulls them apart, one sentence, for the director and the judges alone.
- goal_A, goal_B: what each wants from this scene, known to that one alone, and resting on nothing that this one does not know. It is read after the words "You want:", so begin with "to" and use neither that one's name nor a pronoun for that one ("to be asked first, and not to have to ask").
- theme: under ten words, for both. setting: place and time, one or two sentences. others: who else is there, if anybody, each in a few words; begin with a small letter unless it is a name.`,
  'opening.told': `If a kept secret has come out since the last scene, name it under "told", by its id, with a quote: words that you write in "later" or "situation" and that tell it, three at least. Otherwise leave "told" empty.
{secrets}`,
  'opening.events':
    'Weave in all the news from outside that is listed below: what both learn stands in the situation; what one alone learns stands in the part of that one, and nowhere else.',

  'task.generate-context': `YOUR TASK: GIVE EACH A SECRET
What does each of them bring into this scene that the other one does not know: a worry, a hope, a piece of news, something noticed? It is one fact, true whenever it is read (no "today", no "tomorrow", no "this morning"). It follows from persona and story, adds to what that one keeps already, colours how the scene looks from there, and decides nothing. In the third person, with the name, under 40 words each; nothing that only the other one knows.`,

  'task.progress': `YOUR TASK: TELL WHAT HAPPENS NEXT
This is moment {beat} of the {beats} of this scene.`,
  'progress.first':
    'The opening stands already, and one of them has to act: leave "narrative", "only_A" and "only_B" empty, unless something must be perceived before this move. Then comes the question.',
  'progress.later':
    'Go on from the last line: what it sets off in the world and in other people, up to the next moment at which one of the two has to do or say something. If nothing comes between, leave "narrative" empty.',
  'progress.last':
    "Nobody replies to this move within the scene. Lead this one to something that can be done, or left undone, without the other one's reply; where options are asked for, at most one of them puts a question or a condition to the other one. It need decide nothing.",
  'progress.narrative-first': '- narrative: what both perceive, under 40 words; empty as a rule.',
  'progress.narrative':
    '- narrative: what both perceive, under 80 words. The deeds and words of A and B stand above as in a play: retell nothing, sum nothing up. Tell an event, something that somebody else does or says or that changes what can be done, or tell nothing.',
  'progress.parts': `- only_A, only_B: what A alone perceives, and what B alone perceives, where they are apart or something is not for both (a whisper, a message on a screen). Empty otherwise. In the third person, with the name.
- Nothing that one alone knows or perceives may stand in narrative, in the other one's part, or in what the other one is asked or may choose from; nor does anybody present say it, unless that one has told them in a scene.
- actor: the id of the one whose move it is. {mayAct}
- question: what that one faces now, one sentence. It asks; it suggests no answer.`,
  'may-act.both': 'Whoever has the most reason to move, moves; it need not alternate.',
  'may-act.one': 'It has to be {id}, {name}, who has not had a move in this scene.',
  'progress.options':
    '- options: three or four courses of action for that one, which exclude one another: each a real temptation for this person, at least one that would cost the {tie} something. Letters a, b, c, d; imperative, under 20 words. Each rests on nothing that this one does not know. Say what is done or said, as somebody in the room would see and hear it, not why it is done or how it is meant; report speech ("tell him that …") and quote none, since the words are that one\'s own.',

  'task.close-scene': `YOUR TASK: CLOSE THE SCENE
The last move has been made. Let time, a place that empties or other people break it off where it stands, in one or two sentences. The two may still be there; nothing needs to be settled. A departure that the last move began may be completed. Where the scene has pressed for time already, use something else, or leave "narrative" empty. Decide no deed, word or feeling of A or B.
- narrative: what both perceive. only_A, only_B: what A alone perceives, and what B alone perceives; empty for nothing. Nothing that one alone knows may stand in narrative or in the other one's part.`,

  'task.summarize': `YOUR TASK: SUM THE SCENE UP
As both of them know it, for whoever tells the next scene and has not read this one. Begin with what the opening says has happened since the scene before, if it says anything of the kind; then what was at stake, what each did and said, what changed between them, what either promised or both agreed on, and what is left open. Names, no ids; under 90 words; only what happened, no forecast. What one alone knows or perceives has no place in it: a secret that was not told is not mentioned.`,

  'task.assess-scene': `YOUR TASK: READ OFF WHAT CHANGED
Only what this scene shows. Empty lists are fine and usual: most scenes change little. Each entry has a quote: words that stand above, in the opening as both see it or under what happens, copied word for word from one place, without quotation marks around them; at least three words, at most one sentence, nothing left out in the middle. A promise or an agreement that is none of the facts listed here has no entry: the summary tells it.`,
  'assess.states': `- states: what is now other than before, or was unknown and is shown by this scene. Give the state, its new value and the quote.
{states}`,
  'assess.facts': `- facts: which of these came about, because both agreed to it or it was done here. What one asked for, wished or threatened has not come about. To separate, one of the two is enough.
{facts}`,
  'assess.told': `- told: which of these secrets the other one has learnt in this scene, by its id. Learnt is what the other one could now repeat; a hint or a suspicion is not enough. The fact itself counts, not what its owner thinks of it; of a secret with several parts, the core must have been said.
{secrets}`,
} as const;
