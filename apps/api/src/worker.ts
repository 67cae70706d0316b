import { mapTraces } from '@platform/logging/mapped-traces';
import { enableCompileCache } from 'node:module';

// Who takes a dead worker's place should be at work at once, and a start is mostly reading and compiling: bundle.mjs makes
// one program of all modules, and what one worker has compiled serves the next. Imports that stand in this file would be
// compiled before this line.
enableCompileCache();
mapTraces();
await import('./worker-program.js');
