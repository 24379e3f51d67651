import type { RunHead } from '../data/use-run';
import { linkTo } from '../data/route';
import { StateMark } from '../frame/state-mark';
import { differencesOfSpecs, settingInWords } from './differences-of-specs';

/** Length from which a value is folded. */
const LONG = 160;

/** Head of a comparison: the two runs, their outcomes, and everything in which they were set up differently. */
export function CompareHead(props: {
  readonly title: string;
  readonly heads: readonly [RunHead, RunHead];
  readonly names: readonly [string, string];
}) {
  const { title, heads, names } = props;
  const [first, second] = heads;
  const differences = [
    ...differencesOfSpecs(first.header.spec, second.header.spec),
    ...differencesOfSpecs(plainFacts(first), plainFacts(second)),
  ];
  const edit = [first, second].map(({ header }) => header.labels['edit']);
  return (
    <header class="compare-head">
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <table>
        <thead>
          <tr>
            <td />
            {heads.map(({ row }, at) => (
              <th key={at} scope="col" class={at === 0 ? 'first' : 'second'}>
                {names[at]} <a href={linkTo(['run', row.runId])}>{row.runId}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">state</th>
            {heads.map(({ row }, at) => (
              <td key={at}>
                <StateMark run={row} />
                {row.outcome !== null && <strong> {row.outcome}</strong>}
              </td>
            ))}
          </tr>
          {edit.some((text) => text !== undefined) && (
            <tr>
              <th scope="row">edit</th>
              {edit.map((text, at) => (
                <td key={at} dir="auto">
                  {text ?? '–'}
                </td>
              ))}
            </tr>
          )}
          {differences.map(({ path, first: one, second: other }) => (
            <tr key={path}>
              <th scope="row">{settingInWords(path)}</th>
              <Value text={one} />
              <Value text={other} />
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length === 0 && <p class="quiet">Both were set up the same.</p>}
    </header>
  );
}

function plainFacts({ header, row }: RunHead): object {
  const { seed, replicate } = header;
  return { seed, replicate, condition: row.condition ?? undefined };
}

function Value({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return <td>–</td>;
  if (text.length <= LONG) return <td dir="auto">{text}</td>;
  return (
    <td>
      <details>
        <summary>
          <bdi>{text.slice(0, 80)} …</bdi>
        </summary>
        <p dir="auto">{text}</p>
      </details>
    </td>
  );
}
