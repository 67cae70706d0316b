import { SAFETY_LINES } from '@domain/persona/safety-lines';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

describe('A technician who is written to and called in Spanish (issue 4)', () => {
  let app: TestApp;
  let account: SeededAccount;
  let night: LadderWorld;
  const AREAS = '312 303 404 206 512 602 615 704 813 916 214 317'.split(' ');

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.everything(`delete from routing.alarms`);
    await app.clock.set('2026-02-13T03:22:00Z');
    account = await seedAccount(app.db, { area: AREAS.shift() ?? '312' });
    night = new LadderWorld(app, account);
    await app.db.everything(`update contacts set language = 'es' where phone = $1`, [account.mike]);
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
  });

  const paged = async (changes = {}): Promise<string> => {
    const { incidentId } = await night.emergency(changes);
    await app.settle();
    return incidentId;
  };
  const last = (phone: string): string => night.textsTo(phone).at(-1) ?? '';
  const picksUp = async (phone: string): Promise<string> => {
    const { sid, answerUrl } = night.legTo(phone);
    const path = answerUrl.slice(answerUrl.indexOf('/api/twilio/') + '/api/twilio/'.length);
    return (await app.twilio(path, { CallSid: sid, CallStatus: 'in-progress', To: phone }).expect(200)).text;
  };

  it('reads the alert in Spanish, takes it with the same key, and hears what is next; others keep their English', async () => {
    await paged({ safetyLine: SAFETY_LINES.WATER.english });
    expect(last(account.mike)).toMatch(/^\[\w\w\] EMERGENCIA - Metro Plumbing\nCliente: Jim Kowalski\n/);
    expect(last(account.mike)).toMatch(/\nSe le dijo: Llave principal del agua\n[^]*\n1=La tomo 2=Paso$/);
    await app.pass(700, 50);
    expect(night.textsTo(account.dana)[0]).toMatch(/EMERGENCY CALL[^]*Told: Main water shutoff[^]*1=Take it 2=Pass$/);
    await night.replies(account.mike, 'ETA 25');
    expect(last(account.mike)).toMatch(
      /^Es tuya\. Cliente: Jim Kowalski al [^]*ETA 25 min, anotado\. Escribe HERE al llegar y luego DONE 1850\.$/,
    );
    expect(last(account.dana)).toMatch(/Mike T\. took it at 9:33 PM\. You can stand down\.$/);
  });

  it('is answered in Spanish whatever it was: a pass, a question nobody can read, HELP, WHO, and a text when nothing is open', async () => {
    const id = await paged();
    await night.replies(account.mike, 'hmm');
    expect(last(account.mike)).toMatch(/Seguimos avisando\. Contesta 1 para tomarla, 2 para pasar\./);
    expect(await night.replies(account.mike, 'WHO')).toContain('De guardia: Mike T., suplente Dana, responsable Dave.');
    expect(await night.replies(account.mike, 'HELP')).toContain('alertas fuera de horario');
    await night.replies(account.mike, '2');
    expect(last(account.mike)).toMatch(/De acuerdo, pasada\./);
    await night.replies(account.dana, '1');
    await night.replies(account.dana, 'DONE 900');
    expect((await night.incident(id)).state).toBe('resolved');
    expect(await night.replies(account.mike, '1')).toMatch(/Ya se resolvio \(9:22 PM\)\. No tienes que hacer nada/);
  });

  it('"Did you reach …?" is asked in Spanish and answered with "si"; silence is told in Spanish too', async () => {
    const id = await paged();
    await night.replies(account.mike, 'voy');
    await app.pass(16 * 60, 60);
    expect(last(account.mike)).toMatch(/¿Hablaste con Jim Kowalski al .*\? Contesta SI o NO$/);
    await night.replies(account.mike, 'sí');
    expect(await night.incident(id)).toMatchObject({ state: 'contacted', watchdog_at: null });

    const second = await paged({ callerPhone: '+13125550416' });
    await night.replies(account.mike, 'voy');
    await app.pass(21 * 60, 60);
    expect(night.textsTo(account.mike).join('\n')).toMatch(/No supimos de ti: avisamos otra vez/);
    expect((await night.incident(second)).state).toBe('alerting');
  });

  it('hears a Spanish voice, and the caller’s own English words in an English one', async () => {
    await paged();
    const twiml = await picksUp(account.mike);
    expect(twiml).toContain(
      '<Say language="es-MX">Llamada de emergencia para Metro Plumbing. Jim Kowalski.</Say><Say>Burst pipe to water heater, basement flooding.</Say><Say language="es-MX">En 218 Oak Lane.</Say>',
    );
    expect(twiml).toContain('<Say language="es-MX">Oprime uno para tomar la llamada ahora.');
    expect(await night.presses(account.mike, '2')).toContain('<Say language="es-MX">Es tuya.');
  });

  it('a drill says SIMULACRO in every text and in every line of the call', async () => {
    const { token } = await signInAs(app, account, 'owner');
    const path = `/api/v1/accounts/${account.accountId}/drills`;
    await app.api().post(path).auth(token, { type: 'bearer' }).expect(201);
    await app.settle();
    expect(last(account.mike)).toMatch(/^\[\w\w\] SIMULACRO, no es real\. EMERGENCIA - [^]*Problema: Ensayo de las alertas\n/);
    expect(await picksUp(account.mike)).toContain(
      '<Say language="es-MX">Esto es un simulacro, no una emergencia real.',
    );
    await night.replies(account.mike, '1');
    expect(last(account.mike)).toMatch(/SIMULACRO, no es real\. Gracias, contestaste a los \d+ s\./);
  });
});
