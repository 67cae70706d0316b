import { enableCompileCache } from 'node:module';

// Half of a worker's start is compiling, and what one has compiled serves the next: who takes a dead one's place is at
// work the sooner. Imports that stand in this file would be compiled before this line.
enableCompileCache();
await import('./worker-program.js');
