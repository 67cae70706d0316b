import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mapped } from './mapped-traces.js';

describe('a step of a stack trace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-traces-'));

  /** A compiled file whose third line came from line 12, column 5 of ladder.ts. */
  function compiled(name: string, map: string): string {
    writeFileSync(join(folder, `${name}.map`), map);
    return pathToFileURL(join(folder, name)).href;
  }
  const map = (mappings: string): string =>
    JSON.stringify({ version: 3, sources: ['../src/ladder.ts'], names: [], mappings });
  const step = (file: string | null, line: number | null = 3, column: number | null = 1) => ({
    getFileName: () => file,
    getLineNumber: () => line,
    getColumnNumber: () => column,
  });

  it('leads to the line of TypeScript it was compiled from', () => {
    const file = compiled('ladder.js', map(';;AAWI'));
    const source = new URL('../src/ladder.ts', file).href;
    expect(mapped(`fire (${file}:3:1)`, step(file))).toBe(`fire (${source}:12:5)`);
  });

  it('stays as it is where there is no map, or a broken one', () => {
    const broken = compiled('broken.js', '{');
    const none = pathToFileURL(join(folder, 'none.js')).href;
    for (const file of [broken, none]) expect(mapped(`fire (${file}:3:1)`, step(file))).toBe(`fire (${file}:3:1)`);
  });

  it('stays as it is in Node itself, and where V8 does not know the place', () => {
    expect(mapped('node:events:1:1', step('node:events'))).toBe('node:events:1:1');
    expect(mapped('native', step(null, null, null))).toBe('native');
  });
});
