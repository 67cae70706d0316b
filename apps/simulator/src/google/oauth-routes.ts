import type { FastifyInstance, FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { textField, textFields } from '../http-bodies.js';
import type { World } from '../world.js';
import { consentPage, type ConsentRequest } from './consent-page.js';
import type { GooglePeople, Grant } from './google-people.js';
import { oauthError } from './google-refusal.js';

const HOUR_SECONDS = 3599;
/** Offered first on the page; any other address may be typed. */
const DEMO_PEOPLE = ['dave@metroplumbing.example', 'rosa@apexair.example'];

/** accounts.google.com and oauth2.googleapis.com: the question, the token, the end of a permission. */
export function registerOauth(app: FastifyInstance, world: World, people: GooglePeople): void {
  registerQuestion(app, world, people);
  registerToken(app, world, people);
  app.post('/google/revoke', { config: { scope: 'google.revoke', errorBody: brokenToken } }, (request, reply) => {
    const token = textField(request.body, 'token') ?? '';
    const grant = people.grantOf(token) ?? people.byAccessToken(token);
    if (!grant) return reply.code(400).send(oauthError('invalid_token'));
    people.withdraw(grant.address);
    world.snapshots.changed();
    return reply.send({});
  });
}

function registerQuestion(app: FastifyInstance, world: World, people: GooglePeople): void {
  const path = '/google/o/oauth2/v2/auth';
  app.get(path, (request, reply) => {
    const asked = readQuestion(request.query, world);
    if (!asked) return reply.code(400).type('text/plain').send('Error 400: invalid_request');
    const query = request.url.slice(request.url.indexOf('?') + 1);
    return reply.type('text/html').send(consentPage(asked, query, DEMO_PEOPLE));
  });
  app.post(path, (request, reply) => {
    const asked = readQuestion(request.query, world);
    if (!asked) return reply.code(400).type('text/plain').send('Error 400: invalid_request');
    return reply.redirect(answered(asked, request.body, people), 303);
  });
}

/** Where the browser goes with the person's answer. */
function answered(asked: ConsentRequest, form: unknown, people: GooglePeople): string {
  const back = new URL(asked.redirectUri);
  back.searchParams.set('state', asked.state);
  if (textField(form, 'answer') === 'deny') {
    back.searchParams.set('error', 'access_denied');
    return back.href;
  }
  const address = textField(form, 'address') ?? '';
  const scopes = textFields(form, 'scope').filter((scope) => asked.scopes.includes(scope));
  const { redirectUri, codeChallenge } = asked;
  back.searchParams.set('code', people.allow({ address, scopes, redirectUri, codeChallenge }));
  back.searchParams.set('scope', scopes.join(' '));
  return back.href;
}

/** Undefined for a question that the real page would not ask either. */
function readQuestion(query: unknown, world: World): ConsentRequest | undefined {
  const read = (name: string) => textField(query, name) ?? '';
  const isOurs = read('client_id') === world.settings.googleClientId && URL.canParse(read('redirect_uri'));
  const isLasting = read('response_type') === 'code' && read('access_type') === 'offline';
  if (!isOurs || !isLasting || read('code_challenge_method') !== 'S256' || read('scope') === '') return undefined;
  return {
    clientId: read('client_id'),
    redirectUri: read('redirect_uri'),
    scopes: read('scope').split(' '),
    state: read('state'),
    codeChallenge: read('code_challenge'),
  };
}

function registerToken(app: FastifyInstance, world: World, people: GooglePeople): void {
  app.post('/google/token', { config: { scope: 'google.token', errorBody: brokenToken } }, (request, reply) => {
    const { body } = request;
    const { googleClientId, googleClientSecret } = world.settings;
    if (textField(body, 'client_id') !== googleClientId || textField(body, 'client_secret') !== googleClientSecret)
      return reply.code(401).send(oauthError('invalid_client'));
    const isOver = world.faults.strike('google.token', ['error-code'], JSON.stringify(body)) !== undefined;
    const grant = isOver ? undefined : grantFor(body, people);
    if (!grant) return reply.code(400).send(oauthError('invalid_grant'));
    world.snapshots.changed();
    return tokens(reply, people, grant, textField(body, 'grant_type') === 'authorization_code');
  });
}

function grantFor(body: unknown, people: GooglePeople): Grant | undefined {
  const read = (name: string) => textField(body, name) ?? '';
  if (read('grant_type') === 'refresh_token') return people.grantOf(read('refresh_token'));
  const pending = people.take(read('code'));
  if (!pending || pending.redirectUri !== read('redirect_uri')) return undefined;
  const challenge = createHash('sha256').update(read('code_verifier')).digest('base64url');
  return pending.codeChallenge === challenge ? people.letIn(pending) : undefined;
}

function tokens(reply: FastifyReply, people: GooglePeople, grant: Grant, isFirst: boolean): FastifyReply {
  return reply.send({
    access_token: people.accessTokenFor(grant),
    expires_in: HOUR_SECONDS,
    token_type: 'Bearer',
    scope: grant.scopes.join(' '),
    ...(isFirst ? { refresh_token: grant.refreshToken } : {}),
  });
}

const brokenToken = (status: number): unknown =>
  oauthError(status === 429 ? 'rate_limit_exceeded' : 'internal_failure');
