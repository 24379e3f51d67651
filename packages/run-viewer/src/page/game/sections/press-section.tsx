import { callBase } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import { useState } from 'preact/hooks';
import type { StoryPhase } from '../story/game-story';
import { powerInWords } from '../story/phase-words';
import { missingOf, type PressFilter, pressRounds, type ShownMessage } from '../story/press-rounds';
import { CallLink } from './call-link';
import { MissingReply } from './missing-reply';
import { PowerMark } from './power-mark';

/** Press of a phase, round by round: of all powers, of one, or between two. */
export function PressSection({ phase }: { readonly phase: StoryPhase }) {
  const [filter, setFilter] = useState<PressFilter>({ one: null, other: null });
  const rounds = pressRounds(phase, filter);
  return (
    <div class="press">
      <p class="filters">
        <PowerChoice label="Press of" any="all powers" value={filter.one} onChange={(one) => setFilter({ ...filter, one })} />
        <PowerChoice label="with" any="anybody" value={filter.other} onChange={(other) => setFilter({ ...filter, other })} />
      </p>
      {rounds.length === 0 && <p class="quiet">{silence(phase)}</p>}
      {rounds.map(({ round, messages }) => (
        <section key={round}>
          {round > 0 && <h3>Round {round}</h3>}
          <ul>
            {messages.map((message, at) => (
              <Message key={at} message={message} />
            ))}
          </ul>
        </section>
      ))}
      {missingOf(phase, 'messages-missing').map((missing, at) => (
        <MissingReply key={at} missing={missing} />
      ))}
    </div>
  );
}

function silence({ name, press, dropped }: StoryPhase): string {
  if (press.length + dropped.length > 0) return 'Nothing was said between them in this phase.';
  return name.endsWith('M') ? 'Nothing was said in this phase.' : 'Nothing is said while units retreat or are built.';
}

function Message({ message }: { readonly message: ShownMessage }) {
  const { phase, round, sender, recipient, text } = message;
  const to = POWERS.find((power) => power === recipient);
  return (
    <li class={'reason' in message ? 'message dropped' : recipient === 'GLOBAL' ? 'message global' : 'message'}>
      <p class="from">
        <PowerMark power={sender} /> <b>{powerInWords(sender)}</b> to{' '}
        {to === undefined ? (
          <b>{recipient === 'GLOBAL' ? 'everybody' : `“${recipient}”`}</b>
        ) : (
          <>
            <PowerMark power={to} /> <b>{powerInWords(to)}</b>
          </>
        )}
        {'reason' in message && <span class="failed"> not delivered: {DROPPED[message.reason]}</span>}
        {round > 0 && <CallLink path={callBase.message({ phase, round, power: sender })} />}
      </p>
      <p class="said" dir="auto">
        {text}
      </p>
    </li>
  );
}

const DROPPED = {
  'unknown-recipient': 'nobody has that name',
  'eliminated-recipient': 'the recipient is out of the game',
  'to-oneself': 'to oneself',
  repeated: 'said before',
  'too-many': 'one too many',
  empty: 'empty',
} as const;

function PowerChoice({
  label,
  any,
  value,
  onChange,
}: {
  readonly label: string;
  readonly any: string;
  readonly value: Power | null;
  readonly onChange: (power: Power | null) => void;
}) {
  return (
    <label>
      {label}{' '}
      <select
        value={value ?? ''}
        onChange={(event) => onChange(POWERS.find((power) => power === event.currentTarget.value) ?? null)}
      >
        <option value="">{any}</option>
        {POWERS.map((power) => (
          <option key={power} value={power}>
            {powerInWords(power)}
          </option>
        ))}
      </select>
    </label>
  );
}
