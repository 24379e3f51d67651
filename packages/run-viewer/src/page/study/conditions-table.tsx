import type { RunRow } from '../../server/run-row';
import { linkTo } from '../data/route';
import { costInWords, countInWords, tokensInWords } from '../frame/quantities';
import type { ConditionRow } from './condition-rows';

interface ConditionsTableProps {
  readonly study: string;
  readonly rows: readonly ConditionRow[];
  /** Whether its runs are games, whose orders are filled in where a reply has none. */
  readonly isOfGames: boolean;
}

const STATES: readonly { readonly key: RunRow['status']; readonly title: string }[] = [
  { key: 'completed', title: 'finished' },
  { key: 'running', title: 'under way' },
  { key: 'interrupted', title: 'interrupted' },
  { key: 'unfinished', title: 'unfinished' },
];

/** Runs, calls, cost and what is missing, by condition. */
export function ConditionsTable({ study, rows, isOfGames }: ConditionsTableProps) {
  const states = STATES.filter(({ key }) => rows.some(({ statuses }) => (statuses[key] ?? 0) > 0));
  return (
    <div class="wide" tabIndex={0} role="group" aria-label="Conditions">
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">condition</th>
            {[
              'runs',
              ...states.map(({ title }) => title),
              'forks',
              'calls',
              'failed calls',
              'tokens',
              'cost',
              isOfGames ? 'missing replies' : 'missing scores',
              isOfGames ? 'orders by default' : 'other missing replies',
            ].map((title) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ condition, runs, statuses, forks, calls, failedCalls, tokens, cost, missing, otherMissing }) => (
            <tr key={condition}>
              <th scope="row">
                <a href={linkTo([], { study, ...(condition === null ? {} : { condition }) })}>{condition ?? 'no condition'}</a>
              </th>
              <td class="number">{countInWords(runs)}</td>
              {states.map(({ key }) => (
                <td key={key} class="number">
                  {countInWords(statuses[key] ?? 0)}
                </td>
              ))}
              <td class="number">{countInWords(forks)}</td>
              <td class="number">{countInWords(calls)}</td>
              <Known value={failedCalls} />
              <td class="number">{tokensInWords(tokens)}</td>
              <td class="number">{costInWords(cost)}</td>
              <Known value={missing} />
              <Known value={otherMissing} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Known({ value }: { readonly value: number | null }) {
  return <td class={value !== null && value > 0 ? 'number some' : 'number'}>{value === null ? '–' : countInWords(value)}</td>;
}
