import { type GenerateResult, type ModelSettings, nearestName } from '@entente/llm-clients';
import type { Finding } from './finding.js';

export interface ConfigurationExamination {
  readonly subject: string;
  /** Of the config file, for this model; undefined where it has none. */
  readonly settings: ModelSettings | undefined;
  /** The names of all entries under `models` there. */
  readonly entries: readonly string[];
  /** Of a call that was made with them. */
  readonly result: GenerateResult;
  /** Notes of the clients about that call, a line each. */
  readonly notes: readonly string[];
}

/** Reports, for each thing that the user has configured for a model, whether it took effect. */
export function examineConfiguration({
  subject,
  settings,
  entries,
  result,
  notes,
}: ConfigurationExamination): readonly Finding[] {
  const check = 'configuration';
  if (!settings) {
    if (entries.length === 0) return [];
    const near = nearestName(subject, entries);
    const hint = near === undefined ? `there are entries for ${entries.join(', ')}` : `the nearest is "${near}"`;
    return [{ subject, check, result: 'note', detail: `no entry under models is for this model; ${hint}` }];
  }
  const { sampling = {}, providerOptions } = settings;
  const { droppedParameters, changedParameters = {} } = result;
  const reasonFor = (name: string): string | undefined => {
    const note = notes.find((line) => line.includes(` ${name} `));
    return note && /\((.*)\)/s.exec(note)?.[1];
  };
  const findings = Object.entries(sampling).map(([name, value]): Finding => {
    const own = name === 'reasoningEffort' ? 'reasoningEffort' : name;
    const why = reasonFor(name);
    const because = why === undefined ? '' : `: ${why}`;
    if (droppedParameters.includes(name))
      return { subject, check: own, result: 'note', detail: `${String(value)} is left out${because}` };
    const sent = changedParameters[name];
    if (sent !== undefined)
      return { subject, check: own, result: 'note', detail: `${String(sent)} is sent instead of ${String(value)}${because}` };
    return { subject, check: own, result: 'ok', detail: `${String(value)}, taken` };
  });
  const fields = Object.keys(providerOptions?.body ?? {});
  const left = fields.filter((name) => droppedParameters.includes(`body.${name}`));
  const taken = fields.filter((name) => !left.includes(name));
  const headers = Object.keys(providerOptions?.headers ?? {});
  const sent = [
    ...(taken.length > 0 ? [`${taken.join(', ')} in the body`] : []),
    ...(headers.length > 0 ? [`the header${headers.length === 1 ? '' : 's'} ${headers.join(', ')}`] : []),
  ];
  if (sent.length > 0)
    findings.push({
      subject,
      check: 'providerOptions',
      result: 'ok',
      detail: `sent, and not refused: ${sent.join('; ')}; whether the server heeds them, only it knows`,
    });
  if (left.length > 0)
    findings.push({
      subject,
      check: 'providerOptions',
      result: 'note',
      detail: `left out, since the server refuses them: ${left.map((name) => `${name} (${reasonFor(`body.${name}`) ?? 'no reason given'})`).join(', ')}`,
    });
  return findings;
}
