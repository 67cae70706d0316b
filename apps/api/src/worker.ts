import { mapTraces } from '@platform/logging/mapped-traces';
import { CompiledProgram } from '@platform/start/compiled-program';
import { enableCompileCache, flushCompileCache, getCompileCacheDir } from 'node:module';
import type { begin } from './worker-program.js';

// Who takes a dead worker's place should be at work at once, and a start is mostly reading and compiling: bundle.mjs makes
// one program of all modules, and what one worker has compiled serves the next.
enableCompileCache();
mapTraces();
const program = CompiledProgram.read(new URL('./worker-program.cjs', import.meta.url), getCompileCacheDir());
await program.run<{ begin: typeof begin }>().begin(program);
// A worker that is killed writes nothing when it ends.
flushCompileCache();
