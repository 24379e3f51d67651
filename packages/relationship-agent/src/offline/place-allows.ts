/** A need that a deed may have of the place in which the two are. */
interface Need {
  /** Deeds that have this need. */
  readonly deed: RegExp;
  /** Places that do not meet it. */
  readonly lacking?: RegExp | undefined;
  /** Words of a place that meets it, where nothing else does. */
  readonly shown?: RegExp | undefined;
}

/** Places in which the two hear each other and are not together. */
const APART =
  /\b(on the (?:phone|telephone|line|screen|other end)|at the other end|video call|voice message|telephones?|the receiver|headset|loudspeaker|hundred kilometres away|on (?:two|both) ends of)\b/i;

/** Places in which nobody can walk about. */
const NO_ROOM =
  /\b(motorway|small car|packed car|parked car|hire car|in the car|driving seat|at the wheel|taxi|seat belt|steering wheel|boat|dinghy|canoe|kayak|raft|rowing|tandem|gondola|cable car|chair ?lift|ski lift|metres up|on the rope|climbing|plane|aeroplane|window seat|in bed|bunk|top of the ladder)\b/i;

/** Places in which the hands are not free, or the other one is out of reach. */
const NO_HANDS =
  /\b(at the wheel|steering|metres up|on the rope|climbing|kilometre (?:\w+|\d+) of|running|runners?|tandem|oars?)\b/i;

const NEEDS: readonly Need[] = [
  // Sight of each other, and things that both have before them.
  {
    deed: /\b(nods|shrugs|smiles|winks|grins|bows|salutes|glares|sneers|looks?|facing|eyes|turns|points|palms|arms|pulls a face|straight face|counts off|elbows|switches off|meets|\{thing\}|\{place\})/i,
    lacking: APART,
  },
  {
    deed: /\b(by the hand|kisses|tucks|wraps|sleeve|leans against|warm palm|hug|shoulder|hands it to|across to|snaps both|blocks|follows|steps|moves|close to|makes room|sits down|way, gently|clutches \{other\}|brings \{other\})/i,
    lacking: APART,
  },
  {
    deed: /\b(paces|steps|two steps|moves away|moves so close|goes as far|stands up|blocks|follows|comes back|bows to|turns the chair|a chair|sits down|pours|into a hug|gets up|stops in front|stays at|retreats|brings \{other\})\b/i,
    lacking: NO_ROOM,
  },
  {
    deed: /\b(by the hand|kisses|tucks|wraps|hug|warm palm|shoulder to shoulder|balances|claps|pours|both palms|sits|leans (?:back|forward)|elbows|clutches)\b/i,
    lacking: NO_HANDS,
  },
  { deed: /\bchair\b/i, shown: /\b(chairs?|table|kitchen|desk|restaurant|office|room|café|waiting|surgery)\b/i },
  {
    deed: /\b(pours water|warm to drink|one glass)\b/i,
    shown: /\b(kitchen|table|glass|cup|bar|café|restaurant|tea|coffee|sofa|flask|thermos)\b/i,
  },
  { deed: /\bcoat\b/i, shown: /\b(coats?|jackets?|hall|hallway|front door|flat door|cloakroom)\b/i },
  { deed: /\b(the keys?|a key|ring of keys)\b/i, shown: /\b(keys?|flat|house|home|hall|kitchen|front door)\b/i },
  { deed: /\bby the door\b/i, shown: /\b(door|hall|hallway|room|kitchen|flat|house)\b/i },
  { deed: /\bedge of the seat\b/i, shown: /\b(seats?|bench|chairs?|sofa|armchair|table|car|train|tram|bus)\b/i },
];

/** Whether a deed can be done in a place, as far as the words of setting and situation tell. */
export function placeAllows(deed: string, situation: string): boolean {
  return NEEDS.every(({ deed: needing, lacking, shown }) => {
    if (!needing.test(deed)) return true;
    return lacking?.test(situation) !== true && shown?.test(situation) !== false;
  });
}
