import { PROMPT_SETS } from '@entente/diplomacy-game';
import { POWERS } from '@entente/diplomacy-rules';
import { messageText } from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { capturePrompt, type PromptName, PROMPTS } from './capture-prompt.js';

const names = Object.keys(PROMPTS) as readonly PromptName[];
const textOf = async (...[name, sample]: Parameters<typeof capturePrompt>): Promise<string> =>
  (await capturePrompt(name, sample)).messages.map(messageText).join('\n\n');

describe('a prompt as it is shown', () => {
  it.each(names)('%s is the request that bears its name', async (name) => {
    const request = await capturePrompt(name, { power: 'FRANCE', set: PROMPT_SETS.default, twoSteps: false, phase: 'M' });
    expect(request.label?.name).toBe(name);
  });

  it('is there for every power and kind of phase, with the orders of that phase', async () => {
    for (const power of POWERS) {
      for (const [phase, title] of [
        ['M', 'WRITE MOVEMENT ORDERS'],
        ['R', 'WRITE RETREATS'],
        ['A', 'WRITE ADJUSTMENTS'],
      ] as const)
        expect(await textOf('write-orders', { power, set: PROMPT_SETS.simple, twoSteps: false, phase })).toContain(
          `YOUR TASK: ${title}`,
        );
    }
  });

  it('asks for JSON in one step, and for plain words in two', async () => {
    const ask = (twoSteps: boolean) =>
      textOf('write-messages', { power: 'ITALY', set: PROMPT_SETS.default, twoSteps, phase: 'M' });
    expect(await ask(false)).toContain('Answer as JSON');
    expect(await ask(true)).not.toContain('Answer as JSON');
  });
});
