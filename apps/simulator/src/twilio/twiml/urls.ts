import type { Form } from '../call-parameters.js';
import type { Hook } from '../records.js';
import type { WebhookKind } from '../webhooks.js';
import type { Verb } from './document.js';
import type { Next, Run } from './run.js';

/** The absolute form of a URL in the document; null (with a complaint) when it cannot be one. */
function absoluteUrl(run: Run, url: string): string | null {
  if (URL.canParse(url)) return url;
  if (run.url && URL.canParse(url, run.url)) return new URL(url, run.url).href;
  run.leg.complain('twiml', `11100 invalid URL "${url}": TwiML given by REST needs absolute URLs`, { url });
  return null;
}

/** The hook that a pair of attributes such as statusCallback/statusCallbackMethod names; null when there is none. */
export function hookOf(run: Run, verb: Verb, attribute: string, methodAttribute = `${attribute}Method`): Hook | null {
  const url = verb.attributes[attribute];
  const absolute = url ? absoluteUrl(run, url) : null;
  return absolute ? { url: absolute, method: methodOf(verb.attributes[methodAttribute]) } : null;
}

function methodOf(value: string | undefined): Hook['method'] {
  return value?.toUpperCase() === 'GET' ? 'GET' : 'POST';
}

/** The words of a space-separated attribute. */
export function wordsOf(value: string | undefined, fallback: string): string[] {
  return (value ?? fallback).split(/[\s,]+/).filter((word) => word !== '');
}

/** Seconds of a numeric attribute, as milliseconds. */
export function secondsOf(value: string | undefined, fallback: number): number {
  const seconds = Number(value);
  return (value !== undefined && Number.isFinite(seconds) ? seconds : fallback) * 1000;
}

/** Goes on at the verb's action URL; a URL that cannot be resolved is an application error, as at Twilio. */
export function goTo(
  run: Run,
  webhook: WebhookKind,
  target: { url: string; method: string | undefined },
  form: Form,
): Next {
  const url = absoluteUrl(run, target.url);
  if (!url) return { kind: 'fetch', source: { kind: 'inline', twiml: '' } };
  return { kind: 'fetch', source: { kind: 'request', webhook, hook: { url, method: methodOf(target.method) }, form } };
}
