import { describe, expect, it } from 'vitest';
import { BenchUsageError, MEASUREMENTS, parseBenchArguments } from './bench-options.js';

const wantedBy = (...argv: readonly string[]): readonly string[] => {
  const command = parseBenchArguments(argv);
  return command.kind === 'measure' ? [...command.wanted] : [];
};

describe('the arguments of the bench', () => {
  it('ask for help and run nothing, wherever --help stands', () => {
    for (const argv of [['--help'], ['-h'], ['--only=cost', '--help'], ['seed-experiment', '--help']])
      expect(parseBenchArguments(argv)).toEqual({ kind: 'help' });
  });

  it('measure everything, or what has a text in its name', () => {
    expect(wantedBy()).toEqual(MEASUREMENTS);
    expect(wantedBy('--only=games')).toEqual(['100 games', '60 finished games']);
    expect(wantedBy('--only', 'of a couple')).toEqual(['prompts of a couple']);
  });

  it.each([
    ['an option that there is none', ['--latency=5'], 'latency'],
    ['an option without its value', ['--only'], 'only'],
    ['a name that fits nothing', ['--only=cuples'], 'nothing has "cuples" in its name'],
    ['a command that is none', ['seedexperiment'], 'is no command'],
    ['a second command', ['seed-experiment', 'again'], '"again" is no command'],
    ['an option of the other command', ['--write'], 'for seed-experiment only'],
    ['an option without effect on the experiment', ['seed-experiment', '--only=cost'], 'not for seed-experiment'],
    ['a number of games that is none', ['seed-experiment', '--games=few'], 'whole number'],
    ['options of the page', ['viewer', '--only=cost'], 'viewer takes no options'],
    ['no games', ['seed-experiment', '--games=0'], 'whole number'],
  ])('refuse %s in one line', (_what, argv, words) => {
    const refused = (): unknown => parseBenchArguments(argv);
    expect(refused).toThrow(BenchUsageError);
    expect(refused).toThrow(words);
    expect(() => refused()).not.toThrow('\n');
  });
});
