import { useEffect } from 'preact/hooks';
import type { StoryPhase } from './game-story';
import { judgePhase } from './judged-phase';

/** Judges the next phase while nothing else happens, so that it is ready when playback comes to it. */
export function useJudgedAhead(next: StoryPhase | undefined): void {
  useEffect(() => {
    if (next === undefined) return undefined;
    const timer = setTimeout(() => judgePhase(next), 120);
    return () => clearTimeout(timer);
  }, [next]);
}
