import fc from 'fast-check';
import { SAFETY_LINES } from '@domain/persona/safety-lines';
import type { EmergencyFacts } from './facts.js';
import { joinedTexts } from './fitted-text.js';
import { freeCode, looksLikeCode } from './incident-code.js';
import { segments, septets, shortened, toGsm7, safeWords } from './gsm7.js';
import { outcomeLabel } from './outcome-label.js';
import {
  alertText,
  alreadyTakenText,
  askedElsewhereText,
  calledAgainText,
  closedForAllText,
  closedText,
  confirmationText,
  delayedIfLate,
  doneText,
  endedText,
  helpText,
  lostCallText,
  noWordText,
  notToldText,
  optedOutNotice,
  reopenedText,
  standDownText,
  stillPagingText,
  unresolvedText,
  updateText,
  watchdogText,
  type Arrival,
} from './texts.js';
import { MOST_BUNDLED, stormText, whichBusinessText, whichOneText } from './storm-texts.js';

const facts: EmergencyFacts = {
  code: '7K',
  accountName: 'Metro Plumbing Co',
  timeZone: 'America/Chicago',
  openedAt: new Date('2026-02-13T03:22:45Z'),
  callerName: 'Jim Kowalski',
  callerPhone: '+13125550415',
  callbackPhone: null,
  address: '218 Oak Lane',
  issueSummary: 'Burst pipe to water heater, basement flooding',
  safetyLine: 'Main water shutoff',
  unheardLine: null,
  language: 'en',
};
const spanish = { ...facts, language: 'es' } as const;
const taken = new Date('2026-02-13T03:24:15Z');

