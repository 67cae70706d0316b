/** What a person dials on the business's own phone, `{number}` being the ten digits of the line. */
export interface ForwardingCodes {
  carrier: string;
  label: string;
  /** Calls that are not answered. Null: not offered by code. */
  noAnswer: string | null;
  busy: string | null;
  /** Every call, at once. */
  all: string | null;
  /** Stops the forwarding of unanswered calls. */
  stop: string;
  note: string | null;
}

/**
 * The carriers' published star codes in the US. Cable and VoIP carriers change theirs, so the live check decides, not
 * this table (issue 5, item 2; reference market-and-ux 3.3).
 */
export const FORWARDING_CODES: readonly ForwardingCodes[] = [
  {
    carrier: 'att',
    label: 'AT&T Wireless',
    noAnswer: '*61*1{number}#',
    busy: '*67*1{number}#',
    all: '*21*1{number}#',
    stop: '##61#',
    note: null,
  },
  {
    carrier: 'att-landline',
    label: 'AT&T landline',
    noAnswer: '*92{number}',
    busy: '*90{number}',
    all: '*72{number}',
    stop: '*93',
    note: 'Wait for the second tone before the number, and hang up after the confirmation tone.',
  },
  {
    carrier: 'verizon',
    label: 'Verizon Wireless',
    noAnswer: '*71{number}',
    busy: '*71{number}',
    all: '*72{number}',
    stop: '*73',
    note: 'One code forwards both busy and unanswered calls.',
  },
  {
    carrier: 't-mobile',
    label: 'T-Mobile',
    noAnswer: '**61*1{number}#',
    busy: '**67*1{number}#',
    all: '**21*1{number}#',
    stop: '##61#',
    note: null,
  },
  {
    carrier: 'comcast',
    label: 'Comcast Business / Xfinity Voice',
    noAnswer: '*92{number}',
    busy: '*90{number}',
    all: '*72{number}',
    stop: '*93',
    note: 'Comcast Business also has the setting in its web portal.',
  },
  {
    carrier: 'spectrum',
    label: 'Spectrum Voice',
    noAnswer: '*92{number}',
    busy: '*90{number}',
    all: '*72{number}',
    stop: '*93',
    note: null,
  },
  {
    carrier: 'landline',
    label: 'Other landline',
    noAnswer: '*92{number}',
    busy: '*90{number}',
    all: '*72{number}',
    stop: '*73',
    note: 'If the code is refused, ask the carrier for "call forwarding, no answer".',
  },
  {
    carrier: 'pbx',
    label: 'Office phone system or VoIP',
    noAnswer: null,
    busy: null,
    all: null,
    stop: 'the same setting',
    note: 'Set "forward when unanswered" to the line in the phone system itself.',
  },
];

/** A code ready to dial, for a North American line in E.164. */
export const dialled = (code: string | null, line: string): string | null =>
  code?.replace('{number}', line.replace(/^\+1/, '')) ?? null;

/** How long the live check waits for its own call to come in at the line. */
export const FORWARDING_CHECK_SECONDS = 60;
