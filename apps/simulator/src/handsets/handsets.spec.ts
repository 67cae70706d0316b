import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stage } from '../testing/stage.js';
import { createHandsets } from './handsets.js';

const FOLDER = join(import.meta.dirname, 'page');
const FILES = readdirSync(FOLDER);

const stage = new Stage(() => [createHandsets()]);
beforeEach(() => stage.open());
afterEach(() => stage.close());

describe('the handsets page', () => {
  it('is served at / with every file it names', async () => {
    const page = await (await fetch(stage.address)).text();
    expect(page).toContain('<h1>Handsets</h1>');
    for (const [, path] of page.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)) {
      expect((await fetch(`${stage.address}${path}`)).status).toBe(200);
    }
  });

  it.each(FILES)('%s asks no other host for anything and writes no markup from text', (file) => {
    const source = readFileSync(join(FOLDER, file), 'utf8');
    expect(source).not.toMatch(/https?:\/\//);
    expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
  });

  it('offers the demo contractors’ lines and phones', async () => {
    expect(await stage.control('GET', '/demo-numbers')).toMatchObject({
      metro: { line: '+13125550100' },
      staff: { mike: { phone: '+13125550182' } },
    });
  });
});
