import { describe, expect, it } from 'vitest';
import { readExample } from './read-example.mjs';

describe('readExample', () => {
  it('takes the first block of TypeScript and leaves other blocks alone', () => {
    const readme = '# a\n\n```sh\nnpm start\n```\n\n```ts\nconst a = 1;\n```\n\n```ts\nconst b = 2;\n```\n';

    expect(readExample(readme)).toBe('const a = 1;\n');
  });

  it('reads a block with a title, and lines that end as on Windows', () => {
    expect(readExample('```ts title="a.ts"\r\nconst a = 1;\r\nconst b = 2;\r\n```\r\n')).toBe('const a = 1;\nconst b = 2;\n');
  });

  it('finds nothing where there is nothing', () => {
    expect(readExample('# a\n\n```js\n1;\n```\n')).toBeUndefined();
    expect(readExample('```tsx\n1;\n```\n')).toBeUndefined();
  });
});
