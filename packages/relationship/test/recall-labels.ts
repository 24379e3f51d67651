/** A life with moments of it, labelled by hand: which memories a reader would say are about what the moment is about, often none. */
export interface LabelledLife {
  readonly name: string;
  /** Facts of the two that are known anyway. */
  readonly background: readonly string[];
  /** Memories by their ids; a past, moves and thoughts of beats, and reflections. */
  readonly memories: Readonly<Record<string, string>>;
  readonly cues: readonly (readonly [text: string, ...fitting: readonly string[]])[];
}

const lena: LabelledLife = {
  name: 'Lena',
  background: [
    'Lena, 38, is a structural engineer and the mother of a nine-year-old from a first marriage. She plans, keeps lists and says what she thinks.',
    'Marcus, 41, is a night nurse. He is gentle, late with everything and hard to read.',
  ],
  memories: {
    bridge: 'The bridge at Kalden, my first, and standing under it when the first lorry went over.',
    divorce: 'Signing the divorce papers with the pen that Robert lent me, and how we then went for soup.',
    alone: 'Three years of deciding every single thing alone, and being good at it, and crying in the car wash.',
    fever: 'My daughter with a fever of forty, the thermometer in one hand and the telephone in the other, and nobody to ring.',
    plot: 'Loose change. Marcus: stands at the gate with the watering can. "What have you done with my leeks?" I thought: Forty stalks. I pulled them out as weeds and I was so proud of the bed.',
    money:
      'Marcus: takes the beer mat out of the wallet. "I have not got it yet. I know it was to be by the autumn." I thought: I lent him that money and now I am ashamed of asking.',
    song: 'Lena: turns the radio up again. "I like that song, whoever it belonged to." I thought: He was not the nice one in it, and he is telling me all the same.',
    reflection: 'I was hard on him and I knew it while I spoke. I should have waited for the end of the sentence first.',
    ankle:
      'Casualty. I: sit down beside the splint. "I came as fast as I could." I thought: He broke that ankle running away from what I said.',
    father: 'My father showing me how to read a drawing, with his thumb on the load-bearing wall.',
  },
  cues: [
    [
      'Foam. The inside of an automatic car wash, brushes on the roof, Marcus at the wheel. The first of the brushes comes down over the windscreen when Lena says it, looking straight ahead. Foam runs down the windows, and nobody speaks. Marcus | to have Marcus on the same side, whatever comes',
      'alone',
    ],
    [
      'Lena puts the bag down too hard and crosses both arms sharply Excuse me? It is not my fault that the evening turned out like this.',
    ],
    ['Lena shuts both eyes for a moment, then moves away from Marcus'],
    [
      'A corner table in a restaurant, a candle in a bottle, a single waiter. He has heard the word anniversary and wants to know how it began. They answer at the same time, and tell two different first evenings. Marcus puts down the bread. | to be asked, and not to have to ask',
    ],
    [
      'The clerk reads the papers upside down. It is Robert’s signature that is missing on the divorce papers, after all these years. Marcus holds the pen out to Lena.',
      'divorce',
    ],
    [
      'The kerb was wet. Marcus sits on the first step with one shoe off, and the ankle that was broken in the winter is thick again. Lena kneels down to the splint in the first-aid box.',
      'ankle',
    ],
    ['Marcus looks past Lena at the gate quietly I was good at being alone once. Every single evening.'],
    [
      'The wallet lies open between them. Marcus counts out what Lena lent in the spring, note by note, on the very beer mat on which they had written it down.',
      'money',
    ],
    [
      'A child in the row in front is standing on its seat. Lena gives it a look, and then one hand goes over the eyes, three times.',
    ],
    [
      'Marcus comes back from the plot with an empty watering can. Where the leeks were, somebody has sown marigolds, forty of them.',
      'plot',
    ],
    ['Marcus tucks a strand of hair behind Lena’s ear, gently softly I have kept something back. Give me your hand.'],
    [
      'A fortnight later, a canal path, ice at the edge. Marcus pushes a bicycle with a leather saddle. Lena walks round it once. | to say one true thing before it is over',
    ],
  ],
};

