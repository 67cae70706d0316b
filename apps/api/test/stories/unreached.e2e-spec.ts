import { CHICAGO, DANA, DAVE, METRO_LINE, MIKE, Stage } from './stage.js';

const OWNER = 'dave@metroplumbing.example';
const STRANGER = 'rosa@apexair.example';
const BURST = "I've got water spraying out of a pipe in my basement";

describe('An emergency that reaches nobody is mailed to those who can still do something (decision 4)', () => {
  const stage = new Stage();
  let agency: string;
  let lastCaller = 800;
  let number: string;

  beforeAll(async () => {
    await stage.open();
    const [admin] = await stage.database.everything<{ email: string }>(
      `select u.email from identity.users u join routing.memberships m on m.user_id = u.id where m.role = 'agency_admin' limit 1`,
    );
    agency = admin?.email ?? '';
  });
  beforeEach(async () => {
    await stage.opensAt('21:22');
    for (const phone of [MIKE, DANA, DAVE]) await stage.tech(phone).behaves('no-answer');
    number = `+13125550${(lastCaller += 1)}`;
  });
  afterAll(() => stage.close());

  const unreached = async (): Promise<void> => {
    const jim = await stage.caller(number).tells(METRO_LINE, BURST);
    await jim.answersQuestions();
    await stage.passes({ minutes: 62 });
    expect((await stage.metro.incidentOf(number)).state).toBe('unreached');
  };
  const letterTo = (address: string) =>
    stage.eventually(async () => {
      await stage.hurryJobs();
      return (await stage.mailsTo(address)).at(0);
    }, `${address} got a mail`);

  it('owner and agency each get one letter, in the letter box of the mail server, with a link and no word of the caller', async () => {
    await unreached();
    const letters = [await letterTo(OWNER), await letterTo(agency)];
    const { id } = await stage.metro.incidentOf(number);
    for (const letter of letters) {
      expect(letter.subject).toBe('NOT REACHED: an emergency at Metro Plumbing');
      expect(letter.text).toContain('An emergency reported to Metro Plumbing at 9:22 PM has reached nobody');
      expect(letter.links).toEqual([
        expect.stringMatching(new RegExp(`/a/${stage.metro.accountId}/emergencies/${id}$`)),
      ]);
      expect(letter.text).not.toMatch(/Kowalski|Oak Lane|pipe|555/);
    }
    await stage.jobsAreDone();
    await stage.passes({ minutes: 30 });
    expect([await stage.mailsTo(OWNER), await stage.mailsTo(agency)].map(({ length }) => length)).toEqual([1, 1]);
    expect(await stage.mailsTo(STRANGER)).toEqual([]);
  });

  it('a mail server that is busy for a while gets it again until it takes it, and it arrives once', async () => {
    await stage.fault({ scope: 'mail.smtp', kind: 'http500-before', count: 5 });
    await unreached();
    await letterTo(OWNER);
    await letterTo(agency);
    await stage.jobsAreDone();
    expect([await stage.mailsTo(OWNER), await stage.mailsTo(agency)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('it can still be taken, and is then told as taken in the morning', async () => {
    await unreached();
    await letterTo(OWNER);
    await stage.tech(DAVE).replies('1');
    expect(await stage.metro.incidentOf(number)).toMatchObject({ state: 'accepted', acceptedName: 'Dave M.' });
    await stage.passes({ minutes: 16 });
    await stage.tech(DAVE).replies('Y');
    await stage.night.until('06:30', CHICAGO);
    const mine = `(312) 555-0${lastCaller}`;
    const digest = await stage.eventually(
      async () => (await stage.slackOf('metro')).find((post) => post.includes(mine)),
      'the digest that tells of this caller reached Slack',
    );
    expect(digest).toContain('On-call (Dave M.) acknowledged at');
    expect(digest).not.toContain('NOT REACHED');
  });
});
