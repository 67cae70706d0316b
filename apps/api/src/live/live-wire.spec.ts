import { cursorOf, eventFrame } from './live-wire.js';

describe('the wire of the live stream', () => {
  it('one entry is one event whose id leads back to it', () => {
    const frame = eventFrame({
      xid: '900719925474099312',
      seq: '17',
      event: 'incident.accepted',
      subjectId: 'i-1',
      callId: null,
      at: new Date('2026-02-13T03:24:15Z'),
      data: { via: 'sms\nevent: forged' },
    });
    expect(frame).toBe(
      'id: 900719925474099312-17\nevent: journal\n' +
        'data: {"event":"incident.accepted","subjectId":"i-1","callId":null,"at":"2026-02-13T03:24:15.000Z","data":{"via":"sms\\nevent: forged"}}\n\n',
    );
    expect(cursorOf('900719925474099312-17')).toEqual({ xid: '900719925474099312', seq: '17' });
  });

  it.each([undefined, '', '1', '1-2-3', '-1-2', "1'-2", '99999999999999999999-1'])(
    'a Last-Event-ID of %j is none of ours: the stream starts at the present',
    (id) => {
      expect(cursorOf(id)).toBeNull();
    },
  );
});
