import type { SceneMaterial } from '@entente/relationship';
import { canonicalJson, digest } from '@entente/simulation-core';

const known = new WeakMap<SceneMaterial, string>();

/** Digest of the scenarios and arcs by content. It is worked out once for each material, not for each run of a batch. */
export function materialDigest(material: SceneMaterial): string {
  const { scenarios, arcs } = material;
  const made = known.get(material) ?? digest(canonicalJson({ scenarios, arcs }));
  known.set(material, made);
  return made;
}
