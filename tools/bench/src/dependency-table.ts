/** When a row of the table holds, in its own words. */
export const OCCASIONS = [
  'before the first phase',
  'first phase',
  'movement phase',
  'Spring',
  'retreats, adjustments',
  'first round',
  'later rounds',
  'asked again',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** Of which phase, or which time, a call is waited for. */
export const SCOPES = ['same-phase', 'round-before', 'asked-before', 'phase-before', 'movement-before', 'spring-before'] as const;
export type Scope = (typeof SCOPES)[number];

/** Something that is waited for: `write-orders*@phase-before`. */
export interface Awaited {
  readonly call: string;
  /** Whether all powers are waited for, not only the same one. */
  readonly all: boolean;
  readonly scope: Scope;
}

/** A row: what this call waits for on this occasion. */
export interface Dependency {
  readonly call: string;
  readonly occasion: Occasion;
  readonly awaits: readonly Awaited[];
}

/** The rows of docs/diplomacy-dependencies.md. @throws Error naming the row that cannot be read */
export function readDependencyTable(markdown: string): readonly Dependency[] {
  const lines = markdown.split('\n').filter((line) => /^\| `/.test(line));
  if (lines.length === 0) throw new Error('There is no table of dependencies in the page.');
  return lines.map((line) => {
    const [, call = '', when = '', awaits = ''] = line.split('|').map((cell) => cell.trim());
    const occasion = OCCASIONS.find((known) => known === when);
    if (occasion === undefined) throw new Error(`"${when}" is no occasion that the table knows: ${line}`);
    return {
      call: call.replaceAll('`', ''),
      occasion,
      awaits: [...awaits.matchAll(/`([^`]+)`/g)].map(([, text = '']) => readAwaited(text)),
    };
  });
}

function readAwaited(text: string): Awaited {
  const [, call = '', star = '', scope = 'same-phase'] = /^([a-z-]+)(\*?)(?:@([a-z-]+))?$/.exec(text) ?? [];
  const known = SCOPES.find((each) => each === scope);
  if (call === '' || known === undefined) throw new Error(`"${text}" is not something that can be waited for.`);
  return { call, all: star === '*', scope: known };
}
