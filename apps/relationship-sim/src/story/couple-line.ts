import { displayWidth, padEnd, truncate } from '@entente/run-console';
import type { LiveLine } from '@entente/run-console/session';
import { type Partner, PARTNERS, roleOf } from '@entente/relationship';
import { progressBar, sparkline } from '@entente/studies/tables';
import type { RunSpec } from '../couple-runs/run-spec.js';

/** Line about a couple under way: its progress and the commitment of each partner so far, in the order of the couple's file. */
export function coupleLine({ couple, roles, settings }: RunSpec, seed: string): LiveLine {
  const [first, second] = couple.partners.map(({ name }) => name) as [string, string];
  const scores: Record<Partner, (number | null)[]> = { A: [], B: [] };
  let scene = 0;
  let ended = 0;

  const curve = (place: 0 | 1, name: string): string => {
    const values = Array.from({ length: settings.scenes }, (_, index) => scores[roleOf(roles, place)][index]);
    const known = values.filter((value) => value !== undefined);
    const last = known.findLast((value) => value !== null);
    const bars = padEnd(sparkline(known, { min: 0, max: 10 }), Math.min(settings.scenes, 12));
    return `${name}${bars} ${(last === undefined ? '' : last.toFixed(1)).padStart(4)}`;
  };

  return {
    onFact: (fact) => {
      const partner = PARTNERS.find((candidate) => candidate === fact['partner']);
      const number = typeof fact['scene'] === 'number' ? fact['scene'] : 0;
      if (fact.type === 'scene-opened') scene = number;
      if (fact.type === 'scene-ended') ended = number;
      if (partner && fact.type === 'commitment-scored' && typeof fact['score'] === 'number')
        scores[partner][number - 1] = fact['score'];
      if (partner && fact.type === 'judge-missing') scores[partner][number - 1] = null;
    },
    text: (width) => {
      const title = `${first} & ${second}${seed === '1' ? '' : ` ~${seed}`}`;
      const total = settings.scenes;
      const place = ended === total ? 'done' : `scene ${String(Math.max(1, scene)).padStart(2)}/${total}`;
      const bar = width < 92 ? '' : `${progressBar(ended / total, Math.min(10, total))} `;
      const nameOf = (name: string): string => (width < 79 ? '' : `${padEnd(name, 7)} `);
      const rest = [`${bar}${padEnd(place, 11)}`, curve(0, nameOf(first)), curve(1, nameOf(second))].join('  ');
      // A fork has a long seed; the title gives way, so that both curves stay whole.
      const room = Math.max(8, width - displayWidth(rest) - 2);
      return `${padEnd(truncate(title, room), Math.min(16, room))}  ${rest}`;
    },
  };
}
