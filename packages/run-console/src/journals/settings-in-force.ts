import type { RunBlueprint } from '@entente/simulation-core/journal';
import type { SettingTable } from '@entente/studies/settings';

/** One setting of a run, as `--set settings.NAME` and study files name it. */
export interface SettingInForce {
  readonly name: string;
  readonly value: string | number | boolean;
  /** Its value where nobody sets it; absent where there is none. */
  readonly usual?: string | number | boolean;
}

/**
 * Settings of a run with their defaults, in the order of the table.
 * @param values by setting; those that are left out are not told
 */
export function settingsInForce(
  table: SettingTable,
  values: Readonly<Record<string, SettingInForce['value'] | undefined>>,
): readonly SettingInForce[] {
  return Object.entries(table).flatMap(([name, row]) => {
    const value = values[name];
    if (value === undefined) return [];
    const usual = row.default as SettingInForce['value'] | undefined;
    return [usual === undefined ? { name, value } : { name, value, usual }];
  });
}

/** Formats every setting of a run: `steps 3 (usually 10), pruning on`. */
export function formatSettings(settings: readonly SettingInForce[]): string {
  return settings.map(formatSetting).join(', ');
}

/**
 * The settings of runs that are not as usual, in a sentence, so that two outputs explain their difference; `varies` stands where the runs
 * do not agree.
 * @param settingsOf of one run
 */
export function describeUnusual(
  blueprints: readonly RunBlueprint[],
  settingsOf: (blueprint: RunBlueprint) => readonly SettingInForce[],
): string {
  const byName = new Map<string, SettingInForce[]>();
  for (const blueprint of blueprints)
    for (const setting of settingsOf(blueprint)) {
      const each = byName.get(setting.name);
      if (each) each.push(setting);
      else byName.set(setting.name, [setting]);
    }
  const unusual = [...byName.values()].flatMap((each): readonly string[] => {
    const [first] = each;
    if (first === undefined || each.every(({ value, usual }) => value === usual)) return [];
    const agrees = each.length === blueprints.length && each.every(({ value }) => value === first.value);
    return [agrees ? formatSetting(first) : `${first.name} varies`];
  });
  return unusual.length === 0 ? 'Settings: all as usual.' : `Settings: ${unusual.join(', ')}; all others as usual.`;
}

function formatSetting({ name, value, usual }: SettingInForce): string {
  const word = (each: string | number | boolean): string => (each === true ? 'on' : each === false ? 'off' : String(each));
  return `${name} ${word(value)}${usual === undefined || usual === value ? '' : ` (usually ${word(usual)})`}`;
}
