import { METRO_LINE, MIKE, Stage } from './stage.js';

describe('The morning digest in Slack (PRD section 12, 29-30)', () => {
  const stage = new Stage();

  beforeAll(() => stage.open());
  afterAll(() => stage.close());

  async function emergency(number: string, name: string, need: string): Promise<void> {
    const mike = stage.tech(MIKE);
    const before = (await mike.texts()).length;
    const caller = await stage.caller(number).tells(METRO_LINE, need);
    await caller.answersQuestions({ name });
    await stage.passes({ seconds: 20 });
    expect((await mike.texts()).length).toBeGreaterThan(before);
    await mike.replies('on it');
    await stage.passes({ minutes: 2 });
    await mike.replies('HERE');
    await stage.passes({ minutes: 1 });
    await mike.replies('DONE 1850');
    await stage.passes({ minutes: 10 });
  }

  async function routine(number: string, name: string, need: string): Promise<void> {
    const caller = await stage.caller(number).tells(METRO_LINE, need);
    await caller.answersQuestions({ name });
    await stage.passes({ minutes: 10 });
  }

  it('scenario 30: a night without calls says so, once, to each contractor', async () => {
    await stage.opensAt('wed 17:00');
    await stage.jobsAreDone();
    await stage.opensAt('wed 17:30');
    await stage.night.until('06:30', 'America/Chicago');
    const posts = await stage.eventually(async () => {
      const seen = await stage.slackOf('metro');
      return seen.length > 0 && seen;
    }, 'the digest reached Slack');
    expect(posts).toEqual(['No overnight calls. All quiet.']);
  });

  it('scenario 29: two emergencies, two routine calls and a spam call, sorted and told at six', async () => {
    await stage.opensAt('thu 18:00');
    await stage.tech(MIKE).behaves('no-answer');
    await routine('+13125550701', 'Sarah Chen', 'Can I get a quote on a water heater?');
    await emergency('+13125550702', 'Jim Kowalski', 'Water is pouring through my ceiling');
    await routine('+13125550703', 'Doug Patterson', "My toilet's been running for 3 days");
    await emergency('+13125550704', 'Linda Morrison', 'I smell gas near my furnace');
    const spam = await stage
      .caller('+13125550705')
      .tells(METRO_LINE, "Hi, I'm calling from ABC Marketing about your Google Ads");
    await spam.hears(/not interested/);
    await stage.night.until('05:59', 'America/Chicago');
    expect(await stage.slackOf('metro')).toEqual([]);
    await stage.night.until('06:01', 'America/Chicago');
    const [text = ''] = await stage.eventually(async () => {
      const seen = await stage.slackOf('metro');
      return seen.length > 0 && seen;
    }, 'the digest reached Slack');
    expect(text).toMatch(/^OVERNIGHT CALL DIGEST - Fri/);
    expect(text).toMatch(/5 calls/);
    expect(text).toMatch(
      /EMERGENCIES \(2\) - Handled in real time.*ROUTINE - NEEDS CALLBACK \(2\).*SPAM \/ VENDOR \(1\)/s,
    );
    expect(text).toMatch(/Jim Kowalski.*On-call \(Mike T\.\) acknowledged at.*Linda Morrison.*acknowledged at/s);
    expect(text.indexOf('Linda Morrison')).toBeLessThan(text.indexOf('Sarah Chen'));
    expect(text.indexOf('Sarah Chen')).toBeLessThan(text.indexOf('Doug Patterson'));
    expect(text).not.toMatch(/ABC Marketing.*\n.*218 Oak/);
    await stage.night.until('06:45', 'America/Chicago');
    expect(await stage.slackOf('metro')).toHaveLength(1);
  });
});
