import type { CallerLines } from './night-script.js';

type Asked = 'need' | 'name' | 'address' | 'number' | 'urgency' | 'more';

const ASKED_FOR: [Asked, RegExp][] = [
  ['name', /\byour (?:full )?name\b|who am i speaking/i],
  ['address', /\baddress\b|where (?:do you need|are you located|is the)/i],
  ['number', /\bnumber\b|\breach you\b/i],
  ['urgency', /attention tonight|wait until/i],
  ['need', /how (?:can|may) i help|what can i do for you/i],
];

/** A caller who answers what is asked, in whatever order the agent asks it. */
export class Caller {
  private told = false;
  private readonly more: string[];

  constructor(private readonly lines: CallerLines) {
    this.more = [...lines.more];
  }

  /** @returns undefined when what was heard wants no answer: no question in it. */
  answer(heard: string): string | undefined {
    const question = lastQuestion(heard);
    return question === undefined ? undefined : this.answerTo(askedFor(question));
  }

  private answerTo(asked: Asked): string {
    if (!this.told || asked === 'need') {
      this.told = true;
      return this.lines.need;
    }
    if (asked === 'urgency') return 'It can wait until the morning.';
    if (asked === 'more') return this.more.shift() ?? this.lines.done;
    return this.lines[asked] ?? this.lines.done;
  }
}

function lastQuestion(heard: string): string | undefined {
  return heard.match(/[^.!?]*\?/g)?.at(-1);
}

function askedFor(question: string): Asked {
  return ASKED_FOR.find(([, words]) => words.test(question))?.[0] ?? 'more';
}
