/** Opens the session with the token of the link, and takes the token out of the address. */
export async function openSession(): Promise<void> {
  const given = /[#&]token=([^&]*)/.exec(location.hash)?.[1];
  if (given === undefined) return;
  history.replaceState(null, '', `${location.pathname}#/`);
  await fetch('./api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: decodeURIComponent(given) }),
  });
}
