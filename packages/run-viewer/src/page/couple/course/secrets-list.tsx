import { otherPartner, type Secret } from '@entente/relationship';
import { useTelling } from '../telling';

/** Secrets of both as of one scene: those that are still kept, and those that the other one has learnt. */
export function SecretsList({ secrets, scene }: { readonly secrets: readonly Secret[]; readonly scene: number }) {
  const { order, names, places } = useTelling();
  const { soFar, later } = secretsAt(secrets, scene);
  return (
    <>
      {order.map((partner) => {
        const own = soFar.filter(({ owner }) => owner === partner);
        const kept = own.filter(({ isTold }) => !isTold);
        const told = own.filter(({ isTold }) => isTold);
        return (
          <div key={partner} class={`alone ${places[partner]}`}>
            <span class="who">
              Only {names[partner]} knows {kept.length === 0 ? 'nothing now.' : ''}
            </span>
            <ul>
              {kept.map((secret) => (
                <li key={secret.id}>
                  <bdi>{secret.text}</bdi> <span class="quiet">{sinceInWords(secret)}</span>
                </li>
              ))}
            </ul>
            {told.length > 0 && (
              <>
                <span class="who">
                  {names[otherPartner(partner)]} has learnt from {names[partner]}
                </span>
                <ul>
                  {told.map((secret) => (
                    <li key={secret.id}>
                      <bdi>{secret.text}</bdi>{' '}
                      <span class="quiet">
                        {sinceInWords(secret)}, told in scene {secret.told?.scene}
                        {secret.told?.quote ? ': ' : ''}
                      </span>
                      {secret.told?.quote ? <q dir="auto">{secret.told.quote}</q> : null}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        );
      })}
      {later > 0 && <p class="quiet">{later === 1 ? 'One more comes up later.' : `${later} more come up later.`}</p>}
    </>
  );
}

/** Secrets that have come up by the end of a scene, and the number of those that come up later. */
export function secretsAt(
  secrets: readonly Secret[],
  scene: number,
): { readonly soFar: readonly (Secret & { readonly isTold: boolean })[]; readonly later: number } {
  const soFar = secrets
    .filter(({ since }) => since <= scene)
    .map((secret) => ({ ...secret, isTold: secret.told !== null && secret.told.scene <= scene }));
  return { soFar, later: secrets.length - soFar.length };
}

function sinceInWords({ since }: Secret): string {
  return since === 0 ? 'from the start' : `since scene ${since}`;
}
