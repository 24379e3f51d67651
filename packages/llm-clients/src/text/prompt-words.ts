/** Words of prompts by name, such as `rules` or `line.felt`: templates with `{placeholders}`. */
export type PromptWords<Name extends string = string> = Readonly<Record<Name, string>>;

/** Words that ship for one side of a simulation, such as the characters or the director. */
export interface WordSide<Name extends string = string> {
  readonly words: PromptWords<Name>;
  /** Placeholders without which a prompt is of no use. All others may be left out, with a warning. */
  readonly needed?: { readonly [name in Name]?: readonly string[] } | undefined;
}

/** Sides by the name of their folder: files of `agent` stand in `agent/`. */
export type WordSides = Readonly<Record<string, WordSide>>;

/** Something wrong in a folder of prompts. */
export interface PromptFault {
  /** Path within the folder. */
  readonly file: string;
  /** From 1; absent if it is about the file as a whole. */
  readonly line?: number | undefined;
  /** The fault, and the nearest right name or the way to mend it. */
  readonly message: string;
}

/** A folder of prompts as it was read. */
export interface ReadPromptWords<Sides extends WordSides> {
  /** Words that differ from those that ship, by side. To be used only if there are no faults. */
  readonly words: { readonly [Side in keyof Sides]: Partial<Sides[Side]['words']> };
  /** Number of words in the folder that are as they ship. */
  readonly asShipped: number;
  readonly faults: readonly PromptFault[];
  /** Unused entries, and matter that a prompt loses, one sentence each. */
  readonly notes: readonly string[];
}

/** File of a side that holds its short words, by name. */
export const LINES_FILE = 'lines.yaml';
