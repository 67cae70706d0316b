import { dutyOf, type AlertSituation, type AlertState } from './alert.js';
import { chooseIncident, type Answerable } from './choose-incident.js';
import { ladderView, type LadderStanding, type StepAlert } from './ladder-view.js';
import { defaultPolicy } from './policy.js';
import { parseReply } from './reply.js';
import { timelineSentence, type TimelineEvent } from './timeline.js';

const incident = (code: string, changes: Partial<Answerable> = {}): Answerable => ({
  id: `id-${code}`,
  code,
  state: 'alerting',
  acceptedBy: null,
  watchdogAskedAt: null,
  watchdogAt: null,
  ...changes,
});
const mine = { state: 'accepted', acceptedBy: 'mike' } as const;
const at = new Date('2026-02-13T03:40:00Z');
const asked = { ...mine, watchdogAskedAt: at, watchdogAt: at } as const;
const answered = { ...asked, state: 'contacted', watchdogAt: null } as const;

describe('which emergency a reply is about (decision 6)', () => {
  it.each([
    ['1', [incident('7K')], 'these id-7K'],
    ['1', [incident('7K'), incident('9P')], 'which id-7K,id-9P'],
    ['9P 1', [incident('7K'), incident('9P')], 'these id-9P'],
    ['4H 1', [incident('7K')], 'none'],
    ['all', [incident('7K'), incident('9P', mine), incident('3A')], 'these id-7K,id-3A'],
    ['done 900', [incident('7K', mine), incident('9P')], 'these id-7K'],
    ['done 900', [incident('7K', mine), incident('9P', mine)], 'which id-7K,id-9P'],
    ['y', [incident('7K', asked)], 'these id-7K'],
    ['y', [incident('7K', asked), incident('9P')], 'which id-9P,id-7K'],
    ['y', [incident('7K', answered), incident('9P')], 'these id-9P'],
    ['3', [incident('7K', mine), incident('9P')], 'these id-7K'],
    ['left voicemail', [incident('7K', asked), incident('9P')], 'these id-7K'],
    ['1', [incident('7K', { state: 'accepted', acceptedBy: 'dana' })], 'these id-7K'],
    ['pass', [incident('7K', mine)], 'these id-7K'],
    ['1', [], 'none'],
  ] as const)('"%s" with %j means %s', (said, open, expected) => {
    const chosen = chooseIncident(
      parseReply(
        said,
        open.map(({ code }) => code),
      ),
      open,
      'mike',
    );
    expect([chosen.kind, ...(chosen.kind === 'none' ? [] : [chosen.ids.join(',')])].join(' ')).toBe(expected);
  });
});

describe('what is due about an alert', () => {
  const calm: AlertSituation = {
    state: 'pending',
    channel: 'sms',
    providerSid: null,
    wanted: true,
    bundled: false,
    reachable: true,
    legInTheWay: false,
    superseded: false,
  };
  it.each([
    [{}, 'send'],
    [{ wanted: false }, 'cancel'],
    [{ superseded: true }, 'skip'],
    [{ reachable: false }, 'fail'],
    [{ channel: 'call', legInTheWay: true }, 'wait'],
    [{ state: 'sending' }, 'ask'],
    [{ state: 'unknown', wanted: false }, 'ask'],
    [{ state: 'sent' }, 'miss_receipt'],
    [{ state: 'sent', bundled: true }, 'follow'],
    [{ state: 'sending', bundled: true }, 'follow'],
    [{ state: 'sent', channel: 'call' }, 'look'],
    [{ state: 'answered', channel: 'warm_transfer' }, 'look'],
    [{ state: 'canceled', channel: 'call', providerSid: 'CA1' }, 'hang_up'],
    [{ state: 'canceled', channel: 'sms', providerSid: 'SM1' }, 'nothing'],
    [{ state: 'delivered' }, 'nothing'],
  ] as const)('%j: %s', (changes, duty) => expect(dutyOf({ ...calm, ...changes })).toBe(duty));
});

