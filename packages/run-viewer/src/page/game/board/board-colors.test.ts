import { readFileSync } from 'node:fs';
import { POWERS, standardDrawing } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../styles/game.css', import.meta.url), 'utf8');

describe('the colours of the board', () => {
  it('are by day those of the drawing, which colour-blind people tell apart', () => {
    const [day = ''] = css.split('@media (prefers-color-scheme: dark)');
    for (const power of POWERS) expect(day).toContain(`--${power.toLowerCase()}: ${standardDrawing.powers[power].color};`);
  });
});
