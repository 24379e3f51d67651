import { memo } from 'preact/compat';
import { linkTo } from '../../data/route';
import { PowerMark } from '../../game/sections/power-mark';
import { phaseInWords, powerInWords } from '../../game/story/phase-words';
import { Fold } from '../fold';
import type { LinesOfPower, PhasePair } from './compare-phases';

const PARTS = [
  ['units', 'Units on the board before it'],
  ['centers', 'Centres before it'],
  ['press', 'Press'],
  ['orders', 'Orders'],
  ['results', 'Results of the same orders'],
] as const;

/** Two phases of the same name that differ: only the powers whose orders, press, units or centres are not the same. */
export const PhasesBeside = memo(function PhasesBeside(props: {
  readonly pair: PhasePair;
  readonly isFirstDifference: boolean;
  readonly names: readonly [string, string];
  readonly runIds: readonly [string, string];
}) {
  const { pair, isFirstDifference, names, runIds } = props;
  const { name, first, second, differences } = pair;
  return (
    <section id={phaseId(name)} class={isFirstDifference ? 'phase is-first' : 'phase'}>
      <h2>{phaseInWords(name)}</h2>
      <p class="quiet">
        {isFirstDifference && <strong>First difference: {pair.differsBy}. </strong>}
        {[first, second].map((phase, at) => (
          <span key={at}>
            {at > 0 && ' · '}
            {phase === undefined ? (
              `no such phase in the ${names[at] ?? ''}`
            ) : (
              <a href={linkTo(['run', runIds[at] ?? ''], { phase: name })}>see it in the {names[at]}</a>
            )}
          </span>
        ))}
      </p>
      {PARTS.map(([part, title]) =>
        differences[part].length === 0 ? null : <Part key={part} title={title} lines={differences[part]} names={names} />,
      )}
    </section>
  );
});

/** Phases that are the same in both games. */
export function SamePhases({ pairs }: { readonly pairs: readonly [PhasePair, ...PhasePair[]] }) {
  const [{ name: first }] = pairs;
  const last = pairs.at(-1)?.name ?? first;
  return (
    <section class="phase same">
      <Fold
        name={first === last ? `The same: ${phaseInWords(first)}` : `The same: ${phaseInWords(first)} to ${phaseInWords(last)}`}
      >
        {() => <p>{pairs.map(({ name }) => phaseInWords(name)).join(' · ')}</p>}
      </Fold>
    </section>
  );
}

/** Id of the element that holds a phase. */
export function phaseId(name: string): string {
  return `phase-${name}`;
}

function Part(props: {
  readonly title: string;
  readonly lines: readonly LinesOfPower[];
  readonly names: readonly [string, string];
}) {
  const { title, lines, names } = props;
  return (
    <table class="lines">
      <caption>{title}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ power, first, second }) => (
          <tr key={power}>
            <th scope="row">
              <PowerMark power={power} /> {powerInWords(power)}
            </th>
            <Lines lines={first} others={second} />
            <Lines lines={second} others={first} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lines of one game; those that the other one has, too, stand back. */
function Lines({ lines, others }: { readonly lines: readonly string[]; readonly others: readonly string[] }) {
  if (lines.length === 0) return <td class="quiet">none</td>;
  return (
    <td>
      <ul>
        {lines.map((line, at) => (
          <li key={at} class={others.includes(line) ? 'quiet' : 'own'} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </td>
  );
}
