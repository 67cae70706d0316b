import type { Operation } from '../openapi-document.js';
import type { Route } from './routes.js';

/** Answers anybody: no account is named, or the request itself carries a secret that stands for a person. */
const OPEN: RegExp[] = [
  /^POST \/api\/v1\/auth\/(sign-in|sign-in\/code|sign-in\/email-code|refresh|sign-out|sign-up|verify|forgot|reset|email\/confirm)$/,
  // An invitation's token stands for whoever holds the letter.
  /^(GET \/api\/v1\/auth\/invitation|POST \/api\/v1\/auth\/invitation\/accept)$/,
  // A calendar's address is its secret; a business's own name and number are none.
  /^GET \/api\/v1\/(calendars|contact-cards)\/:file$/,
  /^GET \/(livez|readyz|metrics)$/,
  /^(GET|PUT) \/api\/dev\/clock$/,
];

/** Answers whoever signs like the provider; the stories test forged and replayed ones. */
const SIGNED: RegExp[] = [/^POST \/api\/twilio\//, /^POST \/api\/vapi\//];

/** Whose data a route is about, and with it what the matrix expects of it. */
export type RouteKind = 'account' | 'agency' | 'person' | 'open' | 'signed';

/** Which list a route is on; undefined for one that is on none, which fails the run. */
export function kindOf(route: Route, operation: Operation | undefined): RouteKind | undefined {
  const name = `${route.method} ${route.path}`;
  if (OPEN.some((pattern) => pattern.test(name))) return 'open';
  if (SIGNED.some((pattern) => pattern.test(name))) return 'signed';
  return operation && guardedKind(route.path, operation);
}

function guardedKind(path: string, { capability }: Operation): RouteKind | undefined {
  if (path.includes('/accounts/:accountId')) return capability ? 'account' : undefined;
  if (path.includes('/agencies/:agencyId')) return capability ? 'agency' : undefined;
  return path.startsWith('/api/v1/') ? 'person' : undefined;
}
