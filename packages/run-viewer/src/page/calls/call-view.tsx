import { useMemo, useState } from 'preact/hooks';
import { server } from '../data/api';
import { linkTo } from '../data/route';
import { useLoaded } from '../data/use-run';
import { CallFigures } from './call-figures';
import { CopyButton } from './copy-button';
import { newLinesOf } from './new-lines';
import { neighboursOf } from './previous-call';
import { readCalls } from './use-calls';
import '../styles/calls.css';

/** Shows one call whole: its prompt as sent, with what is new in it, the reply, and how it was given. */
export function CallView({ runId, entry }: { readonly runId: string; readonly entry: number }) {
  const loaded = useLoaded(() => readCall(runId, entry), `call ${runId} ${entry}`);
  const [onlyNew, setOnlyNew] = useState(false);
  const before = loaded.state === 'ready' ? loaded.value.before : undefined;
  const known = useMemo(() => before?.messages.flatMap(({ parts }) => parts.map(({ text }) => text)).join('\n') ?? '', [before]);
  if (loaded.state === 'loading') return <p class="waiting">Loading …</p>;
  if (loaded.state === 'failed') return <p role="alert">{loaded.message}</p>;
  const { page, row, neighbours } = loaded.value;
  const { previous, next, again } = neighbours;
  const prompt = page.messages.map(({ role, parts }) => `[${role}]\n${parts.map(({ text }) => text).join('\n')}`).join('\n\n');
  return (
    <article class="call">
      <p>
        <a href={linkTo(['run', runId, 'calls'])}>All calls of {runId}</a>
      </p>
      <h1 class="path">{page.entry.path}</h1>
      <div class="tools">
        <CopyButton text={page.entry.path}>Copy path</CopyButton>
        {prompt !== '' && <CopyButton text={prompt}>Copy prompt</CopyButton>}
        {previous && <a href={linkTo(['run', runId, 'call', previous.entry])}>← before: {previous.path}</a>}
        {next && <a href={linkTo(['run', runId, 'call', next.entry])}>next: {next.path} →</a>}
      </div>
      {again.length > 1 && (
        <p>
          Asked {again.length} times:{' '}
          {again.map((call) => (
            <a
              key={call.entry}
              href={linkTo(['run', runId, 'call', call.entry])}
              aria-current={call.entry === entry ? 'page' : undefined}
            >
              {call.path}
              {call.isReplaced ? ' (replaced)' : ''}{' '}
            </a>
          ))}
        </p>
      )}
      <CallFigures row={row} entry={page.entry} />
      {page.entry.type === 'answer-recorded' && <Reply text={page.entry.result.text} reasoning={page.entry.result.reasoning} />}
      {page.messages.length > 0 && (
        <section aria-label="Prompt">
          <h2>Prompt as sent</h2>
          {previous ? (
            <p>
              Marked: lines that the call before of the same speaker did not have.{' '}
              <label>
                <input type="checkbox" checked={onlyNew} onChange={(event) => setOnlyNew(event.currentTarget.checked)} /> only
                these
              </label>
            </p>
          ) : (
            <p>The first call of this speaker.</p>
          )}
          {page.messages.map(({ role, parts }, message) => (
            <section key={message} aria-label={role}>
              <h3>{role}</h3>
              {parts.map(({ text }, part) => (
                <div key={part} class="part">
                  {(previous ? newLinesOf(text, known) : [{ text, isNew: false }]).map((piece, at) =>
                    piece.isNew ? (
                      <mark key={at}>{piece.text}</mark>
                    ) : onlyNew ? (
                      <span key={at} class="quiet">
                        {'⋯\n'}
                      </span>
                    ) : (
                      <span key={at}>{`${piece.text}\n`}</span>
                    ),
                  )}
                </div>
              ))}
            </section>
          ))}
        </section>
      )}
    </article>
  );
}

function Reply({ text, reasoning }: { readonly text: string; readonly reasoning: string | undefined }) {
  const parsed = useMemo(() => parsedReply(text), [text]);
  return (
    <section aria-label="Reply">
      <h2>Reply</h2>
      {reasoning !== undefined && reasoning !== '' && (
        <details>
          <summary>Reasoning</summary>
          <div class="part">{reasoning}</div>
        </details>
      )}
      {parsed === undefined ? (
        <div class="part">{text}</div>
      ) : (
        <>
          <div class="part">{parsed}</div>
          <details>
            <summary>As it came</summary>
            <div class="part">{text}</div>
          </details>
        </>
      )}
    </section>
  );
}

/** The JSON of a reply, laid out; undefined where it holds none. */
function parsedReply(text: string): string | undefined {
  const [found] = /\{[\s\S]*\}|\[[\s\S]*\]/.exec(text) ?? [];
  if (found === undefined) return undefined;
  try {
    return JSON.stringify(JSON.parse(found), null, 2);
  } catch {
    return undefined;
  }
}

async function readCall(runId: string, entry: number) {
  const [page, calls] = await Promise.all([readPage(runId, entry), readCalls(runId)]);
  const row = calls.find((call) => call.entry === entry);
  if (row === undefined) throw new Error('No call of this run has this number.');
  const neighbours = neighboursOf(calls, row);
  const before = neighbours.previous ? await readPage(runId, neighbours.previous.entry) : undefined;
  return { page, row, neighbours, before };
}

async function readPage(runId: string, entry: number) {
  const reply = await server.api.runs[':run'].calls[':entry'].$get({ param: { run: runId, entry: String(entry) } });
  if (!reply.ok) throw new Error('No call of this run has this number.');
  return reply.json();
}
