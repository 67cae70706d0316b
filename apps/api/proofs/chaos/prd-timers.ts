import { readFileSync } from 'node:fs';

/**
 * The PRD's ladder as its text has it: `setTimeout` in the process's memory, one request when it rings, an error logged and
 * forgotten. Started by the chaos run beside the real engine, under the same faults. It is told once what is due; a process
 * that comes after a kill knows nothing, because nothing was kept.
 */
const [file = '', carrier = ''] = process.argv.slice(2);
const owed =
  file === '' ? [] : (JSON.parse(readFileSync(file, 'utf8')) as { line: string; to: string; dueAt: number }[]);

for (const { line, to, dueAt } of owed)
  setTimeout(
    () => {
      void fetch(`${carrier}/2010-04-01/Accounts/prd/Messages.json`, {
        method: 'POST',
        body: new URLSearchParams({ From: line, To: to, Body: 'EMERGENCY CALL' }),
      }).catch(() => undefined);
    },
    Math.max(0, dueAt - Date.now()),
  );

setInterval(() => undefined, 60_000);
