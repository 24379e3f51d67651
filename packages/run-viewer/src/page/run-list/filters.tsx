import type { RunRow } from '../../server/run-row';
import type { ListPlan } from './list-plan';

interface FiltersProps {
  readonly runs: readonly RunRow[];
  readonly plan: ListPlan;
  readonly onChange: (plan: ListPlan) => void;
}

const FACETS = ['program', 'status', 'study', 'condition', 'model'] as const;

/** Fields that filter and group the list of runs. Facets with one value alone are left out. */
export function Filters({ runs, plan, onChange }: FiltersProps) {
  const values = {
    program: distinct(runs.map(({ program }) => program)),
    status: distinct(runs.map(({ status }) => status)),
    study: distinct(runs.map(({ study }) => study)),
    condition: distinct(runs.map(({ study, condition }) => (plan.study === '' || study === plan.study ? condition : null))),
    model: distinct(runs.flatMap(({ models }) => models)),
  };
  return (
    <form class="filters" role="search" aria-label="Runs" onSubmit={(event) => event.preventDefault()}>
      <input
        type="search"
        aria-label="Filter by words"
        placeholder="Filter: name, model, outcome …"
        value={plan.words}
        onInput={(event) => onChange({ ...plan, words: event.currentTarget.value })}
      />
      {FACETS.filter((facet) => values[facet].length > 1 || plan[facet] !== '').map((facet) => (
        <label key={facet}>
          {facet}{' '}
          <select value={plan[facet]} onChange={(event) => onChange({ ...plan, [facet]: event.currentTarget.value })}>
            <option value="">all</option>
            {values[facet].map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </label>
      ))}
      <label>
        group by{' '}
        <select
          value={plan.group}
          onChange={(event) => onChange({ ...plan, group: event.currentTarget.value as ListPlan['group'] })}
        >
          <option value="none">nothing</option>
          <option value="study">study and condition</option>
          <option value="origin">forks below their run</option>
        </select>
      </label>
    </form>
  );
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
