import {
  createModelClients,
  type ModelClients,
  modelSettingsOf,
  parseModelId,
  PROVIDER_PRESETS,
  SettingError,
  withEnvFile,
} from '@entente/llm-clients';
import { countOf } from '@entente/studies/tables';
import { join } from 'node:path';
import { hasColors } from '../cli/console-io.js';
import { outputWidth } from '../cli/output-width.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { examineMachine } from '../doctor/examine-machine.js';
import { type Examination, examineEmbedding, examineModel } from '../doctor/examine-model.js';
import type { Finding } from '../doctor/finding.js';
import type { RunKind } from '../journals/run-kind.js';
import { assertLatencyUsed, openSession, type Session } from '../session/session.js';
import { createStyle } from '../text/style.js';
import { wrapText } from '../text/wrap-text.js';
import type { doctorOptions } from './journal-options.js';

type Call = VerbCall<OptionValues<typeof doctorOptions>>;

/** Tries the machine and every model; returns 0 where nothing failed. */
export async function doctor<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { io, options }: Call,
): Promise<number> {
  const { longPrompts, withoutEmbeddings } = kind.words;
  const session = await openSession(io, { ...options, responders: kind.responders });
  const ids = options.model ?? [session.config.model ?? 'offline'];
  assertLatencyUsed(
    options.latency,
    ids.map((id) => ({ provider: /^offline\b/.test(id) ? 'offline' : '', modelId: subjectOf(id).subject })),
  );
  const findings: Finding[] = [...(await examineMachine(io, options.runsDir))];
  // Notes about refused parameters are shown among the findings.
  let notes: string[] = [];
  if (options.logLevel === undefined) session.setNotes((note) => notes.push(note));
  const takeNotes = (): readonly string[] => {
    const taken = notes;
    notes = [];
    return taken;
  };
  try {
    for (const id of ids) {
      findings.push(
        ...(await examineModel({
          ...subjectOf(id),
          id,
          model: () => session.models.languageModel(session.models.describe(id)),
          clients: session.clients,
          clock: session.clock,
          needsKey: needsKey(session, id, io),
          takeNotes,
          longPrompts,
          ...configurationOf(session, id),
        })),
      );
    }
    const usual = withoutEmbeddings !== undefined && ids.includes('offline') ? 'offline' : undefined;
    const embeddingId = options.embeddingModel ?? usual;
    if (embeddingId !== undefined)
      findings.push(await examineEmbedding({ ...subjectOf(embeddingId), id: embeddingId, clients: session.clients }));
    else if (withoutEmbeddings !== undefined)
      findings.push({
        subject: 'embeddings',
        check: 'embedding',
        result: 'skipped',
        detail: `no --embedding-model is named; ${withoutEmbeddings}`,
      });
  } finally {
    session.close();
  }
  const failed = findings.filter(({ result }) => result === 'failed').length;
  if (options.json) for (const finding of findings) io.stdout.write(`${JSON.stringify({ event: 'finding', ...finding })}\n`);
  else {
    io.stdout.write(`${layOut(findings, outputWidth(io.stdout), hasColors(io.stdout, io.env))}\n\n`);
    io.stdout.write(
      failed === 0 ? 'Everything that was tried works.\n' : `${countOf(failed, 'check')} failed; what to do stands below each.\n`,
    );
  }
  return failed === 0 ? 0 : 1;
}

function subjectOf(id: string): { readonly subject: string; readonly keyInId: boolean } {
  return { subject: id.replace(/#.*$/s, ''), keyInId: id.includes('#') };
}

/** Whether the model has its key from a variable of the environment. */
function needsKey({ clock, config }: Session, id: string, io: Call['io']): boolean {
  const bare: ModelClients = createModelClients({
    env: withoutKeyVariables(withEnvFile(io.env, join(io.cwd, '.env'))),
    config,
    clock,
    random: Math.random,
  });
  try {
    parseModelId(id, { defaultProvider: config.provider });
    bare.languageModel(id);
    return false;
  } catch (error) {
    return error instanceof SettingError;
  }
}

/** Returns the config file's settings of a model, and the variables that may hold its key. */
function configurationOf({ config }: Session, id: string): Pick<Examination, 'settings' | 'entries' | 'keyVariables'> {
  const entries = Object.keys(config.models ?? {});
  try {
    const { id: parsed } = parseModelId(id, { defaultProvider: config.provider });
    const { provider } = parsed;
    return {
      settings: modelSettingsOf(config, parsed, id),
      entries,
      keyVariables: provider === 'offline' ? [] : PROVIDER_PRESETS[provider].keyVariables,
    };
  } catch {
    // Making the model reports the fault in its id.
    return { settings: undefined, entries, keyVariables: [] };
  }
}

function withoutKeyVariables(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.endsWith('_API_KEY')));
}

const MARKS: Readonly<Record<Finding['result'], { readonly sign: string; readonly color: 'green' | 'red' | 'yellow' | 'dim' }>> =
  {
    ok: { sign: 'ok', color: 'green' },
    failed: { sign: 'failed', color: 'red' },
    note: { sign: 'note', color: 'yellow' },
    skipped: { sign: 'skipped', color: 'dim' },
  };

function layOut(findings: readonly Finding[], width: number, colors: boolean): string {
  const style = createStyle(colors);
  const subjects = [...new Set(findings.map(({ subject }) => subject))];
  const checkWidth = Math.max(...findings.map(({ check }) => check.length));
  const line = ({ check, result, detail, remedy }: Finding): string => {
    const { sign, color } = MARKS[result];
    const indent = ' '.repeat(2 + 7 + 2 + checkWidth + 2);
    const body = wrapText(detail, width, indent).trimStart();
    const cure =
      remedy === undefined || remedy === 'see the message' ? '' : `\n${style.yellow(wrapText(`-> ${remedy}`, width, indent))}`;
    return `  ${style[color](sign.padEnd(7))}  ${check.padEnd(checkWidth)}  ${body}${cure}`;
  };
  return subjects
    .map((subject) => [style.bold(subject), ...findings.filter((finding) => finding.subject === subject).map(line)].join('\n'))
    .join('\n\n');
}
