import { expect } from '@playwright/test';

const at = (path: string): string => `${process.env.NIGHT_SIMULATOR_URL ?? ''}${path}`;

/** Asks the simulator: its phones, its carrier and its mailbox. */
export async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(at(path))).json()) as T;
}

export async function tell<T>(path: string, body: object = {}, method = 'POST'): Promise<T> {
  const response = await fetch(at(path), {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return (text ? JSON.parse(text) : {}) as T;
}

interface Line {
  kind: string;
  text: string;
}

/** Everything a phone was told in one call. */
async function heardOn(callSid: string): Promise<string> {
  const { lines } = await ask<{ lines: Line[] }>(`/sim/calls/${callSid}`);
  return lines
    .filter(({ kind }) => kind === 'heard')
    .map(({ text }) => text)
    .join(' ');
}

export const hears = (callSid: string, words: RegExp): Promise<void> =>
  expect.poll(() => heardOn(callSid), { timeout: 60_000 }).toMatch(words);

/** The newest link in a mail to this address whose path begins so. */
export async function mailedLink(to: string, path: string): Promise<string> {
  const find = async () => {
    const mails = await ask<{ links: string[] }[]>(`/sim/mail?to=${encodeURIComponent(to)}`);
    return mails.flatMap(({ links }) => links).find((link) => new URL(link).pathname === path) ?? '';
  };
  await expect.poll(find, { timeout: 30_000 }).not.toBe('');
  return find();
}

export const picksUp = (phone: string): Promise<unknown> =>
  tell(`/sim/phones/${encodeURIComponent(phone)}/behaviour`, { kind: 'answers', afterSeconds: 1 }, 'PUT');

const callsTo = async (phone: string): Promise<string[]> =>
  (await ask<{ callSid: string; to: string }[]>('/sim/calls'))
    .filter(({ to }) => to === phone)
    .map(({ callSid }) => callSid);

/** The code a phone is told in a call. */
export async function spokenCode(phone: string): Promise<string> {
  const code = async () => {
    const heard = await Promise.all((await callsTo(phone)).map(heardOn));
    return (
      heard
        .join(' ')
        .match(/code is ((?:\d, ){5}\d)/)?.[1]
        ?.replaceAll(', ', '') ?? ''
    );
  };
  await expect.poll(code, { timeout: 30_000 }).toMatch(/^\d{6}$/);
  return code();
}
