import type { ReceivedMail } from './mailbox.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** A page with the letters, the newest first, their links to be clicked. It reloads when another arrives. */
export function mailboxPage(mails: ReceivedMail[], to: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Mail · Nightdesk simulator</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/page/style.css" />
    <link rel="stylesheet" href="/page/mail.css" />
    <script type="module" src="/page/mail.js"></script>
  </head>
  <body>
    <header><h1>Mail</h1><p><a href="/">Handsets</a></p></header>
    <main class="mailbox">
      <form class="mail-search">
        <label>Sent to <input name="to" type="email" value="${escaped(to)}" placeholder="everybody" /></label>
        <button>Show</button>
      </form>
      ${mails.length === 0 ? '<p>No mail yet. Sign up, or ask for a new password, and it arrives here.</p>' : mails.map(article).join('\n')}
    </main>
  </body>
</html>
`;
}

const article = (mail: ReceivedMail): string => `<article aria-labelledby="mail-${mail.id}">
        <h2 id="mail-${mail.id}">${escaped(mail.subject)}</h2>
        <p class="mail-head">To ${escaped(mail.to.join(', '))} · from ${escaped(mail.from)} · <time datetime="${mail.at}">${mail.at.slice(0, 16).replace('T', ' ')} UTC</time></p>
        <pre>${linked(mail)}</pre>
      </article>`;

/** Escaped piece by piece, so that nothing in a letter can become markup of this page. */
function linked(mail: ReceivedMail): string {
  let rest = mail.text;
  let html = '';
  for (const link of mail.links) {
    const [before = ''] = rest.split(link, 1);
    html += `${escaped(before)}<a href="${escaped(link)}">${escaped(link)}</a>`;
    rest = rest.slice(before.length + link.length);
  }
  return html + escaped(rest);
}