describe('the ladder on screen', () => {
  const policy = defaultPolicy({
    warmTransferEnabled: true,
    warmTransferTimeoutSeconds: 25,
    smsOncallDelaySeconds: 0,
    autoDialDelaySeconds: 60,
    backupDelaySeconds: 600,
    ownerDelaySeconds: 1200,
  });
  const page = (contactName: string, state: AlertState = 'sent', errorCode: string | null = null): StepAlert => ({
    contactName,
    state,
    errorCode,
    sentAt: new Date('2026-02-13T03:22:01Z'),
    held: null,
  });
  const standing: LadderStanding = {
    policy,
    state: 'alerting',
    round: 1,
    nextStep: 3,
    startedAt: new Date('2026-02-13T03:22:00Z'),
    nextFireAt: new Date('2026-02-13T03:32:00Z'),
    paged: new Map([
      [0, page('Mike T.', 'failed', 'no_key')],
      [1, page('Mike T.', 'delivered')],
      [2, page('Mike T.', 'sent')],
    ]),
    nameOf: ({ kind }) => ({ on_call: 'Mike T.', owner: 'Dave' })[String(kind)] ?? null,
  };
  const states = (changes: Partial<LadderStanding>) =>
    ladderView({ ...standing, ...changes }).map((step) => step.state);

  it('shows what is done, under way and to come', () =>
    expect(states({})).toEqual(['done', 'done', 'current', 'waiting', 'waiting', 'waiting', 'waiting']));
  it('shows what an acceptance saved people from', () =>
    expect(states({ state: 'accepted' })).toEqual([
      'done',
      'done',
      'done',
      'canceled',
      'canceled',
      'canceled',
      'canceled',
    ]));
  it('shows a step that found nobody', () =>
    expect(states({ nextStep: 7, paged: new Map([...standing.paged, [5, page('Dave')], [6, page('Dave')]]) })).toEqual([
      'done',
      'done',
      'done',
      'skipped',
      'skipped',
      'current',
      'current',
    ]));
  it('names whose turn it is', () =>
    expect(ladderView(standing).map((step) => step.target)).toEqual([
      'Mike T.',
      'Mike T.',
      'Mike T.',
      'Nobody',
      'Nobody',
      'Dave',
      'Dave',
    ]));
  it('counts down to what is still to come, from the alarm that is really set', () =>
    expect(ladderView(standing).map((step) => step.firesAt?.toISOString().slice(11, 16) ?? null)).toEqual([
      ...[null, null, null, '03:32', '03:32', '03:42', '03:42'],
    ]));
  it('says why a page that waits does, and until when; of one that has gone out it is history', () => {
    const held = { most: 3, seconds: 900, until: '2026-02-13T03:37:00.000Z' };
    const shown = (state: AlertState) =>
      ladderView({ ...standing, paged: new Map([[2, { ...page('Mike T.', state), held }]]) })[2]?.delivery;
    expect(shown('pending')).toMatchObject({
      heldBecause: '3 calls in 15 minutes to Mike T.',
      heldUntil: new Date('2026-02-13T03:37:00Z'),
    });
    expect(shown('sent')).toMatchObject({ heldBecause: null, heldUntil: null });
  });
  it('shows how each page fared', () =>
    expect(ladderView(standing).map((step) => step.delivery?.errorCode ?? step.delivery?.state ?? null)).toEqual([
      ...['no_key', 'delivered', 'sent', null, null, null, null],
    ]));
});

describe('the timeline in words', () => {
  const row = (event: string, changes: Partial<TimelineEvent> = {}): TimelineEvent => ({
    event,
    data: {},
    actorName: 'Mike T.',
    alert: null,
    pagedNames: [],
    busyNames: [],
    ...changes,
  });
  const text = { contactName: 'Mike T.', channel: 'sms' } as const;
  const call = { contactName: 'Mike T.', channel: 'call' } as const;
  it.each([
    [row('incident.opened', { data: { openedBy: 'voice_agent' } }), 'Emergency opened by the voice agent'],
    [row('incident.step_fired', { pagedNames: ['Mike T.', 'Mike T.'] }), 'Paging Mike T.'],
    [row('incident.called_back', { actorName: 'Maria Lopez' }), 'Called back by Maria Lopez'],
    [row('incident.step_fired', { pagedNames: ['Dana'], busyNames: ['Mike T.'] }), 'Paging Dana. Busy: Mike T.'],
    [row('incident.step_fired'), 'Nobody to page at this step'],
    [row('incident.alert_sent', { alert: text }), 'Text sent to Mike T.'],
    [row('incident.alert_sent', { alert: call }), 'Ringing Mike T.'],
    [row('incident.alert_delivered', { alert: text }), 'Text to Mike T. delivered'],
    [row('incident.alert_failed', { alert: text, data: { code: '30034' } }), 'Text to Mike T. failed (30034)'],
    [row('incident.alert_failed', { alert: call, data: { code: 'no_key' } }), 'Mike T. picked up, but pressed no key'],
    [row('incident.declined'), 'Mike T. passed'],
    [row('incident.accepted', { data: { via: 'sms' } }), 'Mike T. accepted by text'],
    [row('incident.connected'), 'Caller connected to Mike T.'],
    [row('incident.unreached'), 'NOT REACHED: nobody answered'],
    [row('incident.resolved', { data: { jobValueCents: 185_000 } }), 'Resolved by Mike T., $1,850'],
    [row('incident.updated', { data: { fields: ['callerName', 'address'] } }), 'New details: caller name, address'],
    [row('incident.updated', { data: { reopened: 'silence' } }), 'Paging again: no word after the acceptance'],
    [row('incident.merged'), 'The caller called again'],
  ])('%#: %j', (event, sentence) => expect(timelineSentence(event)).toBe(sentence));
});
