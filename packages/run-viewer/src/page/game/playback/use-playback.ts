import { useEffect, useRef, useState } from 'preact/hooks';
import { wordInAddress, writeAddress } from './address';
import { usePlaybackKeys } from './use-playback-keys';

/** Milliseconds for which a phase stays at speed 1. */
const SLOWEST_MS = 4000;

/** Playback of the phases of a game. */
export interface Playback {
  readonly at: number;
  readonly isPlaying: boolean;
  /** From 1 to 9. */
  readonly speed: number;
  /** Whether the newest phase is shown as soon as it comes. */
  readonly isFollowing: boolean;
  readonly go: (at: number) => void;
  readonly toggle: () => void;
  readonly setSpeed: (speed: number) => void;
  readonly setFollowing: (isFollowing: boolean) => void;
}

/**
 * Plays through phases. The address names the phase that is shown (`?phase=F1903M`), and a changed address shows its phase. A game that
 * goes on is followed from the start, unless the address names a phase.
 * @param names of the phases, oldest first
 */
export function usePlayback(names: readonly string[], isLive: boolean): Playback {
  const last = Math.max(names.length - 1, 0);
  const [isFollowing, setFollow] = useState(() => isLive && placeInAddress(names) < 0);
  const [place, setPlace] = useState(() => (isFollowing ? last : Math.max(0, placeInAddress(names))));
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(3);
  const at = isFollowing ? last : Math.min(place, last);
  const go = (to: number): void => {
    setFollow(false);
    setPlace(Math.min(Math.max(to, 0), last));
  };
  const toggle = (): void => {
    setFollow(false);
    setPlace(!isPlaying && at >= last ? 0 : at);
    setPlaying(!isPlaying);
  };
  const setFollowing = (follows: boolean): void => {
    setPlace(at);
    setPlaying(false);
    setFollow(follows);
  };
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (at >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => setPlace(at + 1), SLOWEST_MS / speed);
    return () => clearTimeout(timer);
  }, [isPlaying, at, last, speed]);
  const latest = useRef({ names, at, go });
  latest.current = { names, at, go };
  useEffect(() => {
    // One listener for good: one that is renewed while an event is on its way misses it.
    const follow = (): void => {
      const now = latest.current;
      const wanted = placeInAddress(now.names);
      if (wanted >= 0 && wanted !== now.at) now.go(wanted);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const name = names[at];
  useEffect(() => {
    if (name !== undefined && !isFollowing) writeAddress('phase', name);
  }, [name, isFollowing]);
  usePlaybackKeys({ go, toggle, setSpeed, at, last });
  return { at, isPlaying, speed, isFollowing, go, toggle, setSpeed, setFollowing };
}

const placeInAddress = (names: readonly string[]): number => names.indexOf(wordInAddress('phase'));