const maya: LabelledLife = {
  name: 'Maya',
  background: [
    'Maya, 31, teaches chemistry at a comprehensive school and runs the allotment her grandmother left her. She was once lied to for half a year.',
    'Jonas, 33, builds boats in a shed by the river and says little.',
  ],
  memories: {
    kitchen: 'My parents shouting about money in the kitchen and then dancing in it, the same night, because a song came on.',
    carrying:
      'Carrying my grandmother up the garden steps the last summer, and how she thanked me as if I were the one being carried.',
    tobias:
      'Being lied to by Tobias for half a year. I still check my own face in the mirror for the stupid expression I must have had.',
    sofa: 'The first time Jonas fell asleep on my sofa in the middle of a sentence, and I left the light on for him.',
    pupil: 'A pupil who wrote, years later, that I had been the only grown-up who waited for the end of what he was saying.',
    station: 'Jonas walking ahead of me at the station without turning round. I counted to sixty before I laughed about it.',
    scar: 'Illness. I: Turns off the tap, sets the saucepan in the tub, looks at the scar, swallows. "I have gone green, and it isn’t you." I thought: He has hidden it for two weeks and if I swallow now he’ll see me swallow.',
    phone:
      'Unlocked phone. Jonas: Keeps both hands on the wheel and drives past the lay-by. "It’s an appointment on Thursday." I thought: Five days he made toast beside me with it in his mouth.',
    reflection:
      'I did what I always do, I told him what he was thinking while I was the one about to be sick. I found out as a joke.',
  },
  cues: [
    [
      'Maya’s flat near the school, a Thursday evening in October. A kitchen stool is pushed up against the tub. When he sits up, the towel slides off his shoulder. He looked in the mirror this morning for the first time in half a year. The saucepan has stopped in the air. Jonas | to get through the next minute without flinching',
      'scar',
    ],
    [
      'The platform at the station is empty but for the two of them. Jonas walks ahead with both bags, and does not turn round. Maya begins to count.',
      'station',
    ],
    [
      'Jonas stays on the stool, looks at the tiles for a breath You can explain me when your colour’s back. First one. That did me for the week.',
    ],
    ['Jonas says the name himself: Tobias has written to the school and wants Maya’s number.', 'tobias'],
    [
      'The neighbours are shouting about money again, and then, through the wall, comes a song, and the sound of two people dancing on a kitchen floor.',
      'kitchen',
    ],
    [
      'Maya puts a hand on the door, waits, and does not open it calm I will be up a while. The light stays on until the end of my marking.',
    ],
    [
      'It is three weeks later. Nobody has said a word about it. Jonas stands at the foot of the steps with a plank under one arm, and it begins to rain.',
    ],
    ['Jonas looks at the scar, then lets the towel drop. "It will not be hidden in a hurry, that scar," he says.', 'scar'],
    [
      'Jonas stops the van in the lay-by and turns off the engine. The appointment on Thursday is the third. He puts the phone face up on the wheel.',
      'phone',
    ],
    ['Jonas smiles for the first time that evening and moves closer on the bench, half a hand of air between them.'],
    [
      'A letter from a former pupil lies under the beans: he is a teacher now, and waited with writing until he could say so.',
      'pupil',
    ],
  ],
};

