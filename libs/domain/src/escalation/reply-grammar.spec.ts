import fc from 'fast-check';
import { parseReply, type ReplyMeaning } from './reply.js';

type Kind = ReplyMeaning['kind'];

/** Replies of one meaning, separated by bars. */
const GRAMMAR: [Kind, string][] = [
  [
    'accept',
    `voy|yo voy|si|sí|Sí|SI!|en camino|voy en camino|estoy en camino|ahorita voy|allá voy|ahí voy|claro que sí|lo tengo|yo me encargo|
    sí puedo|órale|ándale|va|sale|ok 👍|yes 👍🏽|👍 on my way|👍👍🏿|01|1 1|“1”|"1"|(1)|1)|option 1|press 1|reply 1|1 please|yes+|yesss|yeh|omwwww|
    okie dokie|10-4 boss|ETA 9:45|eta 10pm|be there by 9:45pm|driving now be there soon|it's mine`,
  ],
  [
    'pass',
    `no puedo|ahorita no|ahora no|hoy no|estoy borracho|no gracias|no estoy disponible|llama a Dana|¿quién es?|Wrong #|you have the wrong number|
    wrong phone|not mine|not my week|2 please|option 2|press 2|had a few|been drinking|I'm drunk|wife in labor|kid in surgery|have the flu|👎🏽|
    no can do|no signal here|negative ghost rider|pass to Dana|cannot|can NOT`,
  ],
  ['who', 'quién|quien|¿Quién?|WHO|who?|quien esta de guardia'],
  ['help', 'HELP|help|Info|ayuda'],
  ['opt_in', 'START|start|Unstop'],
  ['opt_out', 'STOP|Stop!|cancel|END|Quit.|revoke|parar'],
  ['key', '3|4|9|(3)|#4|9.'],
  [
    'not_reached',
    'left voicemail|left a voicemail|no answer, left vm|nobody answered|straight to voicemail|no contesta',
  ],
  ['reached', 'spoke to Jim|spoke w/ her|yes reached him|talked with the customer|y talked to him|called her'],
  ['here', 'ya estoy aquí|acá estoy|ya llegué|on site'],
  ['false_alarm', 'FALSE|no emergency|false alarm, nobody home|no es una emergencia'],
  ['no', 'nop|nel|no luck|N'],
  [
    'question',
    `address?|whats the address|¿Dónde?|cual es la direccion|who else got this|Can I call you later?|?|❓ ?`,
  ],
  [
    'unclear',
    `|.|!!|rcs|12|11|20|30|1/2|1 or 2|❤️|😂|‼️|l|zzz|asleep|Driving|later|I'll call you later|Sorry, I missed your call|call me|text me the address|
    I'm in a meeting. I'll call you back.|remind me in 10|phone dead|Dana has it|Dana is on call|Sal is going|in vegas|im in mexico|
    at the lake|at dinner|gate code|the address|need backup|need help|customer cancelled|they cancelled|not needed anymore|yes please stop|
    sí, pero mañana|no, voy|ok sorry was asleep|lol no|after 10|ni modo|give me an hour maybe|omg`,
  ],
  [
    'automatic',
    `Liked “[7K] EMERGENCY CALL - Metro…”|Liked “…”|Loved "x"|👍 to “[7K] EMERGENCY CALL”|👍🏽 to “1”|❤️ to “EMERGENCY”|‼️ to “EMERGENCY”|😂 to “x”|
    Reacted 😂 to “[7K]…”|Reacted with 👍 to “x”|Removed 👍 from “x”|Removed a heart from “x”|Emphasised “x”|Loved an image|Liked a message|
    Le ha gustado “x”|Le encantó “x”|Reaccionó con 👍 a “x”|A réagi par 👍 à “x”|Mike liked “EMERGENCY”|on it “[7K] EMERGENCY CALL”|> EMERGENCY CALL|
    I'm driving with Do Not Disturb turned on. I'll see your message when I get where I'm going.|Message Blocking is active.|
    Free Msg: Unable to send message - Message Blocking is active.|Your message has been received|Thanks for your text! We'll get back to you shortly.|
    Modo No molestar|Estoy conduciendo ahora`,
  ],
];

const rows = GRAMMAR.flatMap(([kind, said]) =>
  said.split(/\|\n?/).map((text) => [text.replace(/^ {4}/, ''), kind] as const),
);

