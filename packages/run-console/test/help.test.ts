import { afterAll, expect, it } from 'vitest';
import { counterCommandLine, createCounterConsole } from './counter-console.js';

const cli = createCounterConsole();
afterAll(() => cli.remove());

/** Flags with their values, and examples; their explanations may be worded anew. */
it('lists the options and examples of each verb', async () => {
  const listed: Record<string, readonly string[]> = {};
  for (const { name } of counterCommandLine.verbs) {
    const { exitCode, stdout, stderr } = await cli.run(name, '--help');
    expect([exitCode, stderr]).toEqual([0, '']);
    const flags = [...stdout.matchAll(/^ {2}(-.+?)(?: {2,}|$)/gm)].map(([, flag = '']) => flag);
    const examples = [...stdout.matchAll(/^ {2}(counter .*)$/gm)].map(([, example = '']) => example);
    listed[name] = [...flags, ...examples];
  }
  expect(listed).toMatchInlineSnapshot(`
    {
      "count": [
        "--seeds <list>",
        "--steps <n>",
        "--model <id>",
        "--new",
        "--runs-dir <folder>",
        "--config <file>",
        "--latency <form>",
        "--max-connections <n>",
        "--concurrency <n>",
        "--schedule <how>",
        "--durability <what>",
        "--max-cost <dollars>",
        "--max-all-tokens <n>",
        "--max-wall-time <time>",
        "--grace <time>",
        "--json",
        "--width <columns>",
        "-q, --quiet",
        "--log-level <level>",
        "--log-file <file>",
        "-h, --help",
        "counter count --seeds 3",
      ],
      "doctor": [
        "--runs-dir <folder>",
        "--config <file>",
        "--latency <form>",
        "--max-connections <n>",
        "--model <ids>",
        "--embedding-model <id>",
        "--width <columns>",
        "--json",
        "--log-level <level>",
        "--log-file <file>",
        "-h, --help",
        "counter doctor --model offline",
        "counter doctor --model openai:gpt-4o-mini,anthropic:claude-haiku-4-5",
      ],
      "fork": [
        "--at <step>",
        "--set <key=value>",
        "--edit-replies <file>",
        "--times <n>",
        "--redraw",
        "--model <ids>",
        "--runs-dir <folder>",
        "--config <file>",
        "--latency <form>",
        "--max-connections <n>",
        "--concurrency <n>",
        "--schedule <how>",
        "--durability <what>",
        "--max-cost <dollars>",
        "--max-all-tokens <n>",
        "--max-wall-time <time>",
        "--grace <time>",
        "--json",
        "--width <columns>",
        "-q, --quiet",
        "--log-level <level>",
        "--log-file <file>",
        "-h, --help",
        "counter fork count~s1~9f3a01c2 --at step-2 --times 5",
        "counter fork count~s1~9f3a01c2 --at step-2 --set model=openai:gpt-4o-mini --times 5 --max-cost 2",
      ],
      "replay": [
        "--runs-dir <folder>",
        "--json",
        "-h, --help",
        "counter replay count~s1~9f3a01c2",
      ],
      "report": [
        "--runs-dir <folder>",
        "--width <columns>",
        "--config <file>",
        "--format <form>",
        "--study <name[@version]>",
        "--codebook",
        "--raw",
        "--tables <list>",
        "--out <file>",
        "-h, --help",
        "counter report",
        "counter report --format csv --tables by-model --out usage.csv",
      ],
      "resume": [
        "--all",
        "--reask",
        "--model <ids>",
        "--runs-dir <folder>",
        "--config <file>",
        "--latency <form>",
        "--max-connections <n>",
        "--concurrency <n>",
        "--schedule <how>",
        "--durability <what>",
        "--max-cost <dollars>",
        "--max-all-tokens <n>",
        "--max-wall-time <time>",
        "--grace <time>",
        "--json",
        "--width <columns>",
        "-q, --quiet",
        "--log-level <level>",
        "--log-file <file>",
        "-h, --help",
        "counter resume count~s1~9f3a01c2",
        "counter resume --all --max-cost 5",
        "counter resume --all --model llamacpp:qwen3@http://127.0.0.1:9090/v1",
      ],
      "runs": [
        "--runs-dir <folder>",
        "--width <columns>",
        "--json",
        "-h, --help",
        "counter runs",
        "counter runs --runs-dir runs/demo-2026-11-22-021536",
      ],
      "show": [
        "--runs-dir <folder>",
        "--width <columns>",
        "--facts",
        "--story",
        "-h, --help",
        "counter show count~s1~9f3a01c2",
        "counter show count~s1~9f3a01c2 --story",
        "counter show count~s1~9f3a01c2 step-1/add#0",
      ],
      "study": [
        "--dry-run",
        "--runs-dir <folder>",
        "--config <file>",
        "--latency <form>",
        "--max-connections <n>",
        "--concurrency <n>",
        "--schedule <how>",
        "--durability <what>",
        "--max-cost <dollars>",
        "--max-all-tokens <n>",
        "--max-wall-time <time>",
        "--grace <time>",
        "--json",
        "--width <columns>",
        "-q, --quiet",
        "--log-level <level>",
        "--log-file <file>",
        "-h, --help",
        "counter study factors.yaml",
      ],
      "tell": [
        "--runs-dir <folder>",
        "--width <columns>",
        "-h, --help",
        "counter tell count~s1~9f3a01c2",
      ],
    }
  `);
});

it('prints the help without any word, and its version', async () => {
  const [bare, help] = [await cli.run(), await cli.run('--help')];
  expect(bare).toEqual(help);
  expect(await cli.run('--version')).toEqual({ exitCode: 0, stdout: '1.0.0\n', stderr: '' });
});