const noor: LabelledLife = {
  name: 'Noor',
  background: [
    'Noor, 29, is a court interpreter and helped in her parents’ shop as a child. She is exact, careful and proud.',
    'Felix, 30, builds sets at the theatre and jokes when he is afraid.',
  ],
  memories: {
    rice: 'Doing my homework on a sack of rice in the back of the shop, and the customers correcting my sums.',
    apron: 'My father taking off his apron to go to my graduation, and then putting it back on under his jacket, out of habit.',
    witness: 'Interpreting for a witness who said a word that no language of mine has, and the silence in all the headphones.',
    thanks:
      'Felix asking how to say "thank you" and "it is delicious" and "I am sorry", in that order, and practising on the bus.',
    sister: 'My sister, who married as was wished, saying at night that I should not wait too long to be brave.',
    uncle: 'Felix’s face at the station when I let go of his hand because my uncle was coming up the stairs.',
    shoes:
      'Meeting friends. I: Put the glass down. "The shoes are new because he wanted to please you." I thought: Eight people at this table and I was nearly the ninth to laugh at his shoes.',
    blood:
      'Giving blood. Felix: "Number nineteen. What was it, Noor? And does it come back?" I thought: Nine years I have not said the name of that illness aloud.',
    reflection: 'I said half of it, and I saw that he noticed. I was slower tonight than I am in any court.',
  },
  cues: [
    [
      'A Friday evening in November, the corner bar under the railway arches, a round table. People shout across each other; coats are heaped on the sill. "Your turn, Noor," says Jonah. "You always had the last word." Felix | to bring him home in one piece, and be thanked for it',
    ],
    [
      'Felix takes the sandwich paper apart along its fold fast, sore She laughs at things I say before I’ve finished saying them. A way of laughing on the stairs. There. I’ve said it.',
    ],
    [
      'Her uncle is standing on the platform of the station when the train comes in. Felix lets go of Noor’s hand before she can.',
      'uncle',
    ],
    [
      'The doctor asks about the illness of nine years ago and whether it has come back. Felix does not look at the form; he knows it from the day they gave blood.',
      'blood',
    ],
    [
      'The whole back room of the shop smells of rice, sack upon sack. A girl of eight does her homework at the till, and a customer leans over it.',
      'rice',
    ],
    [
      'Felix stays sitting, folds his own sheet in half joking for one sentence, then not Two letters on the same day. Just those two. In that order.',
    ],
    ['Noor takes Felix by the sleeve, and lets go again low I should have said so at the table. I will say it at home.'],
    [
      'The judge has asked the witness twice. The headphones are silent: the interpreter beside Noor has no word for what was said.',
      'witness',
    ],
    [
      'Snow is on the sill. Felix puts the cups on the table, one, then the other, and looks at the clock. Nobody has said anything for some time.',
    ],
    [
      'On the bus Felix is practising again, under his breath: it is delicious, it is delicious. The woman in front turns round.',
      'thanks',
    ],
    [
      'A wedding card lies on the mat, gold on green. Noor’s sister has married off the next one, says Felix, and is sorry for the joke at once.',
      'sister',
    ],
  ],
};

