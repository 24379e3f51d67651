import { nearestName } from '@entente/llm-clients';
import type { ModelSpec } from '@entente/llm-clients/contract';
import { parseCallPath } from '@entente/simulation-core';
import { countOf } from '@entente/studies/tables';
import { UsageError } from '../cli/console-error.js';
import { hasColors } from '../cli/console-io.js';
import { outputWidth } from '../cli/output-width.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { type MoveRecord, readCalls } from '../journals/call-record.js';
import { CALL_COLUMNS, callTree } from '../journals/call-tree.js';
import { describeCall } from '../journals/describe-call.js';
import { assertKind, findRun, type FoundRun, readHeader } from '../journals/find-run.js';
import type { RunKind } from '../journals/run-kind.js';
import { formatSettings } from '../journals/settings-in-force.js';
import { describeMoves } from '../session/moved-models.js';
import { formatTable } from '../text/format-table.js';
import { createStyle } from '../text/style.js';
import { wrapText } from '../text/wrap-text.js';
import type { showOptions } from './journal-options.js';
import { tellFound } from './tell-run.js';
import { isPlayedOffline, OFFLINE_NOTE } from '../journals/offline-note.js';

/** Shows a run's calls as a tree, one call in full, or the run's facts. */
export async function showRun<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { words, io, options }: VerbCall<OptionValues<typeof showOptions>>,
): Promise<number> {
  const [name, path] = words;
  const found = await findRun(name!, { cwd: io.cwd, runsDir: options.runsDir });
  const header = await readHeader(found.runId, found.store);
  assertKind(header, kind.kind);
  if (options.story) {
    if (options.facts || path !== undefined)
      throw new UsageError(`--story tells the whole run; leave out ${options.facts ? '--facts' : `"${path}"`}.`);
    return tellFound(kind, { io, found, header });
  }
  if (options.facts && options.width !== undefined)
    throw new UsageError('--facts prints every fact on a line of its own; leave out --width.');
  if (options.facts) {
    io.stdout.write(await factLines(found, path));
    return 0;
  }
  const { calls, parts, moves } = await readCalls(found.store.read(found.runId));
  const width = outputWidth(io.stdout);
  const style = createStyle(hasColors(io.stdout, io.env));
  const exact = path === undefined ? [] : calls.filter((call) => call.path === path || parseCallPath(call.path).base === path);
  if (exact.length > 0) {
    // An answer that counts stands before those that it replaced.
    const inOrder = [...exact.filter((call) => !call.isReplaced), ...exact.filter((call) => call.isReplaced)];
    io.stdout.write(`${inOrder.map((call) => describeCall(call, { parts, width, style })).join('\n\n')}\n`);
    return 0;
  }
  const within = path === undefined ? calls : calls.filter((call) => call.path.startsWith(`${path.replace(/\/$/, '')}/`));
  if (within.length === 0)
    throw new UsageError(
      unknownPath(
        path,
        found.runId,
        calls.map((call) => call.path),
      ),
    );
  const title = `${style.bold(kind.title(header))}  ${found.runId}, seed ${header.seed}, ${countOf(within.length, 'call')}`;
  const told = kind.settings === undefined ? '' : `Settings: ${formatSettings(kind.settings(header))}.`;
  const dim = (line: string): string => `\n${style.dim(io.stdout.columns === undefined ? line : wrapText(line, width))}`;
  const settings = told === '' ? '' : dim(told);
  const moved = moves.map((move) => dim(tellMove(move, kind.modelsOf(header)))).join('');
  const offline = isPlayedOffline(kind, header) ? `\n${style.yellow(wrapText(OFFLINE_NOTE, width))}` : '';
  io.stdout.write(`${title}${settings}${moved}${offline}\n\n${formatTable(CALL_COLUMNS, callTree(within), { width, style })}\n`);
  return 0;
}

/** `Since 2026-11-22 02:15: llamacpp:tiny has moved from ... to ...; ...` */
function tellMove({ at, addresses }: MoveRecord, models: readonly ModelSpec[]): string {
  const since = new Date(at).toISOString().replace('T', ' ').slice(0, 19);
  const told = describeMoves(models, addresses).join('; ');
  return `Since ${since}: ${told === '' ? 'every model is asked where the run began again' : told}.`;
}

async function factLines({ store, runId }: FoundRun, step: string | undefined): Promise<string> {
  const lines: string[] = [];
  for await (const entry of store.read(runId)) {
    if (entry.type === 'fact-recorded' && (step === undefined || entry.step === step))
      lines.push(`${entry.step}  ${JSON.stringify(entry.fact)}\n`);
  }
  return lines.join('');
}

function unknownPath(path: string | undefined, runId: string, paths: readonly string[]): string {
  if (path === undefined) return `${runId} has no call on record yet.`;
  const near = nearestName(path, paths);
  return `${runId} has no call at "${path}"${near === undefined ? '' : ` (did you mean ${near}?)`}; without a path, show lists them all.`;
}
