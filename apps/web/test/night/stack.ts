interface Stack {
  apiUrl: string;
  simulatorUrl: string;
  start(): Promise<void>;
}

interface Compiled {
  throwAwayStack: (options: object) => Promise<Stack>;
  throwAway: (stack: Stack) => Promise<void>;
}

/** Thursday 9:10 PM at Metro Plumbing. */
const EVENING = new Date('2026-02-13T03:10:00Z');

/** The real programs on throw-away data, for the whole run; the compiled stack is what `npm start` runs. */
export default async function startStack(): Promise<() => Promise<void>> {
  const compiled = new URL('../../../../dist/apps/api/local/throw-away-stack.js', import.meta.url);
  const { throwAwayStack, throwAway } = (await import(compiled.href)) as Compiled;
  const stack = await throwAwayStack({ name: 'browser', clockStart: EVENING, workers: 1, say: () => undefined });
  await stack.start();
  process.env.NIGHT_API_URL = stack.apiUrl;
  process.env.NIGHT_SIMULATOR_URL = stack.simulatorUrl;
  return () => throwAway(stack);
}