const conrad: LabelledLife = {
  name: 'Conrad',
  background: [
    'Conrad, 63, was a typesetter until the works closed and lives in his brother’s attic. He measures his sentences and leaves the room when he is hurt.',
    'Beatriz, 61, is an optician with a shop on the sloping street. She says everything, and twice.',
    'Their daughter marries in June.',
  ],
  memories: {
    lamp: 'My mother laying the table for three and speaking only to the lamp, from the Monday to the Sunday.',
    master: 'My master striking out one letter in a page I had set all day, and that he was right.',
    cards:
      'Beatriz in the doorway of the composing room with snow on her hat, asking for a hundred cards and staying until the shift was over.',
    works: 'The last night at the works, when we set our own names and melted them down.',
    breakfast: 'Our daughter asking at breakfast whether I was cross with her, and my not finding the word for no.',
    attic: 'The first evening in the attic, the smell of the apples, and that I laid out two cups.',
    ladder:
      'Conrad: "It wants two people, a ladder. The pear has not been pruned since Agnes died." I thought: Twenty-eight days. She has pushed that ladder up the hill in those shoes.',
    ifs: 'Beatriz: "Both ifs stay. I called you a lodger in front of your brother’s window." I thought: Ten days it has hurt; a lodger in his own life.',
    reflection:
      'I went there with eleven people and came away without having used one sentence of my own. She gave me a chair all the same.',
  },
  cues: [
    [
      'The workroom behind the shop, a Tuesday after closing time. The lamp over the bench is on. On Saturday, over the guest list, Conrad called it "a hobby with a letterhead". Now he stands in the doorway with one printed page, properly set, in two sizes. Beatriz | to be told one thing that is not right',
    ],
    [
      'Beatriz takes the pencil, tries the point on her thumb, leaves the page in his hand sharp Did it? How am I to know, Conrad? I measure people’s eyes for a living.',
    ],
    [
      'The pear at the back of the garden wants pruning. Two ladders lean on it, and Beatriz is on neither. "Agnes would have been up there," she says.',
      'ladder',
    ],
    [
      'A man with a van is melting lead in the yard, and calls over the wall: there are names in it, whole lines, from the works on their last night.',
      'works',
    ],
    ['Beatriz lays the table for three although nobody is coming, and speaks to the lamp when she speaks.', 'lamp'],
    ['The smell of apples has come down into the passage. Beatriz has never been up in the attic, and counts the cups.', 'attic'],
    ['Conrad puts the hat on, takes it off, and stays in the doorway hoarse It is over, then. Say it in one word.'],
    [
      'The invitations lie in two heaps, a hundred cards, snow-white. Beatriz comes in from the snow, hat on, as she did then, and asks when his shift is over.',
      'cards',
    ],
    ['The first bus has gone. They sit at the stop under one umbrella, and on Sunday it will be a week.'],
    [
      '"A lodger," says the man from the registry, "is what I have here for you, at your brother’s. Not a householder." Beatriz looks at the window.',
      'ifs',
    ],
    ['The printer rings: a letter is wrong on every page that Conrad set, and he has had to strike out the lot.', 'master'],
  ],
};

const joss: LabelledLife = {
  name: 'Joss',
  background: [
    'Joss, 36, tunes pianos and lives with a brother’s old furniture. Joss is quiet and quick to blame themself.',
    'Nadia, 34, drives the number nine tram. She is dry, punctual and goes when she is not wanted.',
  ],
  memories: {
    piano: 'Lying under the piano while my mother played, and knowing which note would be late because the hammer stuck.',
    uniform: 'My brother in uniform telling a neighbour, over the hedge, that the word was they, and going red to the collar.',
    house: 'Emptying our parents’ house, and the two of us carrying the piano stool out last, like a guest.',
    pianist: 'The concert pianist who played one chord, looked into the wings for me and put his hand on his heart.',
    mika: 'Mika saying that life with me was very restful, with the suitcase already in the hall.',
    greyhound: 'Fetching the greyhound from the track at Barrow, and that she leaned against my leg before I had signed.',
    dee: 'First meeting offline. I: waves the newspaper over with a hand still holding the vinegar. "That’s Dee. My cousin. I asked her to come." I thought: Don’t look at me, Dee.',
    cold: 'Talk about breaking up. I: count on the fingers. "The Sunday of the cold: you said you were fine three times, lower each time." I thought: A head cold has a sound, and she didn’t have it.',
    reflection: 'I said it too soon and in one breath. She never answered; she chewed. I have come closer, I think.',
  },
  cues: [
    [
      'The café of the garden centre at stop fourteen, a Sunday at three in the afternoon; plastic chairs, seed racks. They have written to each other for three weeks, and nobody else has read a line of it. It has gone easily. Nadia’s fork is on its way to the tray, late. Nadia | to be liked, and not to be restful',
      'mika',
    ],
    [
      'Nadia raises an enormous thumbs-up and eats a chip, watching Joss light and very dry Have I passed, then? They bring a different paper from Thursday’s at the track, do they?',
    ],
    ['A suitcase stands in the hall, and on it a note from Mika, who wants the toaster.', 'mika'],
    [
      'Dee comes across the room with a newspaper under one arm and a bottle of vinegar in her hand. The cousin is not looking at Nadia.',
      'dee',
    ],
    ['The greyhound will not go past the track. She leans on Nadia’s leg and shivers.', 'greyhound'],
    ['Nadia takes the last chair and sits down opposite, coat on even You asked me to come, and I came. I have signed nothing.'],
    [
      'Somebody has put a hand on the switch; the light goes, and in the dark the two of them stand closer than before, like guests.',
    ],
    ['The pianist plays one chord and looks into the wings. Joss is not there; Joss is in the car park with Nadia.', 'pianist'],
    [
      'The hammer of the middle note sticks on every piano in this school, and the mother of the girl who is playing says that it was always late.',
      'piano',
    ],
    [
      'Nadia sneezes, and says that she is fine, and says again that she is fine; a cold, she says, on a Sunday, of all things.',
      'cold',
    ],
    ['The tram stops between two stops. Nadia looks at the clock, then at Joss, and lets one hand go from the wheel.'],
  ],
};

