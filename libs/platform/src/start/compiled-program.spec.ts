import { chmodSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CompiledProgram } from './compiled-program.js';

const PROGRAM = `exports.page = function page(name) { return 'Paging ' + name; };`;

interface Pager {
  page: (name: string) => string;
}

describe('a program with what earlier processes have compiled of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-program-'));
  let nth = 0;

  function program(source = PROGRAM): URL {
    const file = join(folder, `program-${++nth}.cjs`);
    writeFileSync(file, `(function (exports, require, module, __filename, __dirname) {\n${source}\n})`);
    return pathToFileURL(file);
  }
  const emptyFolder = (): string => mkdtempSync(join(folder, 'kept-'));

  it('runs without anything kept, and from what another process kept of it', () => {
    const [url, kept] = [program(), emptyFolder()];
    const first = CompiledProgram.read(url, kept);
    expect(first.isWarm).toBe(false);
    expect(first.run<Pager>().page('Mike')).toBe('Paging Mike');
    first.keep('started');

    const second = CompiledProgram.read(url, kept);
    expect(second.isWarm).toBe(true);
    expect(second.run<Pager>().page('Dana')).toBe('Paging Dana');
  });

  it('takes what a busy process kept rather than what one kept at its start', () => {
    const [url, kept] = [program(), emptyFolder()];
    CompiledProgram.read(url, kept).keep('started');
    const busy = CompiledProgram.read(url, kept);
    busy.run<Pager>().page('Mike');
    busy.keep('busy');
    for (const file of readdirSync(kept)) if (file.endsWith('.started')) truncateSync(join(kept, file));
    expect(CompiledProgram.read(url, kept).isWarm).toBe(true);
  });

  it('never runs what was compiled of another release, though it is as long', () => {
    const kept = emptyFolder();
    CompiledProgram.read(program(), kept).keep('busy');
    const next = CompiledProgram.read(program(PROGRAM.replace('Paging', 'Alarms')), kept);
    expect(next.isWarm).toBe(false);
    expect(next.run<Pager>().page('Mike')).toBe('Alarms Mike');
  });

  it('compiles for itself when what was kept is damaged or cut off', () => {
    const [url, kept] = [program(), emptyFolder()];
    CompiledProgram.read(url, kept).keep('busy');
    const file = join(kept, readdirSync(kept)[0] ?? '');
    const bytes = readFileSync(file);
    bytes.writeUInt8((bytes.readUInt8(bytes.length >> 1) + 1) % 256, bytes.length >> 1);
    for (const damaged of [bytes, bytes.subarray(0, 40), Buffer.alloc(0)]) {
      writeFileSync(file, damaged);
      const program = CompiledProgram.read(url, kept);
      expect(program.isWarm).toBe(false);
      expect(program.run<Pager>().page('Mike')).toBe('Paging Mike');
    }
  });

  it('leaves no more behind than a few releases need', () => {
    const kept = emptyFolder();
    writeFileSync(join(kept, 'of somebody else'), '');
    for (let release = 1; release <= 9; release++)
      CompiledProgram.read(program(PROGRAM.replace('Paging', `Release ${release}`)), kept).keep('busy');
    expect(readdirSync(kept)).toHaveLength(7);
    expect(readdirSync(kept)).toContain('of somebody else');
    expect(CompiledProgram.read(program(PROGRAM.replace('Paging', 'Release 9')), kept).isWarm).toBe(true);
  });

  it('runs where nothing can be kept', () => {
    const url = program();
    const nowhere = CompiledProgram.read(url, undefined);
    nowhere.keep('busy');
    const file = join(emptyFolder(), 'a file, no folder');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    const closed = CompiledProgram.read(url, file);
    closed.keep('busy');
    expect(closed.run<Pager>().page('Dave')).toBe('Paging Dave');
  });

  it('tells where it broke by the place in its own file', () => {
    const url = program(`exports.page = () => { throw new Error('no carrier'); };`);
    const { page } = CompiledProgram.read(url, undefined).run<Pager>();
    let trace = '';
    try {
      page('Mike');
    } catch (error) {
      trace = String((error as Error).stack);
    }
    expect(trace).toContain(`program-${nth}.cjs:2:30`);
  });
});
