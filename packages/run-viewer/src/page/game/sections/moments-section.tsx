import { topMoments } from '@entente/diplomacy-analysis';
import type { Power } from '@entente/diplomacy-rules';
import { linkTo } from '../../data/route';
import { phaseInWords, powerInWords } from '../story/phase-words';
import { PowerMark } from './power-mark';
import { type LoadedAnalysis, useAnalysis } from './use-analysis';

/** Promises and moments of a phase, and the best moments of the game, where somebody has analysed it. */
export function MomentsSection({ phase, runId }: { readonly phase: string; readonly runId: string }) {
  const analysis = useAnalysis(runId);
  if (analysis.state === 'loading') return <p class="quiet">Loading …</p>;
  if (analysis.state === 'failed') return <p role="alert">{analysis.message}</p>;
  if (analysis.value === null) {
    return (
      <p class="quiet">
        Nobody has looked for promises and key moments in this game. The command is <code>lm-game analyze {runId} --model …</code>
      </p>
    );
  }
  return <Found analysis={analysis.value} phase={phase} runId={runId} />;
}

function Found({
  analysis: { state, judge },
  phase,
  runId,
}: {
  readonly analysis: LoadedAnalysis;
  readonly phase: string;
  readonly runId: string;
}) {
  const own = state.judged.filter((one) => one.phase === phase).flatMap(({ moments }) => moments ?? []);
  const promises = state.judged.flatMap((one) => one.promises).filter((one) => one.phase === phase || one.judgedIn === phase);
  const gaps = state.missing.filter((one) => one.phase === phase);
  return (
    <div class="moments">
      <p class="quiet">
        Judged by {judge}
        {judge.includes('offline') ? ' (rules of thumb, not a language model)' : ''}.
      </p>
      <section>
        <h3>Moments of this phase</h3>
        {own.length === 0 && <p class="quiet">None.</p>}
        {own.map((moment, at) => (
          <MomentEntry key={at} moment={moment} />
        ))}
      </section>
      <section>
        <h3>Promises made or due in this phase</h3>
        {promises.length === 0 && <p class="quiet">None.</p>}
        <ul>
          {promises.map((promise, at) => (
            <PromiseEntry key={at} promise={promise} />
          ))}
        </ul>
      </section>
      {gaps.map(({ part, reason }, at) => (
        <p key={at} class="gap">
          The judge gave no usable answer on {part} ({reason}).
        </p>
      ))}
      <section>
        <h3>Key moments of the game</h3>
        {state.story !== null && (
          <p class="said" dir="auto">
            {state.story}
          </p>
        )}
        <ol class="top">
          {topMoments(state.judged, 8).map((moment, at) => (
            <li key={at}>
              <a href={linkTo(['run', runId], { phase: moment.phase, tab: 'moments' })}>{phaseInWords(moment.phase)}</a>:{' '}
              {CATEGORIES[moment.category]}, <Powers powers={moment.powers} /> <span class="quiet">{moment.interest} of 10</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

const CATEGORIES = {
  BETRAYAL: 'betrayal',
  COLLABORATION: 'collaboration',
  PLAYING_BOTH_SIDES: 'playing both sides',
  BRILLIANT_STRATEGY: 'brilliant strategy',
  STRATEGIC_BLUNDER: 'blunder',
} as const;

type Moment = NonNullable<LoadedAnalysis['state']['judged'][number]['moments']>[number];
type Promised = LoadedAnalysis['state']['judged'][number]['promises'][number];

function MomentEntry({
  moment: { category, powers, agreement, action, impact, interest, evidence },
}: {
  readonly moment: Moment;
}) {
  return (
    <article class="moment">
      <p class="from">
        <b>{CATEGORIES[category]}</b> <Powers powers={powers} /> <span class="quiet">{interest} of 10</span>
      </p>
      {agreement !== '' && <p dir="auto">Agreed: {agreement}</p>}
      {action !== '' && <p dir="auto">Done: {action}</p>}
      {impact !== '' && <p dir="auto">Changed: {impact}</p>}
      {evidence.map(({ quote, where }, at) => (
        <blockquote key={at} dir="auto">
          {quote} <cite>{where}</cite>
        </blockquote>
      ))}
    </article>
  );
}

function PromiseEntry({ promise }: { readonly promise: Promised }) {
  const { phase, promiser, promisee, text, quote, verdict, judgedBy, intention, explanation } = promise;
  return (
    <li class="promise">
      <p class="from">
        <PowerMark power={promiser} /> {powerInWords(promiser)} to {promisee === 'GLOBAL' ? 'everybody' : powerInWords(promisee)}:{' '}
        <b class={`verdict ${verdict}`}>{VERDICTS[verdict]}</b>
        {verdict === 'broken' && intention === 'deliberate' && ' on purpose'}
        {judgedBy === 'model' && <span class="quiet"> (an opinion of the judge)</span>}
        <span class="quiet"> {phase}</span>
      </p>
      <p dir="auto">{text}</p>
      <blockquote dir="auto">{quote}</blockquote>
      {explanation !== '' && <p class="quiet">{explanation}</p>}
    </li>
  );
}

const VERDICTS = { kept: 'kept', broken: 'broken', void: 'void', undetermined: 'open' } as const;

function Powers({ powers }: { readonly powers: readonly Power[] }) {
  return (
    <>
      {powers.map((power) => (
        <span key={power}>
          <PowerMark power={power} /> {powerInWords(power)}{' '}
        </span>
      ))}
    </>
  );
}
