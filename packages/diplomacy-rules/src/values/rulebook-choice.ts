import type { Rulebook, RulebookSwitchName } from './rulebook.js';
import { RULEBOOK_SWITCHES } from './rulebook.js';
import type { RulebookName } from './rulebooks.js';
import { RULEBOOK_NAMES, RULEBOOKS } from './rulebooks.js';

/** A named rulebook with some switches changed. */
export type ChangedRulebook = { readonly preset: RulebookName } & Partial<Rulebook>;

/** A rulebook as written in settings, study files and saved games. Plain data. */
export type RulebookChoice = RulebookName | ChangedRulebook;

const SWITCH_NAMES = Object.keys(RULEBOOK_SWITCHES) as readonly RulebookSwitchName[];

/** Returns the chosen rulebook, with a value for each switch. */
export function toRulebook(choice: RulebookChoice): Rulebook {
  if (typeof choice === 'string') return RULEBOOKS[choice];
  const { preset, ...changes } = choice;
  return { ...RULEBOOKS[preset], ...changes };
}

/**
 * Returns a choice in its shortest form: only the switches that differ from the named rulebook, in the sequence of `RULEBOOK_SWITCHES`, or
 * just the name if none differs. Equal choices thus become one setting.
 */
export function changeRulebook(preset: RulebookName, changes: Partial<Rulebook>): RulebookChoice {
  const differing = SWITCH_NAMES.filter((name) => changes[name] !== undefined && changes[name] !== RULEBOOKS[preset][name]);
  if (differing.length === 0) return preset;
  return { preset, ...Object.fromEntries(differing.map((name) => [name, changes[name]])) };
}

/** A choice, or why a value is not one. */
export type ParsedRulebook =
  { readonly choice: RulebookChoice; readonly problem?: undefined } | { readonly problem: string; readonly choice?: undefined };

/** Reads a rulebook in a file: a name, or an object with a `preset` and switches. */
export function parseRulebook(value: unknown): ParsedRulebook {
  if (typeof value === 'string') {
    return isName(value)
      ? { choice: value }
      : { problem: `there is no rulebook "${value}"; there are ${RULEBOOK_NAMES.join(', ')}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: 'the name of a rulebook is needed, or an object with a preset and switches' };
  }
  const { preset, ...changes } = value as Readonly<Record<string, unknown>>;
  if (!isName(preset)) return { problem: `preset has to be one of ${RULEBOOK_NAMES.join(', ')}` };
  for (const [name, wanted] of Object.entries(changes)) {
    const problem = switchProblem(name, wanted);
    if (problem !== null) return { problem };
  }
  return { choice: changeRulebook(preset, changes) };
}

/** Returns why a switch cannot have a value, or `null` if it can. */
export function switchProblem(name: string, value: unknown): string | null {
  if (!isSwitch(name)) return `a rulebook has no switch "${name}"; it has ${SWITCH_NAMES.join(', ')}`;
  const { values } = RULEBOOK_SWITCHES[name];
  if (typeof value === 'string' && Object.hasOwn(values, value)) return null;
  return `${name} has to be one of ${Object.keys(values).join(', ')}`;
}

/** Describes a rulebook: `python-compatible`, or `python-compatible with convoyIntent explicitVia`. */
export function formatRulebook(choice: RulebookChoice): string {
  if (typeof choice === 'string') return choice;
  const { preset, ...changes } = choice;
  return `${preset} with ${Object.entries(changes)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`;
}

const isName = (value: unknown): value is RulebookName => typeof value === 'string' && Object.hasOwn(RULEBOOKS, value);

const isSwitch = (name: string): name is RulebookSwitchName => Object.hasOwn(RULEBOOK_SWITCHES, name);
