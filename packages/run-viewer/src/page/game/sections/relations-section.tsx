import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { StoryPhase } from '../story/game-story';
import { powerInWords } from '../story/phase-words';
import { PowerMark } from './power-mark';

/** How each power sees each other one when the orders of a phase are given; changes after the phase stand below. */
export function RelationsSection({ phase }: { readonly phase: StoryPhase }) {
  const { agents, updates } = phase;
  if (agents === null) return <p class="quiet">The players of this game keep no relationships.</p>;
  const living = POWERS.filter((power) => phase.position.centers[power].length + phase.position.units[power].length > 0);
  const changes = changesAfter(phase);
  return (
    <div class="relations">
      <div class="matrix" tabIndex={0} role="group" aria-label="Relationships, one row for each power">
        <table>
          <caption>Each row is how one power sees the others.</caption>
          <thead>
            <tr>
              <td />
              {POWERS.map((power) => (
                <th key={power} scope="col">
                  <PowerMark power={power} />
                  <span class="sr">{powerInWords(power)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {living.map((power) => (
              <tr key={power}>
                <th scope="row">
                  <PowerMark power={power} />
                  <span class="sr">{powerInWords(power)}</span>
                </th>
                {POWERS.map((other) => {
                  const word = other === power ? '' : (agents[power].relationships[other] ?? 'Neutral');
                  return (
                    <td key={other} data-sees={word.toLowerCase()}>
                      {word}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes.length > 0 && (
        <section>
          <h3>Changed after this phase</h3>
          <ul class="plain">
            {changes.map(({ power, towards, from, to }) => (
              <li key={`${power} ${towards}`}>
                <PowerMark power={power} /> {powerInWords(power)} sees <PowerMark power={towards} /> {powerInWords(towards)}:{' '}
                {from} → <b>{to}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      {updates.length === 0 && phase.stage === 'played' && phase.name.endsWith('M') && (
        <p class="quiet">Nobody has thought about this phase yet.</p>
      )}
    </div>
  );
}

interface Change {
  readonly power: Power;
  readonly towards: Power;
  readonly from: string;
  readonly to: string;
}

/** Relationships that changed after a phase. */
export function changesAfter({ agents, updates }: Pick<StoryPhase, 'agents' | 'updates'>): readonly Change[] {
  if (agents === null) return [];
  return updates.flatMap(({ power, relationships = {} }) =>
    POWERS.flatMap((towards): readonly Change[] => {
      const from = agents[power].relationships[towards] ?? 'Neutral';
      const to = relationships[towards];
      return to === undefined || to === from ? [] : [{ power, towards, from, to }];
    }),
  );
}
