import type { OutgoingMail } from '@domain/ports/mailer';
import { SmtpMailer } from '@integrations/smtp/smtp-mailer';
import type { Env } from '@platform/env/env';
import { connect } from 'node:net';
import { Stage } from '../testing/stage.js';
import { createMail } from './mail.js';
import type { ReceivedMail } from './mailbox.js';

const stage = new Stage((world) => [createMail(world)]);
let mailer: SmtpMailer;

beforeEach(async () => {
  await stage.open();
  const { smtpUrl } = stage.simulator.world.address;
  mailer = new SmtpMailer({ SMTP_URL: smtpUrl, PUBLIC_URL: 'https://nightdesk.test' } as Env);
});
afterEach(async () => {
  mailer.onApplicationShutdown();
  await stage.close();
});

const letter = (mail: Partial<OutgoingMail> = {}): OutgoingMail => ({
  idempotencyKey: 'letter/1',
  to: 'dave@metroplumbing.example',
  subject: 'Confirm your e-mail address for Nightdesk',
  text: 'Hello Dave,\n\nhttps://nightdesk.test/verify?token=a-B_c\n\nNightdesk\n',
  ...mail,
});

const received = (query = '') => stage.control<ReceivedMail[]>('GET', `/mail${query}`);

describe('The mail server, as the product’s SMTP adapter meets it', () => {
  it('takes a mail, and keeps its words and links', async () => {
    expect(await mailer.send(letter())).toEqual({ kind: 'sent' });
    expect(await received()).toEqual([
      expect.objectContaining({
        from: expect.stringContaining('no-reply@nightdesk.test'),
        to: ['dave@metroplumbing.example'],
        subject: 'Confirm your e-mail address for Nightdesk',
        messageId: '<letter.1@nightdesk.test>',
        text: expect.stringContaining('Hello Dave,'),
        links: ['https://nightdesk.test/verify?token=a-B_c'],
      }),
    ]);
  });

  it('carries any script, long lines and dots at the beginning of one', async () => {
    const text = `Zażółć gęślą jaźń 🛠\n.dot\n${'x'.repeat(1200)}\n`;
    await mailer.send(letter({ text, subject: 'Grüße – ñ 🛠' }));
    const [mail] = await received();
    expect(mail).toMatchObject({ text, subject: 'Grüße – ñ 🛠' });
  });

  it('lists the newest first, and one person’s alone', async () => {
    await mailer.send(letter({ to: 'Ann@Lakeside.example', subject: 'one' }));
    await mailer.send(letter({ subject: 'two' }));
    await mailer.send(letter({ subject: 'three' }));
    expect((await received()).map((mail) => mail.subject)).toEqual(['three', 'two', 'one']);
    expect((await received('?to=ann@lakeside.example')).map((mail) => mail.subject)).toEqual(['one']);
  });

  it('lets nobody add a header or a recipient by way of the subject or the address', async () => {
    await mailer.send(letter({ subject: 'Hi\r\nBcc: eve@evil.example' }));
    expect((await received())[0]).toMatchObject({ subject: 'Hi Bcc: eve@evil.example', to: [letter().to] });
    const outcome = await mailer.send(letter({ to: 'dave@metroplumbing.example, eve@evil.example' }));
    expect(await received('?to=eve@evil.example')).toEqual([]);
    expect(outcome.kind).not.toBe('sent');
  });

  it.each([
    [451, { kind: 'failed', reason: '451' }],
    [550, { kind: 'refused', reason: '550' }],
  ])('answers %i on demand: %j', async (code, outcome) => {
    await stage.control('POST', '/faults', { scope: 'mail.smtp', kind: 'error-code', code, count: 1 });
    expect(await mailer.send(letter())).toEqual(outcome);
    expect(await received()).toEqual([]);
    expect(await mailer.send(letter())).toEqual({ kind: 'sent' });
  });

  it('can take a mail and lose the answer: sent again it has the same Message-ID', async () => {
    await stage.control('POST', '/faults', { scope: 'mail.smtp', kind: 'http500-after', count: 1 });
    expect(await mailer.send(letter())).toMatchObject({ kind: 'failed' });
    await mailer.send(letter());
    expect(new Set((await received()).map((mail) => mail.messageId)).size).toBe(1);
  });

  it('shows a page in which a letter is text and only its links are links', async () => {
    await mailer.send(letter({ subject: '<b>Hi</b>', text: '<script>alert(1)</script> https://a.test/?x=1&y="2"\n' }));
    const html = await (await fetch(`${stage.address}/mail`)).text();
    expect(html).toContain('&lt;b&gt;Hi&lt;/b&gt;');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('<a href="https://a.test/?x=1&amp;y=">');
  });

  it('outlives a client that hangs up in the middle', async () => {
    const port = Number(new URL(stage.simulator.world.address.smtpUrl ?? '').port);
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('EHLO x\r\nMAIL FR', () => socket.destroy()));
      socket.on('close', () => resolve());
    });
    expect(await mailer.send(letter())).toEqual({ kind: 'sent' });
  });

  it('is reset with the world', async () => {
    await mailer.send(letter());
    await stage.control('POST', '/reset');
    expect(await received()).toEqual([]);
  });
});

describe('Without a mail server', () => {
  it('the adapter says so before anything is tried', async () => {
    const none = new SmtpMailer({ PUBLIC_URL: 'https://nightdesk.test' } as Env);
    expect(none.isConfigured).toBe(false);
    expect(await none.send(letter())).toEqual({ kind: 'failed', reason: 'no-mail-server' });
  });

  it('an address where nobody listens is worth another try', async () => {
    const gone = new SmtpMailer({ SMTP_URL: 'smtp://127.0.0.1:1', PUBLIC_URL: 'https://nightdesk.test' } as Env);
    expect(await gone.send(letter())).toMatchObject({ kind: 'failed' });
  });
});
