import { looksLikeCode } from './incident-code.js';

/** A reply without its code. */
export interface Coded {
  code: string | null;
  rest: string;
}

/** The incident a reply names, and what else it says. `codes`: of the emergencies the sender may mean; `text` is plain and lower case. */
export function splitCode(text: string, codes: readonly string[]): Coded {
  const joined = codesJoined(text, codes);
  return leadingCode(joined, codes) ?? trailingCode(joined, codes) ?? { code: null, rest: text };
}

/** "7 K 1", "17K", "7K=1", "{7k}" as people and keyboards write "7K 1". Only for codes the sender may mean. */
function codesJoined(text: string, codes: readonly string[]): string {
  for (const code of codes) {
    const joined = codeJoined(text, code);
    if (joined !== null) return joined;
  }
  return text;
}

function codeJoined(text: string, code: string): string | null {
  const [first = '', second = ''] = code.toLowerCase();
  const spread = new RegExp(`^([12]?)[\\s[({#<-]*${first}\\s*${second}(?![a-z])[\\s\\])}>=/:.,-]*([\\s\\S]*)$`);
  const found = spread.exec(text);
  if (!found) return null;
  const [, before = '', after = ''] = found;
  return before && after ? null : `${code.toLowerCase()} ${before}${after}`.trim();
}

function leadingCode(text: string, codes: readonly string[]): Coded | null {
  const [, found, after, key] = /^[[({#]*([a-z0-9]{2})[\])}]*(?:[\s:,.-]+(.*)|([12]))?$/.exec(text) ?? [];
  const code = found?.toUpperCase();
  if (!code || !(codes.includes(code) || isStrangerCode(code, text))) return null;
  return { code, rest: (after ?? key ?? '').trim() };
}

function trailingCode(text: string, codes: readonly string[]): Coded | null {
  const [, before = '', found] = /^(.*?)[\s:,.-]+[[({#]*([a-z0-9]{2})[\])}]*$/.exec(text) ?? [];
  const code = found?.toUpperCase();
  return code && codes.includes(code) ? { code, rest: before.trim() } : null;
}

/** "7K" or "7K 1" from somebody with no such emergency: an answer to an old text, not free text. */
const isStrangerCode = (code: string, text: string): boolean =>
  /^[3-9][A-Z]$/.test(code) &&
  looksLikeCode(code) &&
  /^\W*\w{2}\W*(?:[\s:,.-]*(?:1|2|yes|no|done|here|false|pass))?$/.test(text);
