import { textField, textFields } from '../../http-bodies.js';
import { PROGRESS_EVENTS, type Hook, type ProgressEvent } from '../records.js';
import { rejected } from './errors.js';

/** The hook that `<name>` and `<name>Method`-like fields give; null for an empty URL, undefined when the field is absent. */
export function hookField(body: unknown, name: string, methodName: string, code = 21502): Hook | null | undefined {
  const url = textField(body, name);
  if (url === undefined) return undefined;
  if (url === '') return null;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw rejected(code, `${name} is not a valid URL: ${url}`);
  return { url, method: textField(body, methodName)?.toUpperCase() === 'GET' ? 'GET' : 'POST' };
}

/** StatusCallback with its events, which come as repeated keys or as one text with blanks. */
export function progressField(body: unknown): { hook: Hook; events: ProgressEvent[] } | null {
  const hook = hookField(body, 'StatusCallback', 'StatusCallbackMethod', 21609);
  if (!hook) return null;
  const words = textFields(body, 'StatusCallbackEvent').flatMap((value) => value.split(/[\s,]+/));
  const events = PROGRESS_EVENTS.filter((event) => words.includes(event));
  return { hook, events: events.length > 0 ? events : ['completed'] };
}
