import type { Awaited, Dependency, Occasion } from './dependency-table.js';

/** A call of one game as the provider saw it. */
export interface SeenCall {
  /** Name of the prompt. */
  readonly call: string;
  /** `setup`, `S1901M`, ... */
  readonly phase: string;
  readonly power: string;
  /** From request to reply, in milliseconds. */
  readonly ms: number;
}

interface Node extends SeenCall {
  /** 1-based index of this call among those of its kind, within the phase and the power. */
  readonly time: number;
}

/** The shortest time a game could have taken, and the calls along its longest path. */
export interface Ideal {
  readonly ms: number;
  readonly path: readonly Pick<Node, 'call' | 'phase' | 'power' | 'ms'>[];
}

interface Reached {
  readonly ms: number;
  readonly last: Node | null;
}

const AT_ONCE: Reached = { ms: 0, last: null };

/**
 * The longest path through the calls of a game by the table of what waits for what. Knows the provider's log and the table only.
 * @param calls in the order in which they came to the provider
 */
export function idealTime(calls: readonly SeenCall[], table: readonly Dependency[]): Ideal {
  const times = new Map<string, number>();
  const nodes = calls.map((call): Node => {
    const key = `${call.call} ${call.phase} ${call.power}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return { ...call, time };
  });
  const phases = [...new Set(nodes.map(({ phase }) => phase))].sort((a, b) => placeOf(a) - placeOf(b));
  const byCallAndPhase = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = `${node.call} ${node.phase}`;
    byCallAndPhase.set(key, [...(byCallAndPhase.get(key) ?? []), node]);
  }
  const finished = new Map<Node, Reached>();
  const started = new Map<string, Reached>();
  const from = new Map<Node, Node | null>();

  const rule = (call: string, occasions: readonly Occasion[]): Dependency => {
    const found = occasions.flatMap((occasion) => table.filter((row) => row.call === call && row.occasion === occasion));
    if (found[0] === undefined) throw new Error(`The table says nothing of ${call} (${occasions.join(', ')}).`);
    return found[0];
  };
  const phaseOf = (phase: string, scope: Awaited['scope']): string | undefined => {
    const before = phases.slice(0, phases.indexOf(phase)).filter((each) => each !== 'setup');
    switch (scope) {
      case 'phase-before':
        return before.at(-1);
      case 'movement-before':
        return before.findLast((each) => each.endsWith('M'));
      case 'spring-before':
        return before.findLast((each) => /^S.*M$/.test(each));
      default:
        return phase;
    }
  };
  const latest = (reached: readonly Reached[]): Reached =>
    reached.reduce((best, each) => (each.ms > best.ms ? each : best), AT_ONCE);
  const start = (phase: string): Reached => {
    const known = started.get(phase);
    if (known) return known;
    const reached = latest(
      rule('start', startOccasions(phase, phases)).awaits.map((each) => wait(each, { phase, power: '', time: 0 })),
    );
    started.set(phase, reached);
    return reached;
  };
  const wait = ({ call, all, scope }: Awaited, of: Pick<Node, 'phase' | 'power' | 'time'>): Reached => {
    if (call === 'start') return start(of.phase);
    const phase = call === 'initialize-agent' ? 'setup' : phaseOf(of.phase, scope);
    const candidates = byCallAndPhase.get(`${call} ${phase ?? ''}`) ?? [];
    const meant = candidates.filter(
      ({ power, time }) =>
        (all || power === of.power) && (scope === 'round-before' || scope === 'asked-before' ? time === of.time - 1 : true),
    );
    return latest(meant.map(finish));
  };
  const finish = (node: Node): Reached => {
    const known = finished.get(node);
    if (known) return known;
    const begun = latest(rule(node.call, occasionsOf(node)).awaits.map((each) => wait(each, node)));
    from.set(node, begun.last);
    const reached = { ms: begun.ms + node.ms, last: node };
    finished.set(node, reached);
    return reached;
  };

  const end = latest(nodes.map(finish));
  const path: Node[] = [];
  for (let node = end.last; node !== null; node = from.get(node) ?? null) path.unshift(node);
  return { ms: end.ms, path: path.map(({ call, phase, power, ms }) => ({ call, phase, power, ms })) };
}

/** The occasions of a call, the one that decides first. */
function occasionsOf({ call, phase, time }: Node): readonly Occasion[] {
  if (call === 'initialize-agent') return ['before the first phase'];
  if (call === 'write-messages') return [time === 1 ? 'first round' : 'later rounds'];
  if (call === 'write-orders' && time > 1) return ['asked again'];
  if (call === 'consolidate-diary') return ['Spring'];
  return [phase.endsWith('M') ? 'movement phase' : 'retreats, adjustments'];
}

function startOccasions(phase: string, phases: readonly string[]): readonly Occasion[] {
  if (phases.find((each) => each !== 'setup') === phase) return ['first phase'];
  if (!phase.endsWith('M')) return ['retreats, adjustments'];
  return phase.startsWith('S') ? ['Spring', 'movement phase'] : ['movement phase'];
}

/** Order of phases within a game: later phases have greater numbers. */
function placeOf(phase: string): number {
  if (phase === 'setup') return 0;
  const season = { S: 0, F: 1, W: 2 }[phase.charAt(0)] ?? 0;
  return Number(phase.slice(1, -1)) * 10 + season * 2 + (phase.endsWith('R') ? 1 : 0);
}
