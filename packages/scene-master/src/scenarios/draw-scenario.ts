import type { SceneCategory } from './categories.js';
import type { Scenario } from './scenario.js';

/**
 * One scenario of a category, none again before all of the category have been used; then those used least.
 * `random` is one number in [0, 1).
 * @throws RangeError when there is no scenario of the category
 */
export function drawScenario(
  scenarios: readonly Scenario[],
  category: SceneCategory,
  draw: { readonly used: readonly string[]; readonly random: number },
): Scenario {
  const candidates = scenarios.filter((scenario) => scenario.category === category);
  const timesUsed = (scenario: Scenario) => draw.used.filter((id) => id === scenario.id).length;
  const least = Math.min(...candidates.map(timesUsed));
  const fresh = candidates.filter((scenario) => timesUsed(scenario) === least);
  const drawn = fresh[Math.floor(draw.random * fresh.length)];
  if (!drawn)
    throw new RangeError(`There is no scenario of the category "${category}": add one, or leave the category out of the arc.`);
  return drawn;
}
