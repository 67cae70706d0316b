import { deskAskedWords } from '@domain/call/desk-hears';
import { deskTwiml } from './desk-twiml.js';

const actions = { connect: 'https://n.example/c', dialled: 'https://n.example/d', customer: 'https://n.example/p' };

describe('the phone of the office', () => {
  it('is asked for a key twice, and hangs up without one: no customer meets a mailbox', () => {
    const words = deskAskedWords('Jim Kowalski');
    const twiml = deskTwiml({ kind: 'ask', words }, actions);
    expect(twiml.match(/Your call to Jim Kowalski\. Press 1 to be connected\./g)).toHaveLength(2);
    expect(twiml).toMatch(/<Gather[^>]*action="https:\/\/n\.example\/c"/);
    expect(twiml).toMatch(/<\/Gather><Hangup\/>/);
  });

  it('is connected with the customer under the number of the business, and the end is told', () => {
    const twiml = deskTwiml({ kind: 'dial', number: '+13125550141', callerId: '+13125550100' }, actions);
    expect(twiml).toMatch(/<Dial callerId="\+13125550100" action="https:\/\/n\.example\/d"[^>]*>/);
    expect(twiml).toMatch(
      /<Number statusCallback="https:\/\/n\.example\/p" statusCallbackEvent="completed"[^>]*>\+13125550141<\/Number>/,
    );
  });

  it('hears a sentence when it is over', () => {
    expect(deskTwiml({ kind: 'goodbye', words: 'Over.' }, actions)).toContain('<Say>Over.</Say><Hangup/>');
    expect(deskTwiml({ kind: 'hang_up' }, actions)).toContain('<Response><Hangup/></Response>');
  });
});
