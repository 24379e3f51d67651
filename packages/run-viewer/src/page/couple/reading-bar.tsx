import type { ComponentChildren } from 'preact';
import { linkTo } from '../data/route';
import { type Aside, ASIDES, queryOf, type Reading } from './reading';

const NAMES: Readonly<Record<Aside, string>> = {
  thoughts: 'thoughts',
  options: 'options',
  memories: 'memories',
  secrets: 'who knows what',
  calls: 'calls',
};

/** Bar above the play: the scene in view, the way to others, and the asides that are shown. */
export function ReadingBar(props: {
  /** Words of the address to which the scene and the asides belong. */
  readonly place: readonly string[];
  readonly scenes: readonly { readonly scene: number; readonly title: string }[];
  /** Index of the scene in view. */
  readonly at: number;
  readonly reading: Reading;
  readonly change: (change: Partial<Reading>) => void;
  /** More that the bar holds. */
  readonly children?: ComponentChildren;
}) {
  const { place, scenes, at, reading, change, children } = props;
  const hrefOf = (index: number): string | undefined => {
    const scene = scenes[index]?.scene;
    return scene === undefined ? undefined : linkTo(place, queryOf({ ...reading, scene }));
  };
  const toggle = (aside: Aside): void => {
    const show = new Set(reading.show);
    if (!show.delete(aside)) show.add(aside);
    change({ show });
  };
  return (
    <div class="reading-bar">
      <nav aria-label="Scenes">
        <Step href={hrefOf(at - 1)} name="Scene before" keys="k or ←" sign="‹" />
        <select
          aria-label="Scene"
          value={String(scenes[at]?.scene ?? '')}
          onChange={(event) => {
            location.hash = linkTo(place, queryOf({ ...reading, scene: Number(event.currentTarget.value) }));
          }}
        >
          {scenes.map((scene) => (
            <option key={scene.scene} value={String(scene.scene)}>
              {`${scene.scene} · ${scene.title}`}
            </option>
          ))}
        </select>
        <Step href={hrefOf(at + 1)} name="Next scene" keys="j or →" sign="›" />
      </nav>
      <fieldset>
        <legend>Show</legend>
        {ASIDES.map((aside) => (
          <label key={aside}>
            <input type="checkbox" checked={reading.show.has(aside)} onChange={() => toggle(aside)} /> {NAMES[aside]}
          </label>
        ))}
      </fieldset>
      {children}
    </div>
  );
}

function Step(props: { readonly href: string | undefined; readonly name: string; readonly keys: string; readonly sign: string }) {
  const { href, name, keys, sign } = props;
  if (href === undefined)
    return (
      <span class="step" aria-hidden="true">
        {sign}
      </span>
    );
  return (
    <a class="step" href={href} aria-label={name} title={`${name} (${keys})`}>
      {sign}
    </a>
  );
}
