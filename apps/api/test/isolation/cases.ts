import { Cursors } from '@platform/http/cursor';
import { operationsOf, type OpenApiDocument, type Operation, type Parameter } from '../openapi-document.js';
import { sampleOf } from '../openapi-sample.js';
import { CARRIES_SOMETHING, headerValue, type IdOf } from './headers.js';
import { kindOf, type RouteKind } from './lists.js';
import { asDocumented, routesOf, type Route } from './routes.js';
import type { AccountLetter, Suspect } from './suspects.js';
import type { IsolationWorld } from './world.js';

export interface Target {
  route: Route;
  kind: RouteKind;
  operation: Operation | undefined;
}

/** One request: an operation, who asks, which position carries whose id. */
export interface Case {
  target: Target;
  suspect: Suspect;
  /** `path accountId`, `path callId`, `body contactId`, `query after`, `header if-match`. */
  position: string;
  value: IdOf;
}

export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string;
}

const NEVER = '01890000-0000-7000-8000-00000000dead';
const NEVER_KEY = 'zzzzzzzzzzzz';
const MALFORMED = '%27%20or%20true%20--';

/** What the router answers with what the document says of it, and what is in one of them only. */
export function targetsOf(
  world: IsolationWorld,
  document: OpenApiDocument,
): { targets: Target[]; unlisted: string[]; undocumented: string[]; unrouted: string[] } {
  const operations = operationsOf(document);
  const routes = routesOf(world.app);
  const found = routes.map((route) => {
    const path = asDocumented(route.path);
    const operation = operations.find((one) => one.method === route.method && one.path === path);
    return { route, operation, kind: kindOf(route, operation) };
  });
  const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
  const known = new Set(routes.map((route) => `${route.method} ${asDocumented(route.path)}`));
  return {
    targets: found.flatMap((one) => (one.kind ? [{ ...one, kind: one.kind }] : [])),
    unlisted: found.filter((one) => !one.kind).map((one) => name(one.route)),
    undocumented: found
      .filter((one) => !one.operation && one.route.path.startsWith('/api/v1/'))
      .map((one) => name(one.route)),
    unrouted: operations.filter((one) => !known.has(name(one))).map(name),
  };
}

/** Every case of one operation and suspect. */
export function casesOf(target: Target, suspect: Suspect): Case[] {
  if (target.kind === 'open' || target.kind === 'signed') return [];
  const of = (position: string, values: IdOf[]) => values.map((value) => ({ target, suspect, position, value }));
  if (target.kind === 'person') return personCases(target, suspect);
  const outer = target.kind === 'account' ? 'accountId' : 'agencyId';
  const all: Case[] = of(`path ${outer}`, ['own', 'sister', 'stranger', 'never', 'malformed']);
  if (!suspect.home) return all;
  for (const { position } of innerPositions(target))
    all.push(...of(position, ['sister', 'stranger', 'never', 'malformed']));
  return all;
}

/** A route of the person themselves: only its ids can name somebody else's. */
function personCases(target: Target, suspect: Suspect): Case[] {
  const inner = innerPositions(target).flatMap(({ position }) =>
    (['stranger', 'never', 'malformed'] as const).map((value) => ({ target, suspect, position, value })),
  );
  const plain = { target, suspect, position: 'none', value: 'own' } as const;
  return target.route.method === 'GET' || !suspect.home ? [plain, ...inner] : inner;
}

/** A voice belongs to nobody; an agency chooses a new contractor's id itself, so one that never existed would exist then. */
const NO_ROW = /^(voiceId|accountId)$/;

/** The outer ids have cases of their own; a version's number and a voice's name are no ids. */
const NO_ID = /^(accountId|agencyId|number|voiceId)$/;

/** Everything below the account that can carry an id. */
export function innerPositions({ route, operation }: Target): { position: string; name: string }[] {
  const path = [...route.path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) =>
    NO_ID.test(name) ? [] : [{ position: `path ${name}`, name }],
  );
  const named = (where: Parameter['in']) =>
    (operation?.parameters ?? []).filter(
      (one) => one.in === where && (where === 'header' ? CARRIES_SOMETHING : /id$|^after$|^before$/i).test(one.name),
    );
  const query = named('query').map(({ name }) => ({ position: `query ${name}`, name }));
  const headers = new Set(named('header').map(({ name }) => name.toLowerCase()));
  const header = [...headers].map((name) => ({ position: `header ${name}`, name }));
  const bodyIds = (operation?.bodyIds ?? []).filter((name) => !NO_ROW.test(name));
  return [...path, ...query, ...header, ...bodyIds.map((name) => ({ position: `body ${name}`, name }))];
}

const letterOf = (suspect: Suspect, value: IdOf): AccountLetter => {
  const home = suspect.home ?? 'A';
  if (value === 'sister') return home === 'B' ? 'A' : home === 'C' ? 'S' : 'B';
  if (value === 'stranger') return home === 'C' ? 'A' : 'C';
  return home;
};

type IdAt = (at: string, name: string) => string;

interface Whose {
  suspect: Suspect;
  value: IdOf;
  route: Route;
}

