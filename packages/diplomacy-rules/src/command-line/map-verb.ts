import { writeFile } from 'node:fs/promises';
import { renderMap } from '../drawing/render-map.js';
import { adjudicate } from '../judge/adjudicate.js';
import { startingPosition } from '../values/position.js';
import { readSituation } from './read-situation.js';
import { rulebookFrom, rulebookOptions } from './rulebook-option.js';
import { writeLine } from './streams.js';
import type { Verb } from './verb.js';
import { onlyFile, UsageError } from './verb.js';

/** `diplomacy-rules map`: draws a position. */
export const mapVerb: Verb = {
  name: 'map',
  usage: 'FILE|start [--out FILE.svg] [--rulebook NAME]',
  summary: 'draw a position, with its orders and what becomes of them, as SVG',
  details: `Draws a position from a file as adjudicate takes it; where it has orders, they are judged and drawn
with what becomes of them. The word start stands for the beginning of the game.`,
  options: {
    out: { type: 'string', value: 'FILE', description: 'write the picture to this file instead of the terminal' },
    ...rulebookOptions,
  },
  run: async ({ files, options }, { stdout }) => {
    const rulebook = rulebookFrom(options);
    const { out } = options;
    const picture = await draw(onlyFile(files), rulebook);
    if (typeof out !== 'string') {
      await writeLine(stdout, picture);
      return 0;
    }
    try {
      await writeFile(out, `${picture}\n`);
    } catch (error) {
      throw new UsageError(`the picture cannot be written: ${(error as Error).message}`);
    }
    return 0;
  },
};

async function draw(file: string, rulebook: ReturnType<typeof rulebookFrom>): Promise<string> {
  if (file === 'start') return renderMap(startingPosition());
  const { position, orders } = await readSituation(file);
  const hasOrders = Object.values(orders).some((list) => list.length > 0);
  if (!hasOrders || position.phase === 'COMPLETED') return renderMap(position);
  return renderMap(position, { outcomes: adjudicate(position, orders, { rulebook }).outcomes });
}
