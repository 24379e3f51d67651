import { suggestName } from './nearest-name.js';
import type { Complain } from '../study-error.js';
import type { Settings, SettingValue, StudyCondition, StudyProgram, StudySeats } from './study.js';
import { seatsSchema, type WrittenStudy } from './study-schema.js';

interface Context {
  readonly program: StudyProgram;
  readonly complain: Complain;
}

/** One level of a factor, and what it sets. */
interface Level {
  readonly factor: string;
  readonly level: string;
  readonly sets: Settings;
}

/** Fields of `seats` that conditions and factors can set as if they were settings. */
const SEAT_FIELDS = Object.keys(seatsSchema.shape);
/** Labels that every run has; a factor of this name would overwrite one. */
const TAKEN = ['study', 'condition', 'seat', 'studyVersion', 'studyConditions', 'studyMeasures'];

/** Every condition complete: what the study sets for all, and over it what this one sets. Values with a fault are in them too. */
export function buildConditions(written: WrittenStudy, context: Context): readonly StudyCondition[] {
  const { complain } = context;
  if (written.factors && written.conditions)
    complain(['conditions'], 'write factors, which are crossed, or conditions, not both');
  checkSettings(written.settings ?? {}, ['settings'], context);
  const listed = Object.entries(written.conditions ?? {}).map(([name, sets]) => {
    checkSettings(sets ?? {}, ['conditions', name], context);
    return { name, levels: {}, sets: sets ?? {}, path: ['conditions', name] };
  });
  const crossed = crossLevels(readFactors(written.factors ?? {}, context)).map((levels) => ({
    name: levels.map(({ factor, level }) => `${factor}=${level}`).join(',') || written.name,
    levels: Object.fromEntries(levels.map(({ factor, level }) => [factor, level])),
    sets: Object.assign({}, ...levels.map(({ sets }) => sets)) as Settings,
    path: ['factors'],
  }));
  const conditions = written.conditions ? listed : crossed;
  if (conditions.length === 0) complain(['conditions'], 'there is no condition');
  return conditions.map(({ name, levels, sets, path }) => ({
    name,
    levels,
    settings: { ...written.settings, ...only(sets, (key) => !SEAT_FIELDS.includes(key)) },
    seats: readSeats({ ...written.seats, ...only(sets, (key) => SEAT_FIELDS.includes(key)) }, path, context),
  }));
}

function readFactors(factors: NonNullable<WrittenStudy['factors']>, context: Context): readonly (readonly Level[])[] {
  return Object.entries(factors).map(([factor, levels]) => {
    const path = ['factors', factor];
    if (TAKEN.includes(factor))
      context.complain(path, `a factor cannot be called "${factor}", for every run has a label of that name`);
    const read = Array.isArray(levels)
      ? (levels as readonly SettingValue[]).map((value, index): Level => {
          const sets = { [factor]: value };
          if (typeof value === 'object' && value !== null) {
            const unnamed = `level ${index + 1} of ${factor} needs a name; write levels as name: {setting: value}`;
            context.complain([...path, index], unnamed);
            return { factor, level: String(index + 1), sets };
          }
          checkSettings(sets, path, context, [...path, index]);
          return { factor, level: String(value), sets };
        })
      : Object.entries(levels as Readonly<Record<string, Settings | null>>).map(([level, sets]): Level => {
          checkSettings(sets ?? {}, [...path, level], context);
          return { factor, level, sets: sets ?? {} };
        });
    const twice = read.find(({ level }, index) => read.findIndex((other) => other.level === level) !== index);
    if (twice) context.complain(path, `the level ${twice.level} of ${factor} comes twice`);
    return read;
  });
}

/** Every combination, the last factor changing fastest. */
function crossLevels(factors: readonly (readonly Level[])[]): readonly (readonly Level[])[] {
  return factors.reduce<readonly (readonly Level[])[]>(
    (combined, levels) => combined.flatMap((before) => levels.map((level) => [...before, level])),
    [[]],
  );
}

/** @param path of the mapping that holds them; `valuePath` where the values stand elsewhere */
function checkSettings(
  settings: Settings,
  path: readonly PropertyKey[],
  { program, complain }: Context,
  valuePath?: readonly PropertyKey[],
): void {
  const known = [...Object.keys(program.settings), ...(program.seats.length > 0 && path[0] !== 'settings' ? SEAT_FIELDS : [])];
  for (const [name, value] of Object.entries(settings)) {
    const place = valuePath ?? [...path, name];
    if (!known.includes(name)) {
      const belongs =
        SEAT_FIELDS.includes(name) && program.seats.length > 0 ? 'it belongs under seats:' : suggestName(name, known);
      complain(valuePath ? path : place, `${program.name} has no setting "${name}"; ${belongs}`);
      continue;
    }
    for (const { path: inner, message } of program.settings[name]?.safeParse(value).error?.issues ?? []) {
      const what = inner.length === 0 ? `${name} cannot be ${shown(value)};` : `${[name, ...inner].map(String).join('.')}:`;
      complain([...place, ...inner], `${what} ${message}`);
    }
  }
}

function readSeats(
  written: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[],
  { program, complain }: Context,
): StudySeats | null {
  if (Object.keys(written).length === 0) return null;
  const refused = (at: readonly PropertyKey[], message: string): null => {
    complain(at, message);
    return null;
  };
  const names = program.seats;
  if (names.length === 0) return refused(['seats'], `${program.name} has no seats`);
  const parsed = seatsSchema.safeParse(written);
  const at = (field: string): readonly PropertyKey[] => (written[field] === undefined ? path : ['seats', field]);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(path, `${String(issue?.path[0] ?? 'seats')}: ${issue?.message ?? ''}`);
  }
  const { testSeat, at: seat, opponents, models, rotate = 'none' } = parsed.data;
  if ((testSeat === undefined) === (models === undefined))
    return refused(['seats'], 'write testSeat and opponents, or models for all seats');
  if ((testSeat === undefined) !== (opponents === undefined)) return refused(['seats'], 'testSeat and opponents need each other');
  if (seat !== undefined && testSeat === undefined) return refused(at('at'), 'at says where the testSeat sits; there is none');
  if (seat !== undefined && !names.includes(seat))
    return refused(at('at'), `no seat is called "${seat}"; ${suggestName(seat, names)}`);
  checkCount('opponents', opponents, names.length - 1);
  checkCount('models', models, names.length);
  return {
    testSeat,
    at: testSeat === undefined ? undefined : (seat ?? names[0]!),
    opponents,
    models,
    rotate,
  };

  function checkCount(field: string, ids: readonly string[] | undefined, count: number): void {
    if (ids && ids.length !== 1 && ids.length !== count)
      complain(at(field), `${field} names ${ids.length} models; write one for all of them, or ${count}`);
  }
}

/** As it is written, but for a key that somebody put after a model's name. */
function shown(value: SettingValue): string {
  return JSON.stringify(value).replaceAll(/#(?:\\.|[^"\\])*/g, '#…');
}

function only(settings: Settings, isWanted: (name: string) => boolean): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => isWanted(name)));
}
