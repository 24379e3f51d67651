import { useState } from 'preact/hooks';
import { useTitle } from '../../frame/use-title';
import { GameScreen } from '../game-screen';
import { readGameFile, type GameFileReading, LARGEST_FILE } from './read-game-file';
import '../../styles/game.css';

/** Shows a game from a file that is chosen or dropped. The file is read in the browser and sent nowhere. */
export function FileView() {
  const [opened, setOpened] = useState<{ readonly name: string; readonly reading: GameFileReading } | null>(null);
  const [isReading, setReading] = useState(false);
  useTitle(opened?.name ?? 'Open a game');
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setReading(true);
    const reading: GameFileReading =
      file.size > LARGEST_FILE ? { ok: false, message: 'The file is too large for this page.' } : readGameFile(await file.text());
    setOpened({ name: file.name, reading });
    setReading(false);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void open(event.dataTransfer?.files[0]);
  };
  const choice = (
    <label class="file-choice">
      {opened === null ? 'Choose a file, or drop one here:' : 'Another file:'}{' '}
      <input type="file" accept=".json,.jsonl,application/json" onChange={(event) => void open(event.currentTarget.files?.[0])} />
    </label>
  );
  return (
    <div class="file-view" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {opened?.reading.ok === true ? (
        <GameScreen key={opened.name} title={opened.name} story={opened.reading.story}>
          <p class="about">
            {opened.reading.story.phases.length} phases · {choice}
          </p>
        </GameScreen>
      ) : (
        <>
          <h1>Open a game</h1>
          <p>
            <code>lmvsgame.json</code> of AI_Diplomacy or of this program, a saved game of the Python package{' '}
            <code>diplomacy</code>, or a game’s <code>journal.jsonl</code>. The file is read in this browser and sent nowhere.
          </p>
          <p>{choice}</p>
          {isReading && <p class="waiting">Reading …</p>}
          {opened !== null && (
            <p role="alert">
              {opened.name} cannot be shown: {opened.reading.message}
            </p>
          )}
        </>
      )}
    </div>
  );
}
