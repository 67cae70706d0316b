import { createInterface } from 'node:readline';
import { triageLine } from './triage-line.js';

/** `npm run -s triage`: JSON lines in, one assessment per line out. */
async function run(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') console.log(triageLine(line));
  }
}

await run();
