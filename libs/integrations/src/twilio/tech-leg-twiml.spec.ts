import type { LegScript } from '@domain/escalation/leg-script';
import { messageTwiml } from './message-twiml.js';
import { techLegTwiml } from './tech-leg-twiml.js';

const actions = {
  key: 'https://night.example/api/twilio/legs/key?account=a&alert=b',
  ring: 'https://night.example/api/twilio/legs/ring?account=a&alert=b',
};
const en = (words: string) => ({ words, language: 'en' as const });
const render = (script: LegScript) =>
  techLegTwiml(script, actions).replace('<?xml version="1.0" encoding="UTF-8"?>', '');

describe("what a technician's phone hears", () => {
  it('says who and what twice, waits for one key, and hangs up without one: voicemail never counts (decision 5)', () => {
    const twiml = render({ kind: 'page', words: [en('Emergency call for Smith & Sons.')], keys: en('Press 1.') });
    expect(twiml).toMatch(
      /^<Response><Gather numDigits="1" timeout="8" action="[^"]+key\?account=a&amp;alert=b" method="POST">/,
    );
    expect(twiml.match(/Emergency call for Smith &amp; Sons\./g)).toHaveLength(2);
    expect(twiml).toMatch(/<\/Gather><Hangup\/><\/Response>$/);
  });

  it('is spoken to in Spanish by a Spanish voice, and hears an English sentence in an English one', () => {
    const es = (words: string) => ({ words, language: 'es' as const });
    const twiml = render({ kind: 'page', words: [es('Llamada.'), en('Burst pipe.')], keys: es('Oprime uno.') });
    expect(twiml).toContain(
      '<Say language="es-MX">Llamada.</Say><Say>Burst pipe.</Say><Say language="es-MX">Oprime uno.</Say><Pause',
    );
  });

  it('joins the conference that either side ends by hanging up', () => {
    expect(render({ kind: 'join', words: en('Connecting you.'), room: 'incident-1' })).toBe(
      '<Response><Say>Connecting you.</Say><Dial timeLimit="3600"><Conference beep="false" startConferenceOnEnter="true" endConferenceOnExit="true">incident-1</Conference></Dial></Response>',
    );
  });

  it('offers to ring a caller who has hung up, and dials them from the business number', () => {
    expect(render({ kind: 'offer_call', words: en('Press 1.') })).toMatch(
      /action="[^"]+ring\?account=a[^]*<\/Gather><Hangup\/>/,
    );
    expect(render({ kind: 'dial', number: '+13125550415', callerId: '+13125550100' })).toBe(
      '<Response><Dial callerId="+13125550100" timeLimit="3600"><Number>+13125550415</Number></Dial></Response>',
    );
  });

  it('offers a menu to a tech who rings the line, and takes whoever presses no key for a caller', () => {
    const otherwise = 'https://night.example/api/twilio/legs/back-as-caller';
    expect(techLegTwiml({ kind: 'menu', words: [en('Press 1.')] }, { ...actions, otherwise })).toMatch(
      /<Gather numDigits="1"[^>]+key\?account=a[^]+Press 1\.<\/Say><\/Gather><Redirect method="POST">[^<]+back-as-caller<\/Redirect><Hangup\/>/,
    );
  });

  it('says goodbye, or nothing at all', () => {
    expect(render({ kind: 'goodbye', words: en('Dana already has it.') })).toBe(
      '<Response><Say>Dana already has it.</Say><Hangup/></Response>',
    );
    expect(render({ kind: 'hang_up' })).toBe('<Response><Hangup/></Response>');
  });
});

describe('the answer to a text', () => {
  it('is one message or none', () => {
    expect(messageTwiml('On call: Mike & Dana.')).toContain(
      '<Response><Message>On call: Mike &amp; Dana.</Message></Response>',
    );
    expect(messageTwiml(null)).toContain('<Response/>');
  });
});
