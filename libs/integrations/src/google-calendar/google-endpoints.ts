import type { Env } from '@platform/env/env';

/** Google spreads one product over three hosts; a stand-in answers them all at one origin. */
export interface GoogleEndpoints {
  consent: string;
  token: string;
  revoke: string;
  /** Ends with a slash. */
  api: string;
}

const VENDOR: GoogleEndpoints = {
  consent: 'https://accounts.google.com/o/oauth2/v2/auth',
  token: 'https://oauth2.googleapis.com/token',
  revoke: 'https://oauth2.googleapis.com/revoke',
  api: 'https://www.googleapis.com/',
};

/** Where requests go: to the vendor, or with the vendor's own paths to GOOGLE_API_URL. */
export function googleEndpoints({ GOOGLE_API_URL }: Pick<Env, 'GOOGLE_API_URL'>): GoogleEndpoints {
  if (!GOOGLE_API_URL) return VENDOR;
  const origin = GOOGLE_API_URL.replace(/\/+$/, '');
  return {
    consent: `${origin}/o/oauth2/v2/auth`,
    token: `${origin}/token`,
    revoke: `${origin}/revoke`,
    api: `${origin}/`,
  };
}

/** The page of the web app that Google sends the browser back to; registered with Google to the letter. */
export const returnUrl = ({ PUBLIC_URL }: Pick<Env, 'PUBLIC_URL'>): string =>
  `${PUBLIC_URL.replace(/\/+$/, '')}/google-calendar`;