const jan: LabelledLife = {
  name: 'Jan, in German',
  background: [
    'Jan, 40, ist Tischler und wohnt über seiner Werkstatt. Er spricht wenig, und wenn er sich ärgert, geht er in den Hof und räumt auf, was schon aufgeräumt ist.',
    'Katrin, 38, ist Lehrerin. Sie sagt am Abend, was sie am Morgen gedacht hat, und sie lacht über sich selbst, wenn es niemand sieht.',
  ],
  memories: {
    krankenhaus: 'Mein Vater lag fünf Wochen im Krankenhaus, und ich erkannte die Schwestern an ihren Schritten auf dem Flur.',
    treppe: 'Am ersten Abend saßen wir auf der Treppe, weil keiner von uns den Schlüssel hatte.',
    fahrrad: 'Das rote Fahrrad, das mir mein Bruder schenkte, und dass es am nächsten Tag gestohlen war.',
    brief:
      'Katrin: legt den Brief auf den Tisch. „Du hast ihn gelesen.“ Ich dachte: Sie weiß es, und sie wartet, bis ich es sage.',
    zug: 'Im Nachtzug nach Lissabon sprach ich drei Tage mit niemandem.',
    rueckblick: 'Ich habe zu lange gewartet, und dann habe ich zu viel auf einmal gesagt.',
    hochzeit: 'Auf der Hochzeit meiner Kusine tanzte ich, bis die Schuhe auseinanderfielen.',
  },
  cues: [
    [
      'Ein Flur im Krankenhaus, spät am Abend. Katrins Mutter wird seit drei Stunden operiert. Die Schwestern gehen vorbei.',
      'krankenhaus',
    ],
    ['Katrin steht am Fenster und wartet, bis er etwas sagt. Es ist der erste warme Abend, und auf dem Tisch liegt nichts.'],
    ['Jan geht zur Treppe, bleibt stehen und kommt zurück leise Ich habe heute zu lange gearbeitet. Das weiß ich.'],
    ['Der Bruder hat geschrieben: Das Fahrrad ist wieder da, rot wie am ersten Tag, nach zwanzig Jahren.', 'fahrrad'],
    ['Eine Hochzeit in einer Scheune. Die Musik fängt an, die ersten tanzen, und Katrin zieht die Schuhe aus.', 'hochzeit'],
    [
      'Katrin legt den Löffel weg und sieht ihn an. Draußen hält eine Bahn, dann fährt sie weiter, und keiner von beiden steht auf.',
    ],
    ['Der Schlüssel steckt innen. Sie sitzen auf der Treppe, wie damals, und warten auf den Nachbarn.', 'treppe'],
    ['Katrin faltet den Brief, den er gelesen hat, und legt ihn in die Schublade zurück.', 'brief'],
  ],
};

export const LABELLED_LIVES: readonly LabelledLife[] = [lena, maya, noor, conrad, joss, jan];