describe('the texts of the ladder', () => {
  it("are the PRD's alert with the code, in the account's time zone", () => {
    expect(alertText(facts)).toBe(
      [
        '[7K] EMERGENCY CALL - Metro Plumbing Co',
        'Caller: Jim Kowalski',
        'Phone: (312) 555-0415',
        'Address: 218 Oak Lane',
        'Issue: Burst pipe to water heater, basement flooding',
        'Called at: 9:22 PM',
        'Told: Main water shutoff',
        "Call them back ASAP. They've been told you'll reach out within a few minutes.",
        '1=Take it 2=Pass',
      ].join('\n'),
    );
  });

  it('read in Spanish by whoever is written to in Spanish; codes, keys and verbs stay', () => {
    const { english } = SAFETY_LINES.GAS;
    expect(alertText({ ...spanish, safetyLine: english })).toBe(
      [
        '[7K] EMERGENCIA - Metro Plumbing Co',
        'Cliente: Jim Kowalski',
        'Tel: (312) 555-0415',
        'Direccion: 218 Oak Lane',
        'Problema: Burst pipe to water heater, basement flooding',
        'Llamo: 9:22 PM',
        'Se le dijo: Salir de la casa, 911, empresa de gas',
        'Llama al cliente ya: espera tu llamada en unos minutos.',
        '1=La tomo 2=Paso',
      ].join('\n'),
    );
    expect(confirmationText(spanish)).toMatch(
      /^Es tuya\. Cliente: Jim Kowalski al \(312\) 555-0415\.\n[^]*\n\[7K\] Escribe ETA 25, HERE al llegar, o DONE 1850\.$/,
    );
    expect(watchdogText(spanish)).toBe('[7K] ¿Hablaste con Jim Kowalski al (312) 555-0415? Contesta SI o NO');
  });

  it('late in Spanish, say so as well', () => {
    const text = delayedIfLate(alertText(spanish), spanish, facts.openedAt, new Date('2026-02-13T03:49:00Z'));
    expect(text).toMatch(/^\[7K\] CON RETRASO: reportada 9:22 PM\nEMERGENCIA - /);
    expect(text).not.toContain('Llamo:');
  });

  it('ask for nothing that was said with the very words that took it', () => {
    const after = (arrival: Arrival | null) => confirmationText(facts, arrival).split('\n').at(-1);
    expect(after(null)).toBe('[7K] Text ETA 25, HERE, or DONE 1850.');
    expect(after({ kind: 'eta', minutes: 25 })).toBe(
      '[7K] ETA 25 min noted. Text HERE when you arrive, then DONE 1850.',
    );
    expect(after({ kind: 'here' })).toBe('[7K] On site noted. Text DONE 1850 when finished.');
  });

  it('read as sentences where no name or no number is known', () => {
    const nobody = { ...facts, callerName: null, callerPhone: null };
    expect(confirmationText(nobody)).toMatch(/^Got it\. Caller info: Unknown caller \(number withheld\)\.\n/);
    expect(watchdogText(nobody)).toBe('[7K] Did you reach the caller (number withheld)? Y/N');
    expect(reopenedText(nobody)).toBe('[7K] OK. Paging again until somebody reaches the caller.');
    expect(lostCallText(nobody)).toMatch(/they can only ring us again/);
    expect(noWordText(facts)).toMatch(
      /^\[7K\] No word from you, so we page again until somebody reaches Jim Kowalski\./,
    );
  });

  it('PRD section 7: say "Not provided" for what is not known, and hide no withheld number behind a blank', () => {
    const unknown = { ...facts, callerName: null, callerPhone: null, address: null, safetyLine: null };
    expect(alertText(unknown)).toMatch(/Caller: Unknown caller\nPhone: withheld\nAddress: Not provided\n/);
  });

  it('PRD section 7: the owner reads UNRESOLVED EMERGENCY', () =>
    expect(unresolvedText(facts)).toMatch(/^\[7K\] UNRESOLVED EMERGENCY - Metro Plumbing Co\n/));

  it('PRD section 7: the confirmation carries the caller info', () =>
    expect(confirmationText(facts)).toMatch(
      /^Got it\. Caller info: Jim Kowalski at \(312\) 555-0415\.\nAddress: 218 Oak Lane\nIssue: Burst pipe/,
    ));

  it('keep their keys when they are late and long', () => {
    const issue = 'Water is pouring through the kitchen ceiling and the whole basement is soaked, it began an hour ago';
    const full = {
      ...facts,
      issueSummary: issue,
      safetyLine: SAFETY_LINES.WATER.english,
      address: '1218 North Oak Lane',
    };
    const text = delayedIfLate(unresolvedText(full), full, facts.openedAt, new Date('2026-02-13T03:49:00Z'));
    expect(text).toMatch(/^\[7K\] DELAYED: reported 9:22 PM\nUNRESOLVED EMERGENCY/);
    expect(text).toMatch(/\n1=Take it 2=Pass$/);
  });

  it('name the instruction the caller was given, in either language, by its short name', () => {
    const { english, spanish } = SAFETY_LINES.WATER;
    for (const safetyLine of [english, spanish])
      expect(alertText({ ...facts, safetyLine })).toMatch(/\nTold: Main water shutoff\n/);
  });

  it('ask nobody to call back a number that was withheld', () => {
    const text = alertText({ ...facts, callerPhone: null });
    expect(text).toMatch(/answer our call and press 1/);
    expect(text).not.toMatch(/Call them back/);
  });

  it('give whoever rings back the instruction that the caller did not wait for', () => {
    const text = notToldText({ ...facts, safetyLine: null, unheardLine: SAFETY_LINES.GAS.english });
    expect(text).toMatch(
      /^\[7K\] UPDATE: the caller hung up and was not told what to do\. Please say it first:\nPlease leave/,
    );
    expect(segments(text)).toBeLessThanOrEqual(2);
  });

  it('say when they are late', () => {
    const text = delayedIfLate(alertText(facts), facts, facts.openedAt, new Date('2026-02-13T03:49:00Z'));
    expect(text).toMatch(/^\[7K\] DELAYED: reported 9:22 PM\nEMERGENCY CALL/);
    expect(delayedIfLate(alertText(facts), facts, facts.openedAt, taken)).toBe(alertText(facts));
  });

  it('tell times, names and codes in the others', () => {
    expect(standDownText(facts, 'Mike T.', taken)).toBe('[7K] Mike T. took it at 9:24 PM. You can stand down.');
    expect(alreadyTakenText(facts, 'Mike T.', taken)).toBe('[7K] Mike T. already took it at 9:24 PM. Thank you.');
    expect(watchdogText(facts)).toBe('[7K] Did you reach Jim Kowalski at (312) 555-0415? Y/N');
    expect(doneText(facts, 185_000)).toBe('[7K] Closed as resolved. Job value $1,850. Thank you.');
    expect(stillPagingText(facts)).toMatch(/^\[7K\] Still paging\. Reply 1 to take it, 2 to pass\.\n/);
  });

  const long = 'Wasser überall – “everything’s soaked” 😱 [basement] {and} the ~stairs~ https://evil.example/x '.repeat(
    12,
  );
  const inEnglish: EmergencyFacts = {
    ...facts,
    accountName: long.slice(0, 120),
    callerName: long,
    address: long,
    issueSummary: long,
    safetyLine: long,
  };
  const worst = inEnglish;
  const all = (bad: EmergencyFacts): [string, string][] => [
    ['alert', alertText(bad)],
    ['alert to the busy', alertText(bad, taken)],
    ['unresolved', unresolvedText(bad)],
    ['late', delayedIfLate(alertText(bad), bad, facts.openedAt, new Date('2026-02-13T06:00:00Z'))],
    ['confirmation', confirmationText(bad)],
    ['confirmation on the way', confirmationText(bad, { kind: 'eta', minutes: 25 })],
    ['update', updateText(bad)],
    ['not told', notToldText({ ...bad, safetyLine: null, unheardLine: long })],
    ['called again', calledAgainText(bad, taken, long)],
    ['stand-down', standDownText(bad, long, taken)],
    ['asked elsewhere', askedElsewhereText(bad)],
    ['closed for all', closedForAllText(bad, 'false_alarm', long, taken)],
    ['already taken', alreadyTakenText(bad, long, taken)],
    ['still paging', stillPagingText(bad)],
    ['did you reach', watchdogText(bad)],
    ['no word', noWordText(bad)],
    ['paging again', reopenedText(bad)],
    ['which one', whichOneText([bad, bad, bad, bad, bad, bad])],
    ['opted out', optedOutNotice(long, long.slice(0, 120), bad.language)],
    ['storm of three', stormText([bad, bad, bad])],
    ['greatest storm', stormText(Array.from({ length: MOST_BUNDLED }, () => bad))],
    ['joined', joinedTexts([updateText(bad), updateText(bad)]).text],
    ['help', helpText(long, bad.language)],
    ['nothing open', closedText(null, long, bad.language)],
    ['lost call', lostCallText(bad)],
    ['lost call of a hidden number', lostCallText({ ...bad, callerPhone: null })],
    ['ended', endedText(bad, { state: 'resolved', resolvedAt: taken }) ?? ''],
    [
      'which business',
      whichBusinessText(
        Array.from({ length: 8 }, () => ({ code: '7K', accountName: long })),
        bad.language,
      ),
    ],
  ];
  it.each([
    ...all(inEnglish),
    ...all({ ...inEnglish, language: 'es' }).map(([name, text]): [string, string] => [`${name} in Spanish`, text]),
  ])('stay within two GSM-7 segments and carry no link, whatever the caller said: %s', (_name, text) => {
    expect(segments(text)).toBeLessThanOrEqual(2);
    expect(toGsm7(text)).toBe(text);
    expect(text).not.toContain('http');
  });

  it('hold to that for any words at all', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(words, words, words, words, (callerName, address, issueSummary, safetyLine) => {
        const said = { ...facts, callerName, address, issueSummary, safetyLine };
        const inBoth = [said, { ...said, language: 'es' as const }];
        for (const text of inBoth.flatMap((each) => [
          alertText(each),
          unresolvedText(each),
          confirmationText(each),
          updateText(each),
        ])) {
          expect(segments(text)).toBeLessThanOrEqual(2);
          expect(toGsm7(text)).toBe(text);
        }
        expect(alertText(said)).toMatch(/^\[7K\] EMERGENCY CALL[^]*1=Take it 2=Pass$/);
        expect(alertText({ ...said, language: 'es' })).toMatch(/^\[7K\] EMERGENCIA[^]*1=La tomo 2=Paso$/);
      }),
    );
  });

  it('A48 a storm tells every code, whatever was said, and how to take them', () => {
    const codes = Array.from(
      { length: MOST_BUNDLED },
      (_, index) => `${'34679'[index % 5]}${'ACDEFHJKMNPQ'[Math.floor(index / 5)]}`,
    );
    const text = stormText(codes.map((code) => ({ ...worst, code })));
    for (const code of codes) expect(text).toContain(code);
    expect(text).toMatch(/Reply code 1, e\.g\. 3A 1, or ALL$/);
  });

  it('keep the head and the keys of an alert however long the rest is', () => {
    expect(alertText(worst)).toMatch(/^\[7K\] EMERGENCY CALL/);
    expect(alertText({ ...worst, accountName: 'Metro' })).toContain('Phone: (312) 555-0415');
    expect(alertText({ ...worst, accountName: 'Metro' })).toMatch(/1=Take it 2=Pass$/);
  });
});

