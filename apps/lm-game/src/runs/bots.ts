import { type Bot, greedyBot, holdBot, randomBot } from '@entente/diplomacy-rules';
import { nearestName } from '@entente/llm-clients';
import { UsageError } from '@entente/run-console';

const BOTS: Readonly<Record<string, Bot>> = { greedy: greedyBot, random: randomBot, hold: holdBot };

/** Players by rules of thumb, by what stands after `bot:`. @throws UsageError naming those that there are */
export function botNamed(name: string): Bot {
  const bot = Object.hasOwn(BOTS, name) ? BOTS[name] : undefined;
  if (bot) return bot;
  const names = Object.keys(BOTS);
  const near = nearestName(name, names);
  throw new UsageError(
    `There is no bot "${name}"${near === undefined ? '' : ` (did you mean bot:${near}?)`}; there are ${names.map((each) => `bot:${each}`).join(', ')}.`,
  );
}
