import { describe, expect, it } from 'vitest';
import { AdaptiveConnections } from './adaptive-connections.js';

/** One round in which `inFlight` connections were in use at once and everything was answered. */
function cleanRound(connections: AdaptiveConnections, inFlight: number, now = 0): void {
  const { limit } = connections;
  connections.started(inFlight);
  for (let answer = 0; answer < Math.max(limit, 4); answer += 1) connections.answered(now);
}

describe('AdaptiveConnections', () => {
  it('starts at 100, and doubles after each round in which all were in use', () => {
    const connections = new AdaptiveConnections();
    expect(connections.limit).toBe(100);
    cleanRound(connections, 100);
    expect(connections.limit).toBe(200);
    cleanRound(connections, 200);
    expect(connections.limit).toBe(400);
  });

  it('does not grow where four fifths of it were never in use', () => {
    const connections = new AdaptiveConnections();
    cleanRound(connections, 79);
    expect(connections.limit).toBe(100);
    cleanRound(connections, 80);
    expect(connections.limit).toBe(200);
  });

  it('shrinks by a fifth at a 429, once per cool-down, and then grows by a twentieth', () => {
    const connections = new AdaptiveConnections();
    expect(connections.rateLimited(0, 0)).toBe(true);
    expect(connections.rateLimited(14_999, 0)).toBe(false);
    expect(connections.limit).toBe(80);
    cleanRound(connections, 80, 14_999);
    expect(connections.limit).toBe(80);
    cleanRound(connections, 80, 15_000);
    expect(connections.limit).toBe(84);
  });

  it('cools down as long as the provider asks, if that is longer', () => {
    const connections = new AdaptiveConnections();
    connections.rateLimited(0, 0, 40_000);
    connections.rateLimited(39_999, 0);
    expect(connections.limit).toBe(80);
    connections.rateLimited(40_000, 0, 1_000);
    expect(connections.limit).toBe(64);
    connections.rateLimited(55_000, 0);
    expect(connections.limit).toBe(51);
  });

  it('cuts again within the cool-down when calls that started after the cut are refused, but never to less than a quarter', () => {
    const connections = new AdaptiveConnections();
    const before = connections.started(100);
    connections.rateLimited(0, before);
    const after = connections.started(80);
    for (let refusal = 0; refusal < 50; refusal += 1) connections.rateLimited(100, before);
    expect(connections.limit).toBe(80);
    for (let refusal = 0; refusal < 15; refusal += 1) expect(connections.rateLimited(1_000, after)).toBe(false);
    expect(connections.rateLimited(1_000, after)).toBe(true);
    expect(connections.limit).toBe(64);
    for (let refusal = 0; refusal < 1_000; refusal += 1) connections.rateLimited(2_000, connections.started(1));
    expect(connections.limit).toBe(25);
    connections.rateLimited(15_000, connections.started(1));
    expect(connections.limit).toBe(20);
  });

  it('neither shrinks nor grows when the server fails', () => {
    const connections = new AdaptiveConnections();
    connections.started(100);
    for (let answer = 0; answer < 99; answer += 1) connections.answered(0);
    connections.failed();
    connections.answered(0);
    expect(connections.limit).toBe(100);
    cleanRound(connections, 100);
    expect(connections.limit).toBe(200);
  });

  it('never exceeds its ceiling and never falls below one', () => {
    const connections = new AdaptiveConnections({ max: 150 });
    cleanRound(connections, 100);
    expect(connections.limit).toBe(150);
    expect(new AdaptiveConnections({ max: 7 }).limit).toBe(7);
    const small = new AdaptiveConnections({ start: 3 });
    for (let now = 0; now < 300_000; now += 15_000) small.rateLimited(now, 0);
    expect(small.limit).toBe(1);
    cleanRound(small, 1, 400_000);
    expect(small.limit).toBe(2);
  });
});
