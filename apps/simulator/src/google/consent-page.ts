/** What an application asks a person for. */
export interface ConsentRequest {
  clientId: string;
  redirectUri: string;
  scopes: string[];
  state: string;
  codeChallenge: string;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const WORDS: Record<string, string> = {
  'calendar.events': 'View and edit events on all your calendars',
  'calendar.freebusy': 'View your availability in your calendars',
  'calendar.calendarlist.readonly': 'See the list of the calendars you are subscribed to',
};

const SCOPE_PREFIX = 'https://www.googleapis.com/auth/';

/** The page on which a person lets an application in, with single permissions to untick as on the real one. */
export function consentPage(request: ConsentRequest, query: string, people: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Sign in with Google · Nightdesk simulator</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/page/style.css" />
    <link rel="stylesheet" href="/page/mail.css" />
  </head>
  <body>
    <header><h1>Sign in with “Google”</h1><p>Simulated: no real account is asked.</p></header>
    <main class="mailbox">
      <form method="post" action="?${escaped(query)}">
        <p>Nightdesk wants access to a Google account.</p>
        <label>Account <input name="address" type="email" required list="people" value="${escaped(people[0] ?? '')}" /></label>
        <datalist id="people">${people.map((address) => `<option value="${escaped(address)}"></option>`).join('')}</datalist>
        ${request.scopes.map(checkbox).join('\n        ')}
        <p>
          <button class="go" name="answer" value="allow">Allow</button>
          <button name="answer" value="deny" formnovalidate>Cancel</button>
        </p>
      </form>
    </main>
  </body>
</html>
`;
}

function checkbox(scope: string): string {
  const words = WORDS[scope.replace(SCOPE_PREFIX, '')] ?? scope;
  return `<p><label><input type="checkbox" name="scope" value="${escaped(scope)}" checked /> ${escaped(words)}</label></p>`;
}
