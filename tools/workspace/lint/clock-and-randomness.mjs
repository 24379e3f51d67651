const clock = 'Time comes from the Clock or the scope, so that a run can be replayed.';
const timer = 'Wait with clock.sleep, so that tests and replays do not depend on the machine.';
const random = 'Randomness comes from scope.random(), which is seeded by run and path, so that a run can be replayed.';

const timerNames = ['setTimeout', 'setInterval', 'setImmediate'];
const globalObjects = ['globalThis', 'global'];

/** Everything that reads a clock or draws randomness, as options for ESLint's own `no-restricted-*` rules. */
export const clockAndRandomness = {
  globals: [
    ...timerNames.map((name) => ({ name, message: timer })),
    { name: 'performance', message: clock },
    { name: 'crypto', message: random },
  ],
  properties: [
    { object: 'Date', property: 'now', message: clock },
    { object: 'Math', property: 'random', message: random },
    { object: 'process', property: 'hrtime', message: clock },
    { object: 'process', property: 'uptime', message: clock },
    ...globalObjects.flatMap((object) => [
      ...timerNames.map((property) => ({ object, property, message: timer })),
      { object, property: 'performance', message: clock },
      { object, property: 'crypto', message: random },
    ]),
    ...['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues'].map((property) => ({ property, message: random })),
  ],
  syntax: [
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
    { selector: "CallExpression[callee.name='Date']", message: clock },
  ],
  imports: [
    ...['node:timers', 'timers', 'node:timers/promises', 'timers/promises'].map((name) => ({ name, message: timer })),
    ...['node:perf_hooks', 'perf_hooks'].map((name) => ({ name, message: clock })),
    ...['node:crypto', 'crypto'].map((name) => ({
      name,
      importNames: ['randomUUID', 'randomBytes', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues', 'webcrypto'],
      message: random,
    })),
  ],
};
