import { parsePhase } from '@entente/diplomacy-rules';
import { phaseInWords } from '../story/phase-words';
import type { Playback } from './use-playback';

/** Buttons, a scrubber by phases with the years below it, and the speed. */
export function PlaybackBar({
  names,
  playback,
  isLive,
}: {
  readonly names: readonly string[];
  readonly playback: Playback;
  readonly isLive: boolean;
}) {
  const { at, isPlaying, speed, isFollowing, go, toggle, setSpeed, setFollowing } = playback;
  const last = names.length - 1;
  const words = phaseInWords(names[at] ?? '');
  return (
    <div class="playback">
      <div class="buttons">
        <Step label="First phase" sign="M5 4v16M19 4 8 12l11 8z" isOff={at === 0} onClick={() => go(0)} />
        <Step label="Previous phase" sign="M17 4 6 12l11 8z" isOff={at === 0} onClick={() => go(at - 1)} />
        <Step
          label={isPlaying ? 'Pause' : 'Play'}
          sign={isPlaying ? 'M8 4v16M16 4v16' : 'M7 3 20 12 7 21z'}
          isOff={last <= 0}
          onClick={toggle}
        />
        <Step label="Next phase" sign="M7 4 18 12 7 20z" isOff={at >= last} onClick={() => go(at + 1)} />
        <Step label="Last phase" sign="M19 4v16M5 4l11 8-11 8z" isOff={at >= last} onClick={() => go(last)} />
      </div>
      <label class="speed">
        Speed{' '}
        <select value={speed} onChange={(event) => setSpeed(Number(event.currentTarget.value))}>
          {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      {isLive && (
        <label class="follow">
          <input type="checkbox" checked={isFollowing} onChange={(event) => setFollowing(event.currentTarget.checked)} /> follow
          the game
        </label>
      )}
      <div class="scrubber">
        <input
          type="range"
          min={0}
          max={Math.max(last, 0)}
          value={at}
          aria-label="Phase"
          aria-valuetext={words}
          onInput={(event) => go(Number(event.currentTarget.value))}
        />
        <div class="years" aria-hidden="true">
          {yearsOf(names).map(({ year, place }) => (
            <span key={year} style={{ left: `${last <= 0 ? 0 : (place / last) * 100}%` }}>
              {year}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Step({
  label,
  sign,
  isOff,
  onClick,
}: {
  readonly label: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
        <path d={sign} />
      </svg>
    </button>
  );
}

/** Share of the scrubber that one year's label takes. */
const LABEL_SHARE = 0.12;

/** Years with the place of their first phase. One that would stand too close to the one before is left out. */
function yearsOf(names: readonly string[]): readonly { readonly year: number; readonly place: number }[] {
  const shown: { year: number; place: number }[] = [];
  let before: number | undefined;
  names.forEach((name, place) => {
    const year = parsePhase(name)?.year;
    if (year === undefined || year === before) return;
    before = year;
    const last = shown.at(-1);
    if (last === undefined || place - last.place >= (names.length - 1) * LABEL_SHARE) shown.push({ year, place });
  });
  return shown;
}
