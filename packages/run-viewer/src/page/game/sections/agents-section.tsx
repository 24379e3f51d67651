import { callBase } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { StoryPhase } from '../story/game-story';
import { powerInWords } from '../story/phase-words';
import { CallLink } from './call-link';
import { MissingReply } from './missing-reply';
import { PowerMark } from './power-mark';

/** Mind of one power at a phase: plan, goals, relationships, and what it wrote into its diary about the phase. */
export function AgentsSection({
  phase,
  power,
  onPower,
}: {
  readonly phase: StoryPhase;
  readonly power: Power;
  readonly onPower: (power: Power) => void;
}) {
  const agent = phase.agents?.[power];
  return (
    <div class="agent">
      <div class="powers" role="group" aria-label="Power">
        {POWERS.map((each) => (
          <button key={each} type="button" aria-pressed={each === power} title={powerInWords(each)} onClick={() => onPower(each)}>
            <PowerMark power={each} />
            <span class="sr">{powerInWords(each)}</span>
          </button>
        ))}
      </div>
      <h3>
        {powerInWords(power)}
        {phase.models[power] !== undefined && <span class="quiet model">{phase.models[power]}</span>}
      </h3>
      {agent === undefined ? (
        <p class="quiet">This player keeps no goals, relationships or diary.</p>
      ) : (
        <Mind phase={phase} power={power} agent={agent} />
      )}
      {phase.missing
        .filter((one) => one.power === power)
        .map((missing, at) => (
          <MissingReply key={at} missing={missing} />
        ))}
    </div>
  );
}

function Mind({
  phase,
  power,
  agent: { goals, relationships, plan },
}: {
  readonly phase: StoryPhase;
  readonly power: Power;
  readonly agent: NonNullable<StoryPhase['agents']>[Power];
}) {
  const at = { phase: phase.name, power };
  const update = phase.updates.findLast((one) => one.power === power);
  const own = phase.diaries.filter((entry) => entry.power === power);
  return (
    <>
      {plan !== null && (
        <section>
          <h4>
            Plan <CallLink path={[callBase.plan(at), callBase.planBeforeOrders(at)]} />
          </h4>
          <p class="said" dir="auto">
            {plan}
          </p>
        </section>
      )}
      <section>
        <h4>Goals</h4>
        <Goals goals={goals} />
        {update?.goals !== undefined && update.goals.join('\n') !== goals.join('\n') && (
          <>
            <h4>
              Goals after this phase <CallLink path={callBase.stateUpdate(at)} />
            </h4>
            <Goals goals={update.goals} />
          </>
        )}
      </section>
      <section>
        <h4>How it sees the others</h4>
        <ul class="sees">
          {POWERS.filter((other) => other !== power).map((other) => {
            const before = relationships[other] ?? 'Neutral';
            const after = update?.relationships?.[other] ?? before;
            return (
              <li key={other}>
                <PowerMark power={other} /> {powerInWords(other)}: {before}
                {after !== before && <b> → {after}</b>}
              </li>
            );
          })}
        </ul>
      </section>
      {update?.note !== undefined && update.note !== '' && (
        <section>
          <h4>Note</h4>
          <p class="said" dir="auto">
            {update.note}
          </p>
        </section>
      )}
      <section>
        <h4>Diary on this phase</h4>
        {own.length === 0 && <p class="quiet">Nothing was written.</p>}
        {own.map(({ kind, text }, place) => (
          <div key={place} class="entry">
            <p class="from">
              {ENTRY_TITLES[kind]} {kind !== 'entry' && <CallLink path={ENTRY_CALLS[kind](at)} />}
            </p>
            <p class="said" dir="auto">
              {text}
            </p>
          </div>
        ))}
        {phase.consolidations
          .filter((one) => one.power === power)
          .map(({ throughYear, text }) => (
            <details key={throughYear}>
              <summary>The diary up to {throughYear} was shortened</summary>
              <p class="said" dir="auto">
                {text}
              </p>
            </details>
          ))}
      </section>
    </>
  );
}

const ENTRY_TITLES = {
  negotiation: 'After the negotiation',
  orders: 'With the orders',
  'phase-result': 'After the results',
  entry: '',
} as const;
const ENTRY_CALLS = {
  negotiation: callBase.negotiationDiary,
  orders: callBase.orders,
  'phase-result': callBase.phaseDiary,
} as const;

function Goals({ goals }: { readonly goals: readonly string[] }) {
  if (goals.length === 0) return <p class="quiet">None.</p>;
  return (
    <ol class="goals">
      {goals.map((goal, at) => (
        <li key={at} dir="auto">
          {goal}
        </li>
      ))}
    </ol>
  );
}
