import { nextSceneNumber, type RelationshipState, sceneOfStep } from '@entente/relationship';
import { type ForkStart, type OptionValues, type RunEdit, UsageError } from '@entente/run-console';
import { BOTH, type eventOptions } from './event-options.js';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import { assertSettingsTakeEffect } from './assert-settings-take-effect.js';
import { materialWith } from '../run-material.js';
import { readRunSpec, toJson } from './run-spec.js';

/** Returns the edit that puts the events into the fork. @throws UsageError where a scene is over or never played, or a name is wrong */
export function withEvents(
  { event: events, knownTo }: OptionValues<typeof eventOptions>,
  start: ForkStart<RelationshipState>,
): RunEdit {
  if (events.length === 0) {
    if (knownTo.length > 0) throw new UsageError('--known-to has no effect without --event; add an event, or leave it out.');
    return {};
  }
  if (knownTo.length > 1 && knownTo.length !== events.length)
    throw new UsageError(
      `--known-to is given ${knownTo.length} times beside ${events.length} of --event; give it once for all, or once for each.`,
    );
  const spec = readRunSpec({ spec: start.spec as RunBlueprint['spec'] });
  const first = sceneOfStep(start.step) ?? nextSceneNumber(start.state);
  const added = events.map(({ scene = first, event }, index) => {
    if (scene < first)
      throw new UsageError(
        `The event "${event}" cannot reach scene ${scene}: the fork begins at scene ${first}; name that one or a later one.`,
      );
    const name = knownTo[knownTo.length === 1 ? 0 : index] ?? BOTH;
    return name === BOTH ? { scene, event } : { scene, event, knownTo: [name] };
  });
  const edited = { ...spec, settings: { ...spec.settings, events: [...spec.settings.events, ...added] } };
  assertSettingsTakeEffect({ ...edited, material: materialWith(spec.material, spec.pool) }, {});
  const summary = added.map(({ scene, event, knownTo: [name = ''] = [] }) =>
    [`scene-${scene}`, name && `known to ${name}`, `"${event}"`].filter(Boolean).join(' '),
  );
  return { spec: toJson(edited), summary: `event ${summary.join(', ')}` };
}
