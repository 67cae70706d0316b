import type { FastifyInstance } from 'fastify';
import { simpleParser } from 'mailparser';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { textField } from '../http-bodies.js';
import type { StandIn, World } from '../world.js';
import { mailboxPage } from './mailbox-page.js';
import { Mailbox } from './mailbox.js';

const SCOPE = 'mail.smtp';
const TOO_LARGE_BYTES = 1024 * 1024;
/** What a server says that takes no mail for the moment (RFC 5321 section 4.2.3). */
const TEMPORARY = 451;

/** Stands in for a mail server: SMTP on a port of its own, and what arrived at `/mail` and `/sim/mail`. */
export function createMail(world: World): StandIn {
  const mailbox = new Mailbox();
  const server = smtpServer(world, mailbox);
  world.snapshots.register('mail', { save: () => mailbox.save(), restore: (saved) => mailbox.restore(saved) });
  return {
    register(app: FastifyInstance) {
      app.get('/sim/mail', (request) => mailbox.list(textField(request.query, 'to')));
      app.get('/mail', (request, reply) => {
        const to = textField(request.query, 'to') ?? '';
        return reply.type('text/html').send(mailboxPage(mailbox.list(to || undefined), to));
      });
    },
    reset() {
      mailbox.clear();
    },
    open: () => listen(server, world),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function smtpServer(world: World, mailbox: Mailbox): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    // Its certificate would be nobody's: a client that finds STARTTLS offered would refuse it.
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: TOO_LARGE_BYTES,
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onData: (stream, session, done) => {
      take(world, mailbox, stream, session).then(
        () => done(),
        (refusal: Error) => done(refusal),
      );
    },
  });
}

async function take(
  world: World,
  mailbox: Mailbox,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const to = session.envelope.rcptTo.map((recipient) => recipient.address);
  const parsed = await simpleParser(stream as Readable);
  const fault = world.faults.strike(SCOPE, ['error-code', 'http500-before'], `${to.join(' ')} ${parsed.subject ?? ''}`);
  if (fault) throw refusal(fault.code ?? TEMPORARY);
  if (stream.sizeExceeded) throw refusal(552);
  const mail = mailbox.receive(parsed, to, world.clock.date());
  world.log.event(SCOPE, `${mail.to.join(', ')}: ${mail.subject}`, { ...mail });
  world.snapshots.changed();
  const lost = world.faults.strike(SCOPE, ['http500-after'], to.join(' '));
  if (lost) throw refusal(TEMPORARY);
}

const refusal = (responseCode: number): Error =>
  Object.assign(new Error(responseCode < 500 ? 'Try again later' : 'Refused'), { responseCode });

async function listen(server: SMTPServer, world: World): Promise<void> {
  const { host, smtpPort } = world.settings;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(smtpPort, host, () => resolve());
  });
  // A client that hangs up in the middle of a sentence must not end the simulator.
  server.removeAllListeners('error').on('error', (error) => world.log.error(SCOPE, error.message));
  const { port } = server.server.address() as AddressInfo;
  world.address.smtpUrl = `smtp://${host}:${port}`;
}
