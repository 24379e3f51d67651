import type { Scenario } from './scenario.js';

/** Scenarios of the package; a scene master may be given others. */
export const SCENARIOS: readonly Scenario[] = [
  // Initial Formation
  {
    id: 'formation-missed-train',
    category: 'Initial Formation',
    turningPoint: 'chance meeting',
    setting: 'A railway platform late on a wet Sunday, the last train gone.',
    situation:
      'A chance meeting: {A} and {B} have both missed the connection home and share the only bench under cover. There is an hour until the night bus, a thermos, and nothing to do but talk.',
    conflict: '{A} wants the hour to lead somewhere; {B} is not sure a stranger on a platform should.',
  },
  {
    id: 'formation-first-date',
    category: 'Initial Formation',
    turningPoint: 'first date',
    setting: 'A small noodle restaurant with five tables and a very loud kitchen.',
    situation:
      'It is their first date, arranged by a friend who told each of them a little too much. {A} arrives early and reads the menu four times; {B} arrives late and out of breath.',
    conflict: 'Each has heard one thing about the other that is hard not to ask about.',
  },
  {
    id: 'formation-long-talk',
    category: 'Initial Formation',
    turningPoint: 'first long talk',
    setting: 'A kitchen at the end of a party, other guests long gone.',
    situation:
      'The dishes are their excuse. What was going to be ten minutes turns into a first long talk, and by three in the morning {A} has told {B} about the worst year so far.',
    conflict: '{B} now knows more than {A} meant to give away, and has given away little in return.',
  },
  {
    id: 'formation-first-kiss',
    category: 'Initial Formation',
    turningPoint: 'first kiss',
    setting: 'A river path after an open-air concert, lamps coming on.',
    situation:
      'Both of them have been walking more slowly for a while. {A} stops to tie a lace that does not need tying, and the first kiss is a matter of who looks up first.',
    conflict: '{B} leaves town for three months on Friday and has not said so yet.',
  },
  {
    id: 'formation-just-friends',
    category: 'Initial Formation',
    turningPoint: 'friendship becoming more',
    setting: 'The hallway of the house both have rented rooms in for a year.',
    situation:
      'Everybody but the two of them has noticed a friendship becoming more. Tonight {B} comes home from a date with somebody else, and {A} is still up, pretending to repair a lamp.',
    conflict: 'Saying it could cost {A} a friend; not saying it could cost more.',
  },
  {
    id: 'formation-message',
    category: 'Initial Formation',
    turningPoint: 'decision to write first',
    setting: 'Two apartments on opposite sides of the city, the evening after a wedding.',
    situation:
      '{A} and {B} danced twice and exchanged numbers. The decision to write first has been lying on both kitchen tables all day, next to the phones.',
    conflict: '{A} takes silence for an answer; {B} takes eagerness for a warning.',
  },

  // Relationship Development
  {
    id: 'development-weekend-away',
    category: 'Relationship Development',
    turningPoint: 'first weekend away',
    setting: 'A rented cabin by a lake, one stove, no reception.',
    situation:
      'On their first weekend away the rain has not stopped. {A} had planned a walk for every hour of daylight; {B} had looked forward to doing nothing at all.',
    conflict: 'There is nowhere to be apart, and each finds out how the other is when plans fail.',
  },
  {
    id: 'development-meeting-family',
    category: 'Relationship Development',
    turningPoint: 'meeting the family',
    setting: "The long table at {B}'s parents' house, a birthday, twelve people.",
    situation:
      "For {A} this is meeting the family. An aunt asks about marriage before the soup, and {B}'s mother brings up somebody from before as though no time had passed.",
    conflict: '{A} waits to see whether {B} will say something, and {B} has never once contradicted this table.',
  },
  {
    id: 'development-exclusive',
    category: 'Relationship Development',
    turningPoint: 'talk about being exclusive',
    setting: 'A bench outside a launderette, both machines still turning.',
    situation:
      '{B} mentions, folding a shirt, that an acquaintance asked them out and that the answer was easy. The talk about being exclusive that both have put off is suddenly on the bench between them.',
    conflict: '{A} had thought it was settled; {B} had thought it was too early to ask.',
  },
  {
    id: 'development-illness',
    category: 'Relationship Development',
    turningPoint: 'first illness together',
    setting: "{A}'s bedroom, blinds down, a fever of thirty-nine degrees.",
    situation:
      'It is their first illness together. {B} has cancelled a working day, brought soup and read the thermometer aloud, and {A} has apologized for every glass of water.',
    conflict: '{A} hates to need anybody; {B} needs to be of use and does not notice when it is too much.',
  },
  {
    id: 'development-friends',
    category: 'Relationship Development',
    turningPoint: 'evening with old friends',
    setting: 'A crowded bar, a table of people who have known {A} since school.',
    situation:
      'At an evening with old friends {B} watches {A} turn louder and meaner than at home. The jokes reach {B} last and hardest, and {A} laughs along.',
    conflict: '{B} does not know which of the two is the real one, and {A} does not know there are two.',
  },
  {
    id: 'development-love',
    category: 'Relationship Development',
    turningPoint: 'first "I love you"',
    setting: 'The stairwell of an office building during a fire drill.',
    situation:
      'Among forty colleagues, out of nowhere and much too loudly, {A} says it: the first "I love you". {B} opens a mouth, and the all-clear sounds.',
    conflict: '{A} has heard the pause; {B} has never said the words lightly and will not be hurried.',
  },
  {
    id: 'development-money',
    category: 'Relationship Development',
    turningPoint: 'first shared expense',
    setting: 'An electrical shop on a Saturday, in front of two washing machines.',
    situation:
      'The washing machine would be their first shared expense. {A} has compared prices for a week; {B} would take the one that is here and is embarrassed to say what is left this month.',
    conflict: 'One counts to feel safe, the other spends to feel free, and neither has ever said so.',
  },
  {
    id: 'development-past',
    category: 'Relationship Development',
    turningPoint: 'telling about an earlier relationship',
    setting: 'A car on a night motorway, two hundred kilometres to go.',
    situation:
      'A song comes on and {B} turns it off. What follows is the telling about an earlier relationship, the one that ended badly, with the eyes on the road all the while.',
    conflict: '{A} wants to know everything and can bear about half of it.',
  },
  {
    id: 'development-keys',
    category: 'Relationship Development',
    turningPoint: 'exchange of keys',
    setting: "{B}'s doorstep, early, both on the way to work.",
    situation:
      'For practical reasons, they agree, purely practical ones, there is an exchange of keys. {A} has put a ribbon around the one for {B}; {B} takes it out of an envelope marked "spare".',
    conflict: 'The same small piece of metal means a home to one of them and an errand to the other.',
  },

  // Challenges or Tests
  {
    id: 'test-job-offer',
    category: 'Challenges or Tests',
    turningPoint: 'job offer in another city',
    setting: 'A restaurant that {A} has chosen with suspicious care.',
    situation:
      '{A} has known for nine days about a job offer in another city. It is the one {A} has wanted since before they met, and the answer is due on Monday.',
    conflict: '{B} is hurt less by the offer than by the nine days.',
  },
  {
    id: 'test-old-flame',
    category: 'Challenges or Tests',
    turningPoint: 'return of an old flame',
    setting: 'A school reunion in a decorated gymnasium.',
    situation:
      'The return of an old flame comes with a glass in each hand and a story about {B} that {A} has never heard. {B} laughs in a way that {A} has not heard for a while, either.',
    conflict: '{A} sees a rival, {B} sees a younger self, and both are partly right.',
  },
  {
    id: 'test-long-distance',
    category: 'Challenges or Tests',
    turningPoint: 'months of long distance',
    setting: 'A video call across seven time zones, one of them just up, one nearly asleep.',
    situation:
      'Ten weeks into their months of long distance the calls have grown shorter. {A} keeps a list of things to tell; {B} has been out again and answers with the camera off.',
    conflict: 'For {A} a missed call is a sign; for {B} a required call is a chain.',
  },
  {
    id: 'test-sick-parent',
    category: 'Challenges or Tests',
    turningPoint: 'illness of a parent',
    setting: 'A hospital corridor with a broken coffee machine.',
    situation:
      "The illness of a parent, {A}'s father, has taken every evening for three weeks. {B} has come along to each visit and is sent to fetch something each time the doctor arrives.",
    conflict: '{A} will not be seen afraid, and {B} is tired of waiting outside the door.',
  },
  {
    id: 'test-lost-job',
    category: 'Challenges or Tests',
    turningPoint: 'loss of a job',
    setting: 'Their street at two in the afternoon, {B} in office clothes on a bench.',
    situation:
      '{A} comes home early and finds out about the loss of a job that happened eight days ago. {B} has left the flat every morning at the usual time.',
    conflict: '{A} asks why not me first; {B} hears the same disappointment as at the office.',
  },
  {
    id: 'test-broken-promise',
    category: 'Challenges or Tests',
    turningPoint: 'broken promise',
    setting: 'The foyer of a small theatre, the second bell ringing.',
    situation:
      "It is a broken promise, and not the first: {B} was to be here for {A}'s opening night and arrives at the interval, with flowers from the petrol station.",
    conflict: '{B} has a reason and it is a good one. {A} has heard good reasons before.',
  },
  {
    id: 'test-secret',
    category: 'Challenges or Tests',
    turningPoint: 'discovery of a secret',
    setting: 'The kitchen table, a bank statement among the post.',
    situation:
      'The discovery of a secret begins with an envelope opened by mistake: for a year {A} has been paying off a debt and has called it "savings".',
    conflict: '{B} could forgive the money at once; it is the year that is difficult.',
  },
  {
    id: 'test-friend-disapproves',
    category: 'Challenges or Tests',
    turningPoint: 'disapproval of a best friend',
    setting: "{B}'s birthday, the balcony, music from inside.",
    situation:
      "{A} overhears it through the balcony door: the disapproval of a best friend, said plainly, and {B}'s answer, which is a long silence.",
    conflict: '{B} meant the silence as patience; {A} heard agreement.',
  },
  {
    id: 'test-temptation',
    category: 'Challenges or Tests',
    turningPoint: 'confession of an attraction',
    setting: 'A park at lunchtime, half an hour until both must be back.',
    situation:
      'Nothing has happened, {B} says first, and {A} puts the sandwich down. Then comes the confession of an attraction to somebody at work, because it felt worse to carry it home every day.',
    conflict: 'Honesty was meant to bring them closer, and at this moment it does the opposite.',
  },

  // Conflict & Repair
  {
    id: 'repair-first-argument',
    category: 'Conflict & Repair',
    turningPoint: 'first serious argument',
    setting: 'The flat at midnight, coats still on.',
    situation:
      'Their first serious argument began over a taxi and is no longer about a taxi. {A} has said "always" twice; {B} has said nothing for four minutes.',
    conflict: '{A} cannot leave a quarrel unfinished; {B} cannot finish one while it is hot.',
  },
  {
    id: 'repair-apology',
    category: 'Conflict & Repair',
    turningPoint: 'apology after harsh words',
    setting: 'The allotment on the morning after, frost on the beds.',
    situation:
      'Last night {B} said the one thing that cannot be unsaid. Now comes the apology after harsh words, in gumboots, with a thermos, while {A} goes on digging.',
    conflict: '{A} wants to forgive and wants it to have cost something.',
  },
  {
    id: 'repair-silent-week',
    category: 'Conflict & Repair',
    turningPoint: 'end of a week of silence',
    setting: 'A narrow kitchen in which two people cannot pass without touching.',
    situation:
      'It is Sunday, and the end of a week of silence has to begin with somebody. {A} has made two cups of coffee. {B} has come in and has not left again.',
    conflict: 'Each is certain that the first word is owed by the other.',
  },
  {
    id: 'repair-chores',
    category: 'Conflict & Repair',
    turningPoint: 'quarrel over the household',
    setting: 'The living room, a list taped to the wall.',
    situation:
      '{A} has written down who did what for thirty days. The quarrel over the household was to be settled by numbers, and the numbers have made it worse.',
    conflict: '{A} wants to be seen; {B} feels audited.',
  },
  {
    id: 'repair-jealousy',
    category: 'Conflict & Repair',
    turningPoint: 'scene of jealousy',
    setting: 'The stairs outside a party, the door open a hand’s width.',
    situation:
      'It was a scene of jealousy and people saw it. {A} pulled {B} away from a conversation in mid-sentence, and now they are on the stairs and somebody has turned the music down.',
    conflict: '{A} is ashamed and still afraid; {B} is humiliated and cannot see the fear.',
  },
  {
    id: 'repair-old-wound',
    category: 'Conflict & Repair',
    turningPoint: 'return to an old wound',
    setting: 'A hotel room on what was to be a holiday, suitcases unopened.',
    situation:
      'The date on the tickets did it. There is a return to an old wound neither of them mentions at home: the summer {B} nearly left, and the way {A} found out.',
    conflict: '{A} needs to talk it through once more; {B} promised never to have to again.',
  },
  {
    id: 'repair-offer-of-help',
    category: 'Conflict & Repair',
    turningPoint: 'offer to get help together',
    setting: 'A parked car in front of their own house, engine off.',
    situation:
      '{B} has the number of a counsellor on a folded note. The offer to get help together has been ready since Thursday, and {A} has just said that things are fine.',
    conflict: 'To {B} help is a way to stay. To {A} it is a step towards the end.',
  },
  {
    id: 'repair-making-up',
    category: 'Conflict & Repair',
    turningPoint: 'attempt at making up',
    setting: 'A footbridge, half-way between the two places in which they slept last night.',
    situation:
      '{A} and {B} had the same idea and set out at the same hour, so the attempt at making up takes place on a bridge, in the wind, with a paper bag of warm rolls.',
    conflict: 'Both have prepared to apologize, and for two different things.',
  },

  // Deepening or Milestones
  {
    id: 'milestone-moving-in',
    category: 'Deepening or Milestones',
    turningPoint: 'moving in together',
    setting: 'A third-floor flat full of boxes, two of everything.',
    situation:
      'Moving in together comes down to one bookcase. {A} has begun to sort the books by subject across both collections; {B} is looking for the box with the name {B} on it.',
    conflict: '{A} wants one home; {B} wants to be sure of one shelf.',
  },
  {
    id: 'milestone-anniversary',
    category: 'Deepening or Milestones',
    turningPoint: 'anniversary',
    setting: 'The restaurant of their first evening, under new ownership.',
    situation:
      'For their anniversary {B} has booked the old table and {A} has brought something wrapped. The menu has changed, the waiter is nineteen, and they are asked how long it has been.',
    conflict: 'They remember the beginning differently, and tonight it matters whose version is told.',
  },
  {
    id: 'milestone-pet',
    category: 'Deepening or Milestones',
    turningPoint: 'adoption of a dog',
    setting: 'An animal shelter ten minutes before closing.',
    situation:
      'The adoption of a dog was meant to be talked over calmly. Now a grey animal with one ear has fallen asleep on the shoe of {B}, and {A} is counting the years a dog lives.',
    conflict: 'It is a small promise about the next twelve years, and only one of them finds it small.',
  },
  {
    id: 'milestone-children',
    category: 'Deepening or Milestones',
    turningPoint: 'talk about having children',
    setting: "A playground bench, minding {A}'s niece for the afternoon.",
    situation:
      'The child falls, howls, and runs past {A} to {B}. In the quiet afterwards there is no way around the talk about having children.',
    conflict: '{A} has always known the answer; {B} has always known it would be asked.',
  },
  {
    id: 'milestone-proposal',
    category: 'Deepening or Milestones',
    turningPoint: 'proposal',
    setting: 'The top of a hill they have climbed every autumn.',
    situation:
      '{A} has carried the ring for two weeks through rain and a stomach complaint. The proposal was to be at the top; at the top there is a school class, and {B} is out of breath and laughing.',
    conflict: '{B} would say yes to {A} and is not certain about marriage.',
  },
  {
    id: 'milestone-house',
    category: 'Deepening or Milestones',
    turningPoint: 'decision to buy a home',
    setting: 'An empty house with a leaking gutter and a cherry tree.',
    situation:
      'The agent has left them alone for ten minutes. The decision to buy a home has thirty years written on it, and {B} is measuring the room at the back without saying what for.',
    conflict: '{A} sees the gutter, {B} sees the tree.',
  },
  {
    id: 'milestone-shared-grief',
    category: 'Deepening or Milestones',
    turningPoint: 'funeral they attend as a couple',
    setting: 'A village churchyard in thin snow.',
    situation:
      "It is the first funeral they attend as a couple, {B}'s grandmother's. {A} is asked to carry the wreath, as family does, and {B} has not cried yet.",
    conflict: '{B} wants {A} near and cannot stand to be held.',
  },
  {
    id: 'milestone-vulnerability',
    category: 'Deepening or Milestones',
    turningPoint: 'admission of a deep fear',
    setting: 'A tent in a thunderstorm, one torch between them.',
    situation:
      'Between two strokes of thunder comes the admission of a deep fear: {A} says aloud, for the first time to anybody, what the nights before decisions are like.',
    conflict: 'It would take very little to answer this well, and {B} has never been shown how.',
  },

  // Modern Life
  {
    id: 'modern-phone',
    category: 'Modern Life',
    turningPoint: 'message read by accident',
    setting: 'The sofa, a series paused, one phone lighting up on the table.',
    situation:
      'It was a message read by accident, four words and a heart from a name {A} does not know. {B} is in the kitchen making popcorn.',
    conflict: 'To ask is to admit having looked; not to ask is to look again tomorrow.',
  },
  {
    id: 'modern-home-office',
    category: 'Modern Life',
    turningPoint: 'working from the same room',
    setting: 'A two-room flat, one table, two headsets.',
    situation:
      'Seven weeks of working from the same room have taught {A} how {B} sounds to strangers: patient, funny, awake. At six the headset comes off and so does that voice.',
    conflict: '{A} wants some of what the customers get; {B} has nothing left of it.',
  },
  {
    id: 'modern-social-media',
    category: 'Modern Life',
    turningPoint: 'picture posted without asking',
    setting: 'A tram full of people, both looking at the same screen.',
    situation:
      'It is a picture posted without asking: {B} asleep on a train, mouth open, four hundred hearts. {A} finds it tender; {B} has already had a comment from work.',
    conflict: 'For {A} to show is to be proud; for {B} what is shown is lost.',
  },
  {
    id: 'modern-overtime',
    category: 'Modern Life',
    turningPoint: 'dinner let down by overtime',
    setting: 'A set table, candles burnt to the last centimetre.',
    situation:
      'It is the third dinner let down by overtime this month. {B} comes in at ten with the laptop still open under one arm, and {A} has eaten standing up.',
    conflict: 'The work pays for the life that it leaves no room for, and both know it.',
  },
  {
    id: 'modern-algorithm',
    category: 'Modern Life',
    turningPoint: 'dating profile still online',
    setting: 'A café; a friend has just left in some haste.',
    situation:
      'The friend only wanted to be kind: there is a dating profile still online, with a picture that {A} took. {B} says it was forgotten, and it may well have been.',
    conflict: '{A} wants proof of something that cannot be proved; {B} will not be searched.',
  },
  {
    id: 'modern-budget',
    category: 'Modern Life',
    turningPoint: 'rise of the rent',
    setting: 'The kitchen, a letter from the landlord, a calculator.',
    situation:
      'The rise of the rent is a third of what {A} earns. They could leave the quarter, take in a lodger, or ask the parents of {B}, who have been waiting to be asked.',
    conflict: '{A} would rather move than owe; {B} would rather owe than leave.',
  },
  {
    id: 'modern-burnout',
    category: 'Modern Life',
    turningPoint: 'collapse from exhaustion',
    setting: 'A doctor’s waiting room with a fish tank.',
    situation:
      'After the collapse from exhaustion {B} has been told to do nothing for four weeks and is answering mail in the waiting room. {A} holds out a hand for the phone.',
    conflict: '{A} is frightened and sounds like a warden; {B} is frightened and sounds busy.',
  },
  {
    id: 'modern-values',
    category: 'Modern Life',
    turningPoint: 'disagreement over politics',
    setting: "A garden party at {A}'s brother's, plates on knees.",
    situation:
      'It is a disagreement over politics, and by now the whole lawn is listening. {B} has said something {A} could let pass at home and cannot let pass here.',
    conflict: '{A} is asked to choose between a conviction and a loyalty, in front of everybody.',
  },

  // Transitions or Endings
  {
    id: 'ending-trial-separation',
    category: 'Transitions or Endings',
    turningPoint: 'trial separation',
    setting: 'The hallway, one suitcase, a list of who waters what.',
    situation:
      'They have agreed on a trial separation of a month and are being extremely polite. {A} has packed the small suitcase; {B} notices that it is not the small one.',
    conflict: 'For {A} it is a pause; {B} suspects a rehearsal.',
  },
  {
    id: 'ending-breakup-talk',
    category: 'Transitions or Endings',
    turningPoint: 'talk about breaking up',
    setting: 'A walk around a reservoir, six kilometres with no way to turn off.',
    situation:
      'The talk about breaking up begins at the second kilometre. Neither of them has said the word; {B} has said "if", and {A} has stopped walking.',
    conflict: 'Each would stay if the other asked, and each wants to be asked.',
  },
  {
    id: 'ending-ultimatum',
    category: 'Transitions or Endings',
    turningPoint: 'ultimatum',
    setting: 'The kitchen after a christening, good clothes, shoes off.',
    situation:
      'All afternoon people asked when it would be their turn. Now there is an ultimatum on the table: {A} needs to know by the new year, one way or the other.',
    conflict: '{B} might have said yes on any other evening.',
  },
  {
    id: 'ending-returning-things',
    category: 'Transitions or Endings',
    turningPoint: 'return of belongings',
    setting: 'A doorstep, two cardboard boxes, a taxi waiting.',
    situation:
      'The return of belongings was to take five minutes. On the top of the box lies the jumper {A} slept in all last winter, washed and folded, and {B} has paid the taxi to wait.',
    conflict: 'Everything has been decided, and neither of them has let go of the box.',
  },
  {
    id: 'ending-empty-nest',
    category: 'Transitions or Endings',
    turningPoint: 'move to another country',
    setting: 'An airport, the queue for security shortening.',
    situation:
      'The move to another country is for two years and {A} alone has the visa. {B} has taken the day off, carried the heavy bag, and not once spoken about February.',
    conflict: '{A} wants a promise that {B} does not trust either of them to keep.',
  },
  {
    id: 'ending-second-chance',
    category: 'Transitions or Endings',
    turningPoint: 'question of a second chance',
    setting: 'The bakery both still go to, half a year after the last word.',
    situation:
      'There is one loaf left, and they have both asked for it. By the time it is cut in two, the question of a second chance is standing in line with them.',
    conflict: '{B} has changed and cannot show it; {A} has waited and will not admit it.',
  },
];
