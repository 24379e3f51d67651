import { nearestName } from '@entente/llm-clients';
import { PromptFolderError } from '../../errors.js';
import type { PromptSet } from '../prompt-set.js';
import { fillTemplate, placeholdersOf } from '@entente/llm-clients/contract';
import { PROMPT_FILES } from './prompt-files.js';

/**
 * Reads a set of prompts from a user's folder. Its files replace parts of `base`; the rest stays. Files and placeholders are those of the
 * best-known Python harness. Everything is checked here, so that no game stops at its first use of a prompt.
 * @param files texts by file name; names that begin with a dot and readme files are skipped
 * @throws PromptFolderError for an unknown file or placeholder
 */
export function readPromptFolder(files: Readonly<Record<string, string>>, base: PromptSet): PromptSet {
  const names = Object.keys(files).filter((name) => !/^(?:\.|readme)/i.test(name));
  let set: PromptSet = { ...base, name: `${base.name}+folder` };
  const notes: string[] = [];
  for (const name of names.sort()) {
    const file = PROMPT_FILES.get(name) ?? refuseName(name);
    const text = (files[name] ?? '').replace(/^\uFEFF/, '').trim();
    if (file.put === undefined) {
      notes.push(`${name} is not used: what it asks for is part of the other prompts here.`);
      continue;
    }
    if (text === '') {
      // Stock folders have such files.
      notes.push(`${name} is empty, so the prompt of ${base.name} is used.`);
      continue;
    }
    for (const placeholder of placeholdersOf(text)) refuseUnknown(placeholder, name, file.placeholders);
    // Files without placeholders are not filled in later, so doubled braces become single ones here.
    set = file.put(set, file.placeholders.length === 0 ? fillTemplate(text, {}) : text);
  }
  return notes.length === 0 ? set : { ...set, notes: [...(base.notes ?? []), ...notes] };
}

function refuseName(name: string): never {
  const near = nearestName(name, [...PROMPT_FILES.keys()]);
  const hint =
    near === undefined ? `Known are ${[...PROMPT_FILES.keys()].filter(isForAll).join(', ')}.` : `Did you mean ${near}?`;
  throw new PromptFolderError(`A prompt folder has no file ${name}. ${hint}`, { file: name });
}

const isForAll = (name: string): boolean => !/austria|england|france|germany|italy|russia|turkey/.test(name);

function refuseUnknown(placeholder: string, file: string, known: readonly string[]): void {
  if (known.includes(placeholder)) return;
  const near = nearestName(placeholder, known);
  const hint =
    known.length === 0
      ? 'It takes none; write {{ and }} for braces.'
      : near === undefined
        ? `Known are ${known.map((name) => `{${name}}`).join(', ')}.`
        : `Did you mean {${near}}?`;
  throw new PromptFolderError(`${file} has the placeholder {${placeholder}}, which does not exist there. ${hint}`, {
    file,
    placeholder,
  });
}
