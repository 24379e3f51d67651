import { createMemoryConsole } from '../../test/memory-console.js';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let cli: ReturnType<typeof createMemoryConsole>;
beforeEach(() => {
  cli = createMemoryConsole();
});
afterEach(() => cli.remove());

interface Recorded {
  readonly type: string;
  readonly sampling?: { readonly temperature?: number };
  readonly label?: { readonly name: string };
}

const recorded = (): readonly Recorded[] =>
  readdirSync(join(cli.cwd, 'runs')).flatMap((run) =>
    readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Recorded),
  );

it('sends a temperature with every call of partners and director, another with those of the judge, and says what it does not change', async () => {
  const flags = ['--model', 'offline', '--scenes', '1', '--temperature', '0.3', '--judge-temperature', '0', '--quiet'];
  const { exitCode, stderr } = await cli.run('run', 'maya-jonas', ...flags);
  expect(exitCode).toBe(0);
  expect(stderr).toContain('temperature changes nothing about the offline model');
  const answers = recorded().filter(({ type }) => type === 'answer-recorded');
  expect(answers.length).toBeGreaterThan(10);
  for (const { sampling, label } of answers)
    expect(sampling?.temperature, label?.name).toBe(label?.name === 'commitment-score' ? 0 : 0.3);
  const [run = ''] = readdirSync(join(cli.cwd, 'runs'));
  const fork = await cli.run('fork', run, '--at', 'scene-1', '--set', 'temperature=0.9', '--quiet');
  expect(fork.exitCode).toBe(0);
  expect(recorded().filter(({ sampling }) => sampling?.temperature === 0.9).length).toBeGreaterThan(10);
});

it('understands settings under their former names, and says so', async () => {
  const text =
    'name: tiny\nprogram: relationship\nsettings: { couples: maya-jonas, model: offline, scenes: 1, partnerBModel: "offline:b" }\n';
  writeFileSync(join(cli.cwd, 'study.yaml'), text);
  const { exitCode, stderr } = await cli.run('batch', 'study.yaml', '--quiet');
  expect(exitCode).toBe(0);
  expect(stderr).toContain('partnerBModel is the former name of secondPartnerModel');
  const [header] = recorded() as readonly {
    readonly spec?: { readonly models: { readonly secondActor: { readonly modelId: string } } };
  }[];
  expect(header?.spec?.models.secondActor.modelId).toBe('b');
});
