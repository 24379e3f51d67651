import { readTone, toneBalance } from '@entente/relationship/offline';

const GOOD =
  /\b(laugh(?:ed|ing|s)?|danc(?:ed|ing)|held|hold(?:ing)?|kiss(?:ed)?|warm|waited for|came back|stayed|forgave|happy|proud|safe|home|sang|thanked|gentle|kind(?:ness)?|light on|smiled|sunday|sea|soft(?:ly)?|loved|together|beautiful|helped|brought me)\b/gi;
const BAD =
  /\b(lied|lie|lying|betray\w*|cheat\w*|left me|leaving|walked out|shout(?:ed|ing)?|scream\w*|hit|slammed|forgot(?:ten)?|alone|laughed at|mocked|ashamed|humiliat\w*|unfaithful|affair|behind my back|broke|broken|divorce|died|funeral|never came|did not come|waited in vain|abandon\w*|secretly|hid|stole|jealous|cold|cried|crying|tears|dark|afraid|war|job loss|dismissed|fired|diagnosis|illness|tumou?r|hospital|quarrel\w*|argument|furious|ruined|lost|debts?|accus\w*|suspect\w*|blood|bruise\w*|sick)\b/gi;

/** Balance of a memory, from -1 (a hurt or a betrayal) to 1 (something warm). */
export function memoryBalance(text: string): number {
  const good = (text.match(GOOD)?.length ?? 0) + Math.max(0, toneBalance(readTone(text)));
  const bad = (text.match(BAD)?.length ?? 0) * 1.2 + Math.max(0, -toneBalance(readTone(text)));
  return good + bad === 0 ? 0 : (good - bad) / (good + bad);
}
