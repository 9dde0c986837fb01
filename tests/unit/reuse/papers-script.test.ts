import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function papers(input: string) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['scripts/setup.mjs', '--quiet', 'scripts/papers.ts'],
    {
      cwd: root,
      input,
      encoding: 'utf8',
    },
  );
  return {
    status,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe('the papers command line', { timeout: 60_000 }, () => {
  it('answers each line in order', () => {
    const { status, lines } = papers(
      '{"text":"Bản sao giấy khai sinh"}\n{"text":"Giấy phép lái xe","procedure":"Đổi giấy phép lái xe"}\n\n{"text":""}\n',
    );
    expect(status).toBe(0);
    expect(lines).toEqual([
      {
        papers: ['birth-certificate'],
        surrendered: false,
        why: [{ paper: 'birth-certificate', words: 'giấy khai sinh', rule: 'asked' }],
      },
      expect.objectContaining({ papers: ['driving-licence'], surrendered: true }),
      { papers: [], surrendered: false, why: [] },
    ]);
  });

  it('a bad line is an error in its place, and the exit code says so at the end', () => {
    const { status, lines } = papers('nope\n{"text":5}\n[]\n{"text":"CCCD","procedure":1}\n{"text":"CCCD"}');
    expect(status).toBe(1);
    expect(lines.slice(0, 4).map((line) => Object.keys(line))).toEqual([
      ['error'],
      ['error'],
      ['error'],
      ['error'],
    ]);
    expect(lines[4]).toMatchObject({ papers: ['identity-card'] });
  });
});
