import { expect, test } from 'vitest';
import { secretsAt } from './secrets-list';

test('a secret is kept until the scene that tells it, and is not spoken of before it comes up', () => {
  const secrets = [
    { id: 'a', owner: 'A', text: 'a', since: 0, told: { scene: 3, quote: 'q' } },
    { id: 'b', owner: 'B', text: 'b', since: 4, told: null },
  ] as const;
  const isTold = (scene: number) => secretsAt(secrets, scene).soFar.map((secret) => secret.isTold);
  expect([isTold(2), isTold(3), isTold(4)]).toEqual([[false], [true], [true, false]]);
  expect(secretsAt(secrets, 3).later).toBe(1);
});
