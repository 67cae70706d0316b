import { segments } from '@domain/escalation/gsm7';
import { handOffText, putOnText, reasonWords, relievedText, standInText, stretchWords } from './on-call-words.js';
import { readiness } from './readiness.js';
import { codeMessage, judgeCode, looksLikeCode, spokenCode, type OpenVerification } from './verification.js';

const now = new Date('2026-02-13T03:22:00Z');
const open = (changes: Partial<OpenVerification> = {}): OpenVerification => ({
  code: '482913',
  phone: '+13125550182',
  attempts: 0,
  expiresAt: new Date('2026-02-13T03:37:00Z'),
  ...changes,
});

describe('a phone', () => {
  it.each([
    [{}, [], true],
    [{ verifiedAt: null }, ['not verified'], false],
    [{ smsOptedOutAt: now }, ['texted STOP'], false],
    [{ channels: [] }, ['no channel'], false],
    [{ lineType: 'landline' as const }, [], true],
    [{ lineType: 'landline' as const, channels: ['sms' as const] }, ['landline takes no texts'], false],
    [{ isActive: false, verifiedAt: null }, ['left the team', 'not verified'], false],
  ])('with %j lacks %j', (changes, missing, ready) => {
    const phone = {
      channels: ['voice', 'sms'] as ('voice' | 'sms')[],
      smsOptedOutAt: null,
      isActive: true,
      lineType: 'mobile' as const,
      verifiedAt: now,
    };
    expect(readiness({ ...phone, ...changes })).toEqual({ ready, missing });
  });
});

describe('a code', () => {
  it.each([
    ['482913', open(), 'right'],
    [' 482 913 ', open(), 'right'],
    ['482-913', open(), 'right'],
    ['482914', open(), 'wrong'],
    ['482913', null, 'void'],
    ['482913', open({ attempts: 5 }), 'void'],
    ['482913', open({ expiresAt: now }), 'void'],
    ['482913', open({ phone: '+13125550199' }), 'void'],
  ])('%s against %j is %s', (typed, proof, verdict) => {
    expect(judgeCode(proof, '+13125550182', typed, now)).toBe(verdict);
  });

  it.each(['1', 'YES', 'OK', 'K7 1', 'ETA 25', 'DONE 1850', 'on my way', '12345', '4829134', '312-555-0182'])(
    'is not what "%s" is: words about an emergency never verify a phone',
    (words) => expect(looksLikeCode(words)).toBe(false),
  );

  it.each(['en', 'es'] as const)('comes in one text, and is read out twice, digit by digit (%s)', (language) => {
    expect(segments(codeMessage('482913', 'Metro Plumbing')[language])).toBe(1);
    const spoken = spokenCode('482913', 'Metro Plumbing', language);
    expect(spoken.language).toBe(language);
    expect(spoken.words.match(/4, 8, 2, 9, 1, 3\./g)).toHaveLength(2);
  });
});

describe('words to the crew', () => {
  const stretch = {
    startsAt: new Date('2026-02-13T23:00:00Z'),
    endsAt: new Date('2026-02-14T14:00:00Z'),
    timeZone: 'America/Chicago',
  };

  it('name a day only where it is not today', () => {
    expect(stretchWords({ ...stretch, now: new Date('2026-02-13T20:00:00Z') })).toBe('5 PM-Sat 8 AM');
    expect(stretchWords({ ...stretch, now })).toBe('Fri 5 PM-Sat 8 AM');
  });

  it('name the date of a night that another night of this week could be taken for', () => {
    const weekBefore = { ...stretch, now: new Date('2026-02-06T20:00:00Z') };
    expect(stretchWords(weekBefore)).toBe('Fri Feb 13 5 PM-Sat 8 AM');
    expect(stretchWords(weekBefore, 'es')).toBe('vie 13 feb 5 PM-sab 8 AM');
    const long = { ...stretch, endsAt: new Date('2026-02-20T23:00:00Z') };
    expect(stretchWords({ ...long, now })).toBe('Fri 5 PM-Fri Feb 20 5 PM');
  });

  it('say who, when and why in one segment each', () => {
    const said = [
      putOnText('Metro Plumbing', { ...stretch, now }),
      relievedText('Metro Plumbing', 'Sal', { ...stretch, now }),
      standInText('Metro Plumbing', 'Mike', { ...stretch, now }),
      handOffText('Metro Plumbing', { ...stretch, now: new Date('2026-02-13T22:45:00Z') }),
    ];
    expect(said.map(({ en }) => en)).toEqual([
      "Metro Plumbing: you're on call Fri 5 PM-Sat 8 AM.",
      "Metro Plumbing: Sal has the pager Fri 5 PM-Sat 8 AM. You're off.",
      'Metro Plumbing: Mike is away. You stand in on call Fri 5 PM-Sat 8 AM.',
      "Metro Plumbing: you're on call from 5 PM until Sat 8 AM. Reply 1: got it.",
    ]);
    expect(said.map(({ es }) => es)).toEqual([
      'Metro Plumbing: te toca guardia vie 5 PM-sab 8 AM.',
      'Metro Plumbing: Sal tiene la guardia vie 5 PM-sab 8 AM. No te toca.',
      'Metro Plumbing: Mike no puede. Te toca su guardia vie 5 PM-sab 8 AM.',
      'Metro Plumbing: te toca guardia de 5 PM a sab 8 AM. Contesta 1: lo tengo.',
    ]);
    expect(said.flatMap(({ en, es }) => [segments(en), segments(es)])).toEqual(Array.from({ length: 8 }, () => 1));
  });

  it('explain every name in the calendar', () => {
    const nameOf = (id: string) => id.toUpperCase();
    expect(reasonWords({ kind: 'turn' }, nameOf)).toBe('regular turn');
    expect(reasonWords({ kind: 'override', overrideId: 'o' }, nameOf)).toBe('took over');
    expect(reasonWords({ kind: 'stand_in', forContactIds: ['mike', 'sal'] }, nameOf)).toBe(
      'standing in for MIKE and SAL (away)',
    );
  });
});
