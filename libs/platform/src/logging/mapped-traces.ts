import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/** One step of a stack trace, as V8 hands it over. */
type Step = Pick<NodeJS.CallSite, 'getFileName' | 'getLineNumber' | 'getColumnNumber'>;

/**
 * From here on stack traces lead to our TypeScript. A map is read with the first trace that somebody looks at: Node's own
 * `--enable-source-maps` reads all of them before the code runs, which is a quarter of a worker's start.
 */
export function mapTraces(): void {
  Error.prepareStackTrace = (error, steps) =>
    [headOf(error), ...steps.map((step) => `    at ${mapped(String(step), step)}`)].join('\n');
}

/** A step's text with the place it was compiled from; as it is where no map tells. */
export function mapped(text: string, step: Step): string {
  const file = step.getFileName();
  const [line, column] = [step.getLineNumber(), step.getColumnNumber()];
  if (!file?.startsWith('file:') || line === null || column === null) return text;
  // Maps count from zero.
  const origin = mapOf(file)?.findEntry(line - 1, column - 1);
  if (!origin || !('originalSource' in origin)) return text;
  const { originalSource, originalLine, originalColumn } = origin;
  const source = new URL(originalSource, file).href;
  return text.replace(`${file}:${line}:${column}`, `${source}:${originalLine + 1}:${originalColumn + 1}`);
}

const maps = new Map<string, SourceMap | null>();

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  const map = readMap(new URL(`${file}.map`));
  maps.set(file, map);
  return map;
}

/** A trace is told in any case: a broken map must not hide what broke. */
function readMap(url: URL): SourceMap | null {
  try {
    return existsSync(url) ? new SourceMap(JSON.parse(readFileSync(url, 'utf8')) as SourceMap['payload']) : null;
  } catch {
    return null;
  }
}

/** Anything may be thrown at somebody who asks for its trace. */
function headOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}
