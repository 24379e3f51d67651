import { countOf } from '@entente/studies/tables';
import { droppedOf, type FinishedAnalysis } from './finished-analysis.js';

/** Sentences about missing answers of the judge, and about rejected parts of its replies. */
export function whatIsMissing(analysis: FinishedAnalysis): readonly string[] {
  const { missing } = analysis.state;
  const phasesWithout = (part: 'promises' | 'moments') =>
    missing.filter((each) => each.part === part).map(({ phase, reason }) => `${phase ?? ''} (${reason})`);
  const withoutPromises = phasesWithout('promises');
  const withoutMoments = phasesWithout('moments');
  const sentences: string[] = [];
  if (withoutPromises.length > 0)
    sentences.push(`Promises are missing for ${withoutPromises.join(', ')}: they are in no figure here.`);
  if (withoutMoments.length > 0)
    sentences.push(`Moments are missing for ${withoutMoments.join(', ')}; promises of these phases are judged by orders alone.`);
  const counts = new Map<string, number>();
  for (const { what, reason } of droppedOf(analysis)) {
    const key = `${what}, ${reason.replaceAll('-', ' ')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const total = droppedOf(analysis).length;
  if (total > 0) {
    const list = [...counts].map(([key, count]) => `${count} ${key}`).join('; ');
    sentences.push(`Not kept of what the judge said: ${countOf(total, 'thing')} (${list}).`);
  }
  return sentences;
}
