import type { RunRow } from '../../server/run-row';

const STATES = {
  completed: { sign: '●', word: 'finished' },
  interrupted: { sign: '◐', word: 'interrupted' },
  running: { sign: '○', word: 'under way' },
  unfinished: { sign: '◌', word: 'unfinished' },
} as const;

/** State of a run as a shape and a word. */
export function StateMark({ run }: { readonly run: Pick<RunRow, 'status' | 'interruption'> }) {
  const { sign, word } = STATES[run.status];
  return (
    <span class={`state-mark ${run.status}`} title={run.interruption ?? undefined}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}
