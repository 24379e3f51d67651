import type { Power } from '@entente/diplomacy-rules';
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { Board } from './board/board';
import { Caption } from './board/caption';
import { ProvinceList } from './board/province-list';
import { PlaybackBar } from './playback/playback-bar';
import { usePlayback } from './playback/use-playback';
import { AgentsSection } from './sections/agents-section';
import { CallsOf } from './sections/call-link';
import { CentresSection } from './sections/centres-section';
import { MomentsSection } from './sections/moments-section';
import { OrdersSection } from './sections/orders-section';
import { PressSection } from './sections/press-section';
import { RelationsSection } from './sections/relations-section';
import { Tabs } from './sections/tabs';
import { type SectionId, sectionsOf, useSection } from './sections/use-section';
import type { GameStory } from './story/game-story';
import { judgePhase } from './story/judged-phase';
import { phaseInWords } from './story/phase-words';
import { useJudgedAhead } from './story/use-judged-ahead';
import { trackUnits } from './story/unit-tracks';
import '../styles/game.css';

/** A game: the board with its playback, and beside it what was ordered, said and thought in the phase that is shown. */
export function GameScreen({
  title,
  story,
  isLive = false,
  children,
}: {
  readonly title: string;
  readonly story: GameStory;
  /** Whether phases may still come. @default false */
  readonly isLive?: boolean;
  /** A line on the game below its title. */
  readonly children?: ComponentChildren;
}) {
  const { phases } = story;
  const names = useMemo(() => phases.map(({ name }) => name), [phases]);
  const tracks = useMemo(() => trackUnits(phases), [phases]);
  const tabs = useMemo(() => sectionsOf(story), [story]);
  const playback = usePlayback(names, isLive);
  const [section, select] = useSection(tabs);
  const [power, setPower] = useState<Power>('AUSTRIA');
  const [pointed, setPointed] = useState<string | null>(null);
  const [province, setProvince] = useState<string | null>(null);
  const onPoint = useCallback((order: string | null) => setPointed(order), []);
  const onProvince = useCallback((id: string | null) => setProvince(id), []);
  useJudgedAhead(phases[playback.at + 1]);
  const phase = phases[playback.at];
  if (phase === undefined) return <p>This game has no phase yet.</p>;
  const judged = judgePhase(phase);
  const panel = (id: SectionId) => {
    switch (id) {
      case 'orders':
        return <OrdersSection phase={phase} judged={judged} pointed={pointed} onPoint={onPoint} />;
      case 'press':
        return <PressSection phase={phase} />;
      case 'agents':
        return <AgentsSection phase={phase} power={power} onPower={setPower} />;
      case 'relations':
        return <RelationsSection phase={phase} />;
      case 'centres':
        return <CentresSection phases={phases} phase={phase} />;
      case 'moments':
        return <MomentsSection phase={phase.name} runId={story.runId ?? ''} />;
      default:
        return id satisfies never;
    }
  };
  return (
    <CallsOf.Provider value={story.runId}>
      <div class="game-head">
        <h1>{title}</h1>
        {children}
      </div>
      <div class="game">
        <div class="game-board">
          <h2 class="phase-name" aria-live="polite">
            {phaseInWords(phase.name)}
          </h2>
          <Board
            phase={phase}
            judged={judged}
            names={tracks[playback.at] ?? NO_NAMES}
            pointed={pointed}
            onPoint={onPoint}
            onProvince={onProvince}
          />
          <PlaybackBar names={names} playback={playback} isLive={isLive} />
          <Caption phase={phase} judged={judged} pointed={pointed} province={province} />
        </div>
        <div class="game-side">
          <Tabs tabs={tabs} active={section} onSelect={select}>
            {panel(section)}
          </Tabs>
          <ProvinceList phase={phase} />
          {story.notes.map((note) => (
            <p key={note} class="quiet">
              {note}
            </p>
          ))}
        </div>
      </div>
    </CallsOf.Provider>
  );
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();
