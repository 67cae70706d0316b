import { orAbort } from '../deferred.js';
import type { Exchange } from '../exchange.js';
import { Interruption, type Leg } from '../leg.js';
import { complaintsAbout } from './check.js';
import { connect } from './connect.js';
import { hangup, redirect, reject, start } from './control.js';
import { dial } from './dial.js';
import type { Verb } from './document.js';
import { loadDocument } from './fetch-document.js';
import { gather } from './gather.js';
import { isPlayed, type PlayedVerb } from './grammar.js';
import { record } from './record.js';
import { HANG_UP, NEXT_VERB, type DocumentSource, type Ending, type Next, type Run } from './run.js';
import { pause, play, say, speak } from './speech.js';

const APPLICATION_ERROR = 'We are sorry, an application error has occurred. Goodbye.';
/** Documents that lead to each other for ever would keep a line busy for ever. */
const MOST_DOCUMENTS = 500;

const PLAY: Record<PlayedVerb, (verb: Verb, run: Run) => Promise<Next>> = {
  Connect: connect,
  Dial: dial,
  Gather: gather,
  Hangup: hangup,
  Pause: pause,
  Play: play,
  Record: record,
  Redirect: redirect,
  Reject: reject,
  Say: say,
  Start: start,
};

/** Runs the application's TwiML on legs. */
export class TwimlRunner {
  constructor(private readonly exchange: Exchange) {}

  /** Gives the leg this document; whatever ran on it is interrupted. When nothing more is to be done, Twilio hangs up. */
  start(leg: Leg, source: DocumentSource): void {
    leg.follow(async (signal) => {
      const ending = await this.follow(leg, source, 'call', signal);
      if (ending !== 'interrupted') leg.end('completed');
    });
  }

  private async follow(leg: Leg, source: DocumentSource, mode: Run['mode'], signal: AbortSignal): Promise<Ending> {
    try {
      let next: Next = { kind: 'fetch', source };
      for (let documents = 0; next.kind === 'fetch'; documents += 1) {
        next =
          documents < MOST_DOCUMENTS ? await this.runDocument(leg, next.source, mode, signal) : this.refuseToGoOn(leg);
      }
      return next.kind === 'hang-up' ? 'hung-up' : 'document-ended';
    } catch (error) {
      if (error instanceof Interruption) return 'interrupted';
      throw error;
    }
  }

  private async runDocument(leg: Leg, source: DocumentSource, mode: Run['mode'], signal: AbortSignal): Promise<Next> {
    const document = await orAbort(loadDocument(this.exchange, leg, source), signal);
    const follow: Run['follow'] = (...other) => this.follow(...other);
    const run: Run = { exchange: this.exchange, leg, url: document?.url ?? null, signal, mode, follow };
    if (!document) return this.apologise(run);
    for (const complaint of complaintsAbout(document.verbs)) leg.complain('twiml', complaint, { url: document.url });
    return this.runVerbs(document.verbs, run);
  }

  private async runVerbs(verbs: readonly Verb[], run: Run): Promise<Next> {
    for (const verb of verbs) {
      if (!isPlayed(verb.name)) continue;
      run.leg.line('verb', describe(verb));
      const next = await PLAY[verb.name](verb, run);
      if (next.kind !== 'next-verb') return next;
    }
    return NEXT_VERB;
  }

  private async apologise(run: Run): Promise<Next> {
    run.leg.answer();
    await speak(run, APPLICATION_ERROR);
    return HANG_UP;
  }

  private refuseToGoOn(leg: Leg): Next {
    leg.complain('twiml', `${MOST_DOCUMENTS} documents in one call: the TwiML leads in a circle`);
    return HANG_UP;
  }
}

function describe(verb: Verb): string {
  const attributes = Object.entries(verb.attributes).map(([name, value]) => ` ${name}="${value}"`);
  const inside = verb.children.map(({ name, text }) => `<${name}>${text}`).join('');
  return `<${verb.name}${attributes.join('')}>${inside || verb.text}`;
}
