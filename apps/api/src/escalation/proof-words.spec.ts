import { factsOf, pageOf, timelineOf } from './proof-words.js';
import type { ProofAlert, ProofFacts } from './proof.dto.js';

const PROOF = {
  accountName: 'Metro Plumbing',
  timeZone: 'America/Chicago',
  incidentId: 'id',
  code: '7K',
  isDrill: false,
  state: 'resolved',
  reportedAt: '2026-03-08T05:59:07.120Z',
  openedBy: 'rules',
  callSid: 'CA1',
  calledNumber: '+13125550100',
  callerName: 'Jim Kowalski',
  callerPhone: '+13125550415',
  address: null,
  issueSummary: 'Burst pipe',
  safetyLine: null,
  unheardLine: null,
  contactedAt: null,
  outcome: null,
  jobValueCents: 185_000,
  resolvedAt: '2026-03-08T08:30:00.000Z',
  acceptance: {
    name: 'Mike T.',
    at: '2026-03-08T06:10:22.120Z',
    via: 'key',
    apiKeyId: null,
    words: '1',
    secondsAfterReport: 675,
  },
  ladder: [],
  alerts: [],
  timeline: [
    { at: '2026-03-08T05:59:07.120Z', event: 'incident.opened', text: 'Emergency opened' },
    { at: '2026-03-08T08:30:00.000Z', event: 'incident.resolved', text: 'Resolved by Mike T.' },
  ],
} satisfies ProofFacts;

const ALERT: ProofAlert = {
  id: 'a',
  contactName: 'Dana',
  phone: '+13125550183',
  channel: 'sms',
  escalationStep: 'sms_backup',
  run: 1,
  dueAt: PROOF.reportedAt,
  sentAt: PROOF.reportedAt,
  finishedAt: null,
  state: 'failed',
  providerSid: 'SM1',
  providerStatus: 'undelivered',
  errorCode: '30005',
  reply: null,
  attempts: [],
  heldBecause: null,
  heldUntil: null,
};

const told = (proof: ProofFacts): Record<string, string> => Object.fromEntries(factsOf(proof));

describe('The proof in words', () => {
  it('every time is in the account’s zone and names it, over the night in which the clocks move', () => {
    expect(timelineOf(PROOF)).toEqual([
      { day: 'Saturday, March 7, 2026', lines: [['11:59:07.120 PM CST', 'Emergency opened']] },
      { day: 'Sunday, March 8, 2026', lines: [['3:30:00.000 AM CDT', 'Resolved by Mike T.']] },
    ]);
    expect(told(PROOF)).toMatchObject({
      Reported: 'Mar 7, 2026, 11:59:07.120 PM CST (America/Chicago)',
      State: 'Resolved, Mar 8, 2026, 3:30:00.000 AM CDT',
    });
  });

  it('says who accepted how, a connected system by its key', () => {
    expect(told(PROOF)['Accepted']).toBe(
      'Mike T., Mar 8, 2026, 12:10:22.120 AM CST, 11 min 15 s after the report, by key press on a call: "1"',
    );
    const acceptance = {
      ...PROOF.acceptance,
      name: 'Zapier (API key)',
      via: 'api',
      apiKeyId: 'abc123abc123',
      words: null,
    };
    expect(told({ ...PROOF, acceptance })['Accepted']).toMatch(
      /^Zapier \(API key\), .*, through the API, key abc123abc123$/,
    );
    expect(told({ ...PROOF, acceptance: null })['Accepted']).toBe('Nobody');
  });

  it.each<[Partial<ProofAlert>, string]>([
    [
      {},
      'Text to (312) 555-0183: sent Mar 7, 2026, 11:59:07.120 PM CST, failed (30005)\nCarrier reference SM1 (undelivered)',
    ],
    [
      { sentAt: null, state: 'canceled', errorCode: null, providerSid: null },
      'Text to (312) 555-0183: never sent, stopped',
    ],
    [
      { channel: 'warm_transfer', state: 'declined', errorCode: null, providerSid: null, reply: '3' },
      'Call with transfer to (312) 555-0183: sent Mar 7, 2026, 11:59:07.120 PM CST, passed, answered "3"',
    ],
    [
      {
        channel: 'call',
        state: 'answered',
        errorCode: null,
        providerSid: null,
        heldBecause: '3 calls in 15 minutes to Dana',
        heldUntil: '2026-03-08T05:59:07.000Z',
      },
      'Call to (312) 555-0183: sent Mar 7, 2026, 11:59:07.120 PM CST, picked up, held until 11:59:07.000 PM CST: 3 calls in 15 minutes to Dana',
    ],
    [
      { escalationStep: 'stand_down', state: 'sent', errorCode: null, providerSid: null },
      'Text to (312) 555-0183 (stand-down): sent Mar 7, 2026, 11:59:07.120 PM CST, taken by the carrier',
    ],
  ])('tells what became of a message: %j', (changes, words) => {
    expect(pageOf({ ...ALERT, ...changes }, PROOF.timeZone)).toEqual(['Dana', words]);
  });
});
