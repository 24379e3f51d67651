/**
 * Regenerates src/drawing/standard-drawing.ts: `npx jiti drawing-generator/main.ts` in the package's folder, after a change of the
 * geography.
 */
import { writeFileSync } from 'node:fs';
import { formatStandardDrawing } from './format-standard-drawing.js';

writeFileSync(new URL('../src/drawing/standard-drawing.ts', import.meta.url), formatStandardDrawing());
