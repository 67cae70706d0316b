import { parseReply, type ReplyMeaning } from './reply.js';

type Row = [said: string, meaning: ReplyMeaning['kind']];

const ACCEPTS = `1|1.|1!| 1 |Yes|YES!|yep|Yeah|yup|y|sure|got it|Got it.|GOT IT|gotcha on my way|on it|On it!|on my way|omw|OMW!|
  calling now|Calling him now|calling them back|will call|I'll call her|I'll take it|ill take it|I got this|i can take it|taking it|mine|
  heading out|headed there now|leaving now|en route|roger|copy that|10-4|will do|np|accepted|ack|yes sir|
  No problem, on my way|no worries, got it|not a problem, heading over|ya voy|voy|Voy para allá|en camino|sí|si|Sí, voy|claro|lo tomo|dale|
  👍|👍🏽|👍👍|👌|✅|🫡|just got up getting dressed|truck is warming up|be right there|putting my boots on|on my way\n\nSent from my iPhone|
  Rolling|responding|understood|yessir|take it|I have it|ok on my way|okay calling them|all good heading out|1️⃣|no hay problema, voy`;
const PASSES = `2|2.|two|can I call in the morning|no thanks|nope sorry|nah man|No, sorry|I don't work there anymore|don't think so|fuck off|my truck broke down|no sé|pass|PASS|Pass.|I pass|can't|cant|Can’t|I can't tonight|cannot make it|can not|unable to|wrong number|Wrong number, sorry|
  who is this|Who is this?|who dis|who's this?|not me|not tonight|I'm off tonight|im sick|I'm busy|busy|out of town|on vacation|someone else|
  call Dave|try Sal|send the other guy Tom, I'm drunk|ask Dana|tomorrow|first thing in the morning|leave me alone|stop texting me|i quit|
  no way|won't make it|not available|no puedo|No puedo ahora|no estoy|estoy ocupado|numero equivocado|¿Quién es?|paso|no voy|👎|🙅‍♂️|❌|
  Sorry, I can't talk right now.|I'm not on call|not working today|in the hospital`;
const UNCLEAR = `|.|5|42|hmm|uh|lol|maybe|not sure|let me check|hold on|one sec|give me 5|later|asdf|x|idk|in a meeting|maybe I can take it|this is his wife, he's asleep|No, I got it|good night|might go|depends|half asleep|
  I can't talk but I'm on my way|I'll take it but can't be there before 10|tal vez|espera|🤔|😴|test`;
const QUESTIONS = `?!|what|which house?|who the hell is texting me|what's the address?|where is it?|Where is this|how bad|is it a burst pipe?|on my way, what's the gate code?|which house?|
  did they shut the water off|is this a test?|Mike?|¿dónde es?|donde es|do I need parts|why`;
const AUTOMATIC = `Liked “[7K] EMERGENCY CALL - Metro”|Loved "EMERGENCY"|Emphasized “EMERGENCY CALL”|Laughed at “EMERGENCY”|Disliked “EMERGENCY”|
  Questioned “EMERGENCY CALL”|Removed a like from “EMERGENCY”|Reacted 👍 to “EMERGENCY CALL”|👍 to “EMERGENCY CALL”|Le gustó “EMERGENCY”|
  I'm driving with Do Not Disturb While Driving turned on. I'll see your message when I get where I'm going.|
  I’m not receiving notifications. If this is urgent, reply “urgent” to send a notification through with your original message.|
  Auto-reply: I am away|This is an automated message|Automatic reply: out of office until Monday|Thank you for contacting Mike's Plumbing!|
  This mailbox is not monitored`;
const OPT_OUTS = 'STOP|stop|Stop.|STOPALL|stop all|unsubscribe|CANCEL|end|quit|opt-out|OPTOUT|revoke';

const rows = (text: string, kind: ReplyMeaning['kind']): Row[] =>
  text.split(/\|\n?/).map((said) => [said.replace(/^ {2}/, ''), kind]);

const TABLE: Row[] = [
  ...rows(ACCEPTS, 'accept'),
  ...rows(PASSES, 'pass'),
  ...rows(UNCLEAR, 'unclear'),
  ...rows(QUESTIONS, 'question'),
  ...rows(AUTOMATIC, 'automatic'),
  ...rows(OPT_OUTS, 'opt_out'),
  ...rows('start|UNSTOP', 'opt_in'),
  ...rows('ok|OK|Okay|k|Ok!|confirm', 'ok'),
  ...rows('n|no|No.|nope|nah|not yet|no answer|todavía no', 'no'),
  ...rows("here|Here!|on site|onsite|arrived|I'm here|ya llegué", 'here'),
  ...rows('false|FALSE|false alarm|not an emergency|falsa alarma', 'false_alarm'),
  ...rows("who|WHO?|who is on call|who's on call?|roster", 'who'),
  ...rows('all|both|ALL 1|take both', 'accept_all'),
  ...rows('just spoke to her|talked to the customer|called him back|got ahold of them', 'reached'),
];

describe('the reply grammar (decision 6, PRD section 7 "Acknowledgment")', () => {
  it('is tried on at least 120 replies', () => expect(TABLE.length).toBeGreaterThanOrEqual(240));

  it.each(TABLE)('"%s" is %s', (said, meaning) => {
    expect(parseReply(said)).toEqual({ kind: meaning, code: null });
  });

  it.each([
    ['ETA 25', 25],
    ['eta 25 min', 25],
    ['25 min', 25],
    ['25 minutes out', 25],
    ['be there in 20', 20],
    ["I'll be there in 40 minutes", 40],
    ['eta 1h', 60],
    ['an hour', 60],
    ['1.5 hours', 90],
    ['llego en 15 minutos', 15],
  ])('"%s" accepts with an ETA of %i minutes', (said, minutes) => {
    expect(parseReply(said)).toEqual({ kind: 'eta', minutes, code: null });
  });

  it.each([
    ['DONE 1850', 185_000],
    ['done $1,850.50', 185_050],
    ['Done', null],
    ['finished 900 dollars', 90_000],
    ['terminado', null],
  ])('"%s" closes the job with %s cents', (said, jobValueCents) => {
    expect(parseReply(said)).toEqual({ kind: 'done', jobValueCents, code: null });
  });

  it.each([
    ['7K 1', '7K', 'accept'],
    ['7k', '7K', 'accept'],
    ['[7K] yes', '7K', 'accept'],
    ['#7K 2', '7K', 'pass'],
    ['7K1', '7K', 'accept'],
    ['1 7K', '7K', 'accept'],
    ['7k: on my way', '7K', 'accept'],
    ['9P done 400', '9P', 'done'],
    ['here 9p', '9P', 'here'],
    ["7K can't", '7K', 'pass'],
    ['7k eta 25', '7K', 'eta'],
    ['7K what address?', '7K', 'question'],
  ])('"%s" is about %s and means %s', (said, code, kind) => {
    expect(parseReply(said, ['7K', '9P'])).toMatchObject({ code, kind });
  });

  it('takes "be there at 7p" for a time of day unless 7P is open', () => {
    expect(parseReply('be there at 7p')).toEqual({ kind: 'accept', code: null });
  });

  it('names a code nobody has open, so that an answer to an old text changes nothing', () => {
    expect(parseReply('4H 1', ['7K'])).toEqual({ kind: 'accept', code: '4H' });
  });
});
