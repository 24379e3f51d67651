import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError, type VerbCall } from '@entente/run-console';
import { relationshipKind } from '../relationship-kind.js';
import { exampleFiles } from '../studies/example-files.js';

/** Writes a commented example of a study into a new folder; returns the exit code. @throws UsageError if the folder holds anything */
export async function initStudy({ io, words: [folder = '.'] }: VerbCall<object>): Promise<number> {
  const place = resolve(io.cwd, folder);
  if (existsSync(place) && !statSync(place).isDirectory())
    throw new UsageError(`${folder} is a file; name a new folder: relationship-sim init my-study.`);
  if (existsSync(place) && readdirSync(place).length > 0)
    throw new UsageError(
      `${folder} is not empty, and nothing in it is to be lost; name a new folder: relationship-sim init my-study.`,
    );
  const files = exampleFiles();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  }
  const { command } = relationshipKind;
  const written = Object.keys(files).filter((name) => name.endsWith('.yaml'));
  io.stdout.write(
    [
      `${folder} holds a study that runs offline as it is: ${written.join(', ')}.`,
      'Edit the files; comments explain each key, and editors that know YAML complete and check them by schemas/.',
      '',
      'Next:',
      `  ${command} check ${folder}`,
      `  ${command} batch ${folder}`,
      '',
    ].join('\n'),
  );
  return 0;
}
