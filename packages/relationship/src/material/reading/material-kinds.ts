import { nearestName } from '@entente/studies/settings';

/** Kinds of material, named as the folders or files that hold them. */
export const MATERIAL_KINDS = ['personas', 'couples', 'turning-points', 'scenarios', 'arcs'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

const FILE = /^([^/]+)(?:\/[^/]+)?\.(ya?ml|csv|jsonl)$/;

/** A file of material in a form that nothing reads. */
const OTHER_FILE = /^([^/]+)\.(json|tsv|ods|xlsx?|yalm|yam|toml)$/;

/** Ending of the table of personas that is nearest to another ending. */
const NEAR: Readonly<Record<string, string>> = { json: 'jsonl', yalm: 'yaml', yam: 'yaml', toml: 'yaml' };

/**
 * Kind of a file by its path within the folder: `personas.yaml`, `personas/maya.yaml`, and for personas also `personas.csv` and
 * `personas.jsonl`. Undefined for other files.
 */
export function kindOf(path: string): MaterialKind | undefined {
  const [, name, ending = ''] = FILE.exec(path) ?? [];
  const kind = MATERIAL_KINDS.find((each) => each === name);
  return kind === 'personas' || /ya?ml/.test(ending) ? kind : undefined;
}

/** The path that was probably meant by one that is of no kind: `personas.yaml` for `persona.yaml`. */
export function nearestKind(path: string): string | undefined {
  const [, other = '', ending = ''] = OTHER_FILE.exec(path) ?? [];
  if (MATERIAL_KINDS.some((kind) => kind === other)) return `${other}.${other === 'personas' ? (NEAR[ending] ?? 'csv') : 'yaml'}`;
  const [, name = ''] = FILE.exec(path) ?? [];
  const kind = name === '' ? undefined : nearestName(name, MATERIAL_KINDS);
  if (kind === undefined) return undefined;
  const meant = path.replace(name, kind);
  return kindOf(meant) === undefined ? meant.replace(/\.\w+$/, '.yaml') : meant;
}
