const LOOPBACK_HOST = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]|(.+\.)?localhost)$/;

/** The header that carries a call's seed where the wire has no field for it; only ever sent to this machine. */
export const SEED_HEADER = 'x-entente-seed';

/**
 * The header in which a simulated provider on this machine tells how long its model took for the reply, in milliseconds. Believed of
 * loopback hosts only.
 */
export const SIMULATED_LATENCY_HEADER = 'x-simulated-latency-ms';

/** Whether a URL points to this machine. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK_HOST.test(new URL(url).hostname);
}
