/** Things that one can hold, as they occur in scenes. */
const THINGS =
  'phone|cup|mug|glass|bottle|letter|envelope|photograph|photo|picture|key|keys|coat|jacket|scarf|bag|suitcase|box|book|notebook|newspaper|menu|bill|receipt|ticket|tickets|map|candle|plate|fork|spoon|knife|towel|dishcloth|blanket|pillow|shoe|glove|gloves|hat|umbrella|camera|cake|bread|pan|pot|basket|tray|card|cards|postcard|form|forms|folder|contract|brochure|list|note|pen|laptop|tablet|remote|bowl|bouquet|leash|helmet|rope|spade|hammer|brush|test|passport|backpack|parcel|invitation|thermos|teapot|kettle|cushion|shell|coin|headphones';
/** Things that stay where they are. */
const PLACES =
  'window|door|table|counter|sofa|bench|railing|wall|fence|gate|stove|sink|fridge|shelf|wardrobe|fireplace|desk|piano|tree|kiosk|bar|tent|armchair|bookcase|sideboard|bonnet|trolley|pillar';
/** Matters that people talk about. */
const TOPICS =
  'affair|money|move|flat|house|job|offer|wedding|visit|trip|holiday|journey|party|dinner|message|messages|secret|lie|truth|promise|plan|plans|test|result|results|diagnosis|illness|operation|baby|ring|proposal|engagement|divorce|separation|loan|debt|rent|savings|inheritance|deadline|exam|application|interview|promotion|funeral|anniversary|birthday|argument|quarrel|apology|flight|weekend|renovation|app|profile|account|password|invitation|gift|present|song|letter|phone|decision|choice|key|keys|contract|bill|marriage|pregnancy|treatment|retirement|pension|studio|joke|motor|ledger|dinghy|sails|raft|post|scan|appointment|tattoo|recipe|inheritance|mortgage|cottage|allotment|choir|advert|rumour|remark|toast|speech|call|email|bruise|tickets|bill|receipt';

/** Matters that somebody can be sorry for; scenery and blows of fate are not among them. */
export const FAULTS: ReadonlySet<string> = new Set('message secret lie promise argument quarrel remark'.split(' '));

/** Nouns of a scene that moves and thoughts can refer to, newest first, each without its article. */
export interface SceneNouns {
  readonly things: readonly string[];
  readonly places: readonly string[];
  readonly topics: readonly string[];
}

/** Finds the nouns that a text names; texts are given newest first. */
export function sceneNouns(texts: readonly string[]): SceneNouns {
  const found = (words: RegExp) => [...new Set(texts.flatMap((text) => text.toLowerCase().match(words) ?? []))];
  return { things: found(THING), places: found(PLACE), topics: topicsIn(texts.join('\n')) };
}

/** Matters that a text names, in the order in which they come. */
export function topicsIn(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(TOPIC) ?? [])].filter((noun) => !/[^si]s$/.test(noun)); // phrases take one of a kind
}

const THING = nounsOf(THINGS);
const PLACE = nounsOf(PLACES);
const TOPIC = nounsOf(TOPICS);

/** Whole words, but no part of a compound such as `phone-in` and no verb such as `to book`. */
function nounsOf(words: string): RegExp {
  return new RegExp(
    `(?<=\\b(?:a|an|the|this|that|his|her|their|my|your|our|its|no|some|two|both|of|about|’s|'s)\\s(?:[a-z]+\\s)?)(?:${words})\\b(?![-’'])`,
    'g',
  );
}