describe('GSM-7', () => {
  it.each([
    ['It’s “wet” – very…', 'It\'s "wet" - very...'],
    ['José Ñandú', 'José Ñandu'],
    ['água 🚿 naïve', 'agua  naive'],
  ])('"%s" becomes "%s"', (said, plain) => expect(toGsm7(said)).toBe(plain));

  it('counts brackets twice, as carriers do', () => expect(septets('[7K]')).toBe(6));
  it('cuts at a word and says so', () => expect(shortened('water in the basement', 16)).toBe('water in the...'));
  it('puts what a caller said on one line', () => expect(safeWords(' a\n b\t c ')).toBe('a b c'));
});

describe('incident codes', () => {
  it('are free, readable and different for as long as any is left', () => {
    const taken = new Set<string>();
    for (let n = 0; n < 300; n += 1) {
      const code = freeCode(taken, `incident-${n}`);
      expect(taken.has(code)).toBe(false);
      expect(code).toMatch(/^[A-Z0-9]{2}$/);
      expect(code).not.toMatch(/[01258BILOSUVZ]/);
      taken.add(code);
    }
  });

  it('start with a digit while there is room, so that they do not read as words', () =>
    expect(freeCode(new Set(), 'x')).toMatch(/^[34679][A-Z]$/));
  it('never are words people reply with', () =>
    expect(['OK', 'NO', 'GO', 'ON', 'HI', 'SI', 'YA'].some(looksLikeCode)).toBe(false));
});

describe('the outcome on the lead card (PRD section 8)', () => {
  const outcome = {
    onCallName: 'Mike T.',
    acceptedName: 'Mike T.',
    acceptedAt: taken,
    acceptedVia: 'sms' as const,
    contactedAt: null,
  };
  it.each([
    ['alerting', { ...outcome, acceptedAt: null, acceptedName: null }, 'Reaching Mike T.'],
    ['accepted', outcome, 'Mike T. acknowledged at 9:24 PM'],
    ['contacted', { ...outcome, contactedAt: taken }, 'Mike T. acknowledged at 9:24 PM, dispatched'],
    ['unreached', { ...outcome, acceptedAt: null, acceptedName: null }, 'Not reached'],
    ['false_alarm', outcome, 'False alarm'],
    ['resolved', { ...outcome, acceptedAt: null, acceptedName: null }, 'Resolved'],
  ] as const)('%s is told as it is', (state, known, label) =>
    expect(outcomeLabel({ ...known, state }, 'America/Chicago')).toBe(label),
  );
});
