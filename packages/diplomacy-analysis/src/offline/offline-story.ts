import type { OfflineRequest } from '@entente/llm-clients';
import { ANALYST_SECTIONS } from '../analyst/prompts/analyst-sections.js';
import { linesOf } from './read-prompt.js';

/** Tells the game in a paragraph or two, from the lists in the prompt. */
export function offlineStory(request: OfflineRequest): string {
  const years = linesOf(request, ANALYST_SECTIONS.centers).filter((line) => /^\d+:/.test(line));
  const moments = linesOf(request, ANALYST_SECTIONS.moments).filter((line) => /^[SF]\d+M, /.test(line));
  const trust = linesOf(request, ANALYST_SECTIONS.trust);
  const first = years.map(leaderOf);
  const start = first[0];
  const end = first.at(-1);
  const course =
    start === undefined || end === undefined
      ? 'No year of the game was played to its end.'
      : start.power === end.power
        ? `${start.power} led from ${start.year} on and stood at ${end.count} centres in ${end.year}.`
        : `In ${start.year} ${start.power} was ahead with ${start.count} centres; by ${end.year} it was ${end.power} with ${end.count}.`;
  const turn = moments[0] === undefined ? 'No single moment decided it.' : `It will be remembered for this: ${moments[0]}`;
  const broken = trust.filter((line) => !/ 0 broken/.test(line)).map((line) => line.split(':')[0] ?? '');
  const word = broken.length === 0 ? 'Nobody was caught breaking a promise.' : `Promises were broken by ${broken.join(', ')}.`;
  return `${course} ${turn}\n\n${word}`;
}

function leaderOf(line: string): { readonly year: string; readonly power: string; readonly count: number } {
  const [year = '', rest = ''] = line.split(': ');
  const counts = [...rest.matchAll(/([A-Z]+) (\d+)/g)].map(([, power = '', count]) => ({ power, count: Number(count) }));
  const best = counts.reduce((most, each) => (each.count > most.count ? each : most), { power: 'nobody', count: 0 });
  return { year, ...best };
}