describe('the reply grammar, tried on what phones really send (decision 6, reference/oncall 7.6)', () => {
  it('is tried on more than 120 replies here alone', () => expect(rows.length).toBeGreaterThan(180));

  it.each(rows)('A17/A20 "%s" is %s', (said, kind) => {
    expect(parseReply(said).kind).toBe(kind);
    expect(parseReply(` ${said} \n`).kind).toBe(kind);
    expect(parseReply(said.toUpperCase()).kind).toBe(kind);
  });

  it.each([
    ['eta 25', 25],
    ['ETA: 25', 25],
    ['eta25', 25],
    ['25 min', 25],
    ['45m', 45],
    ['be there in half an hour', 30],
    ['half an hour', 30],
    ['media hora', 30],
    ['20-30 min', 30],
    ['ETA 30-40', 40],
    ['1 hr 30 min', 90],
    ['an hour and a half', 90],
    ['hora y media', 90],
    ['couple hours', 120],
    ['On my way, 20 min', 20],
    ['omw eta 15', 15],
    ['yes eta 20', 20],
    ['1 eta 20', 20],
    ['ok 20 min', 20],
    ['can be there in 20', 20],
    ['20 minutes away', 20],
    ['estoy ahí en 15 minutos', 15],
  ])('"%s" promises %i minutes', (said, minutes) =>
    expect(parseReply(said)).toEqual({ kind: 'eta', minutes, code: null }),
  );

  it.each([
    ['done $1,850.50', 185_050],
    ['DONE1850', 185_000],
    ['done - $1850', 185_000],
    ['Done 1.5k', 150_000],
    ['done 2k', 200_000],
    ['all set 400', 40_000],
    ['job complete 350', 35_000],
    ['hecho 500 dolares', 50_000],
    ['done 0', 0],
    ['done 99999999999', null],
    ['ya terminé', null],
  ])('"%s" closes the job with %s cents', (said, jobValueCents) =>
    expect(parseReply(said)).toEqual({ kind: 'done', jobValueCents, code: null }),
  );

  it.each<[string, Kind]>([
    ['7K 1', 'accept'],
    ['7k1', 'accept'],
    ['7 K 1', 'accept'],
    ['17K', 'accept'],
    ['1 7K', 'accept'],
    ['1 7 K', 'accept'],
    ['7K-1', 'accept'],
    ['7K=1', 'accept'],
    ['7K/1', 'accept'],
    ['[7K] 1', 'accept'],
    ['{7K} 1', 'accept'],
    ['(7k)1', 'accept'],
    ['#7K #1', 'accept'],
    ['7 k', 'accept'],
    ['take 7K', 'accept'],
    ['I got 7K', 'accept'],
    ['code 7K', 'accept'],
    ['7K 👍', 'accept'],
    ['👍 7K', 'accept'],
    ['on it 7k', 'accept'],
    ['7K2', 'pass'],
    ['7 k 2', 'pass'],
    ['2 7K', 'pass'],
    ['7K 3', 'key'],
    ['7K ?', 'question'],
    ['7K who', 'who'],
    ['7K done $1,850.50', 'done'],
    ['7k eta 25', 'eta'],
    ['7K here', 'here'],
    ['7K stop', 'opt_out'],
    ['7K 12', 'unclear'],
  ])('A18 "%s" is about 7K and is %s', (said, kind) =>
    expect(parseReply(said, ['7K', '9P'])).toMatchObject({ code: '7K', kind }),
  );

  it.each(['70', 'K7 1', '70K', '7Kilo'])('"%s" names no open code', (said) =>
    expect(parseReply(said, ['7K', '9P']).code).toBeNull(),
  );

  const takes = new Set<Kind>(['accept', 'accept_all', 'ok', 'eta', 'here', 'reached', 'done']);

  it('A text without two words or a known word never accepts, whatever its signs', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'.,;:!?-_*/()<>~ 0568'), maxLength: 12 });
    fc.assert(fc.property(noise, (text) => expect(takes.has(parseReply(text).kind)).toBe(false)));
  });

  it('a refusal stays no acceptance whatever stands around it', () => {
    const no = fc.constantFrom(
      "can't",
      'no puedo',
      'wrong number',
      "I'm drunk",
      'not my week',
      'out of town',
      'ahorita no',
    );
    const around = fc.constantFrom(
      '',
      'sorry',
      'hey',
      'ok',
      'man',
      'tonight',
      'got it',
      'yes',
      'jim',
      '🙏',
      'lo siento',
    );
    fc.assert(
      fc.property(around, no, around, (before, refusal, after) => {
        const kind = parseReply(`${before} ${refusal} ${after}`).kind;
        expect(['pass', 'unclear', 'no', 'question']).toContain(kind);
      }),
    );
  });

  it('a hedge or a question mark never accepts in free text', () => {
    const words = fc.array(
      fc.constantFrom('i', 'can', 'go', 'call', 'her', 'the', 'house', 'water', 'yes', 'take', 'it'),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(words, fc.constantFrom('maybe', 'not sure', 'might'), (said, hedge) => {
        expect(takes.has(parseReply([...said, hedge].join(' ')).kind)).toBe(false);
        expect(takes.has(parseReply(`${said.join(' ')} now?`).kind)).toBe(false);
      }),
    );
  });

  it('any text at all is read without failing, with any codes', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(parseReply(text, ['7K', 'K7', 'HM'])).toHaveProperty('kind');
      }),
    ));
});
