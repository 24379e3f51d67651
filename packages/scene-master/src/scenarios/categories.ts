/** The parts of a relationship that scenes are drawn from, roughly in the order in which couples live them. */
export const SCENE_CATEGORIES = [
  'Initial Formation',
  'Relationship Development',
  'Challenges or Tests',
  'Conflict & Repair',
  'Deepening or Milestones',
  'Modern Life',
  'Transitions or Endings',
] as const;
export type SceneCategory = (typeof SCENE_CATEGORIES)[number];

/** The arc a run follows unless another is given: one category a scene; longer runs begin it again. */
export const TEN_SCENE_ARC: readonly SceneCategory[] = [
  'Relationship Development',
  'Relationship Development',
  'Challenges or Tests',
  'Challenges or Tests',
  'Conflict & Repair',
  'Conflict & Repair',
  'Deepening or Milestones',
  'Deepening or Milestones',
  'Modern Life',
  'Modern Life',
];
