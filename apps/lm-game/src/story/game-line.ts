import type { GameFact } from '@entente/diplomacy-game';
import type { GameSpec } from '@entente/diplomacy-game/state';
import { type ByPower, POWERS, startingPosition } from '@entente/diplomacy-rules';
import { padEnd } from '@entente/run-console';
import type { LiveLine } from '@entente/run-console/session';

/** One game under way, in a line: the phase, what is going on in it, and who owns how many centres. */
export function gameLine({ settings }: GameSpec, seed: string): LiveLine {
  let place = 'setup';
  let doing = 'setting out';
  let centers: ByPower<readonly string[]> = startingPosition().centers;
  let messages = 0;

  return {
    onFact: (recorded) => {
      const fact = recorded as unknown as GameFact;
      switch (fact.type) {
        case 'agent-initialized':
          place = 'S1901M';
          doing = settings.negotiationRounds > 0 ? 'negotiating' : 'ordering';
          break;
        case 'round-held':
          messages += fact.messages.length;
          doing =
            fact.round < settings.negotiationRounds
              ? `round ${fact.round + 1} of ${settings.negotiationRounds}`
              : 'writing orders';
          break;
        case 'phase-resolved':
          place = fact.next.phase;
          ({ centers } = fact.next);
          doing = !place.endsWith('M') || settings.negotiationRounds === 0 ? 'writing orders' : 'negotiating';
          break;
        case 'game-ended':
          doing = 'over';
          break;
        default:
          break;
      }
    },
    text: (width) => {
      const standings = POWERS.map(
        (power) => `${power.slice(0, width < 90 ? 1 : 3)} ${String(centers[power].length).padStart(2)}`,
      );
      const press = settings.negotiationRounds > 0 && width >= 100 ? `  ${messages} messages` : '';
      return `${padEnd(`game ~${seed}`, 9)}  ${padEnd(place, 9)}  ${padEnd(doing, 14)}  ${standings.join('  ')}${press}`;
    },
  };
}