/** Writes requests of the matrix: everything in them is the suspect's own but what stands in the case's position. */
export class RequestWriter {
  constructor(
    private readonly world: IsolationWorld,
    private readonly document: OpenApiDocument,
  ) {}

  write({ target, suspect, position, value }: Case): Sent {
    const [where = '', varied = ''] = position.split(' ');
    const idAt: IdAt = (at, name) =>
      this.valueAt(at, name, { suspect, value: at === where && name === varied ? value : 'own', route: target.route });
    const { method, path } = target.route;
    const url = path.replaceAll(/:(\w+)/g, (_, name: string) => idAt('path', name));
    const query = this.query(target, where === 'query' ? { [varied]: idAt('query', varied) } : {});
    const headers = this.headers(target, suspect, idAt);
    const { operation } = target;
    if (!operation?.body) return { method, url: url + query, headers };
    const payload = JSON.stringify(this.body(operation, idAt));
    return { method, url: url + query, headers: { ...headers, 'content-type': 'application/json' }, payload };
  }

  /** True when the position's id is known for this account: without one, only made-up ids can be tried. */
  knows(name: string, route: Route): boolean {
    return this.tableOf(name, route) !== undefined;
  }

  /** Parameters the route insists on, and the one under test. */
  private query({ operation }: Target, tried: Record<string, string>): string {
    const needed = (operation?.parameters ?? [])
      .filter((one) => one.in === 'query' && one.required)
      .map(({ name, schema }) => [name, String(sampleOf(this.document, schema ?? {}, name))]);
    const all = new URLSearchParams({ ...(Object.fromEntries(needed) as Record<string, string>), ...tried }).toString();
    return all && `?${all}`;
  }

  private headers({ operation }: Target, { bearer }: Suspect, idAt: IdAt): Record<string, string> {
    const wanted = (operation?.parameters ?? [])
      .filter((one) => one.in === 'header')
      .map(({ name }) => name.toLowerCase());
    const said = Object.fromEntries(wanted.map((name) => [name, idAt('header', name)]));
    return bearer ? { ...said, authorization: bearer } : said;
  }

  private body(operation: Operation, idAt: IdAt): unknown {
    const filled = (value: unknown, name: string): unknown => {
      if (operation.bodyIds.includes(name) && typeof value === 'string') return idAt('body', name);
      if (Array.isArray(value)) return value.map((one) => filled(one, name));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, key)]));
    };
    return filled(sampleOf(this.document, operation.body ?? {}), '');
  }

  private valueAt(at: string, name: string, { suspect, value, route }: Whose): string {
    if (at !== 'header') return this.id(name, suspect, value, route);
    return headerValue(this.world, name, { letter: letterOf(suspect, value), value });
  }

  private id(name: string, suspect: Suspect, value: IdOf, route: Route): string {
    if (name === 'voiceId') return 'Elliot';
    if (name === 'after' || name === 'before') return this.cursor(suspect, value, route);
    if (value === 'malformed') return MALFORMED;
    if (value === 'never') return name === 'keyId' ? NEVER_KEY : NEVER;
    return this.known(name, letterOf(suspect, value), route);
  }

  private known(name: string, letter: AccountLetter, route: Route): string {
    if (name === 'agencyId') return letter === 'C' ? this.world.agencies.Y : this.world.agencies.X;
    const place = this.world.places[letter];
    if (name === 'number') return place.ids.get('config_versions.number') ?? '1';
    if (name === 'accountId') return place.account.accountId;
    return place.ids.get(this.tableOf(name, route) ?? '') ?? NEVER;
  }

  /** A cursor made by the program itself for somebody's list; `never` for an account that does not exist. */
  private cursor(suspect: Suspect, value: IdOf, route: Route): string {
    if (value === 'malformed') return 'AAAA';
    const account = value === 'never' ? NEVER : this.world.places[letterOf(suspect, value)].account.accountId;
    const list = route.path.split('/').at(-1) ?? '';
    return this.world.app.http.get(Cursors, { strict: false }).encode(account, list, ['2026-02-13T00:00:00Z', NEVER]);
  }

  /** The table a parameter names: by its own word, else by the word of the path before it. */
  private tableOf(name: string, route: Route): string | undefined {
    const word = snake(name.replace(/Ids?$/, ''));
    const before = new RegExp(`([\\w-]+)/:${name}`).exec(route.path)?.[1]?.replaceAll('-', '_') ?? '';
    const tables = [...this.world.places.A.ids.keys()];
    const candidates = [`${word}s`, before, word, ALIASES[word] ?? ''];
    return candidates.find((one) => tables.includes(one)) ?? tables.find((table) => table.endsWith(`_${word}s`));
  }
}

/** Parameters whose word is not the table's. */
const ALIASES: Record<string, string> = {
  card: 'lead_cards',
  key: 'api_keys',
  grant: 'access_grants',
  digest: 'digest_history',
  user: 'users',
  primary_contact: 'contacts',
  backup_contact: 'contacts',
  owner_contact: 'contacts',
  drill: 'incidents',
};

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
