import { formatOrder } from '../notation/format-order.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Outcome } from '../values/outcome.js';
import { compareLists } from './compare-units.js';
import type { ExpectedOutcome } from './rules-case.js';
import type { TextsOfCase } from './texts-of-case.js';

/** Results that files of cases do not use: they report a failed convoy with the army alone, and a disbanded unit by its absence. */
const OWN_WORDS: readonly string[] = ['disrupted', 'disband'];

/** Returns a sentence for each order that did not end as expected, and for each unexpected result. */
export function compareOutcomes(
  expected: readonly ExpectedOutcome[],
  { adjudication, texts }: { readonly adjudication: Adjudication; readonly texts: TextsOfCase },
): readonly string[] {
  const outcomes = [...adjudication.outcomes];
  const unread = [...texts.texts];
  const take = <T>(from: T[], fits: (item: T) => boolean): T | undefined => {
    const place = from.findIndex(fits);
    return place < 0 ? undefined : from.splice(place, 1)[0];
  };

  const differences = expected.flatMap((wanted) => {
    const { power, unit, order } = wanted;
    const name = `${power} ${order ?? wanted.civilDisorder ?? unit ?? ''}`;
    const given = take(
      unread,
      ({ text, ...giver }) =>
        giver.power === power &&
        (typeof order === 'string' ? text === order : order === undefined && text.startsWith(`${unit} `)),
    );
    if (typeof order === 'string' && given === undefined) return [`${name}: the case does not order this.`];
    const isRefused = given?.canonical === null;
    const outcome = take(outcomes, (candidate) => {
      if (candidate.power !== power) return false;
      if (wanted.civilDisorder !== undefined) return candidate.unit === wanted.civilDisorder && isCivilDisorder(candidate);
      if (given === undefined || isRefused) return candidate.unit === unit && !isCivilDisorder(candidate);
      return formatOrder(candidate.order) === given.canonical && !isCivilDisorder(candidate);
    });
    // A power whose order is refused has no unit of its own to hear about, if it is somebody else's that was ordered.
    if (outcome === undefined && !isRefused) return [`${name}: there is no outcome.`];
    const results = [...(isRefused ? ['void'] : []), ...(outcome?.results ?? [])];
    return [
      ...compareLists(`Results of ${name}`, wanted.results.filter(isShared), results.filter(isShared)),
      ...(wanted.to === undefined || adjudication.next.units[power].includes(wanted.to)
        ? []
        : [`${name}: the unit is not ${wanted.to} afterwards.`]),
    ];
  });
  const unexpected = outcomes.filter((outcome) => outcome.results.some(isShared) || isCivilDisorder(outcome));
  return [
    ...differences,
    ...unexpected.map(
      ({ power, order, results }) =>
        `${power} ${formatOrder(order)}: ${results.join(', ') || 'civil disorder'} was not expected.`,
    ),
  ];
}

const isShared = (result: string) => !OWN_WORDS.includes(result);

const isCivilDisorder = ({ reasons }: Outcome) => reasons.some(({ kind }) => kind === 'civil-disorder');
