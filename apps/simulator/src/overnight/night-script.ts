import { DEMO_NUMBERS } from './demo-numbers.js';

/** What a caller has to say, by what they are asked. */
export interface CallerLines {
  need: string;
  name?: string;
  address?: string;
  number?: string;
  /** Answers to "tell me more" and "anything else", in order; after the last one the caller is done. */
  more: string[];
  done: string;
}

export type NightStep =
  | { kind: 'call'; day: 0 | 1 | 2; time: string; title: string; from: string; to: string; lines: CallerLines }
  | { kind: 'text'; day: 0 | 1 | 2; time: string; title: string; from: string; body: string }
  | { kind: 'digest'; day: 0 | 1 | 2; time: string; title: string };

export interface Night {
  zone: string;
  /** Text by which the account's Slack webhook is known, as the demo data has it. */
  slackChannel: string;
  steps: NightStep[];
}

const { metro, callers, staff } = DEMO_NUMBERS;

/**
 * PRD §13, a Thursday at Metro Plumbing, in the words of its transcripts. Mike's texts after "on it" are how the PRD's
 * "dispatched", "arrives" and "$1,850" reach the system.
 */
export const PRD_NIGHT: Night = {
  zone: metro.zone,
  slackChannel: 'T0METRO00',
  steps: [
    {
      kind: 'call',
      day: 0,
      time: '19:45:00',
      title: 'Sarah Chen wants a quote',
      from: callers.sarah.phone,
      to: metro.line,
      lines: {
        need: "Hi. I'm looking to get a quote on replacing my water heater. It's a 40-gallon gas one, about 12 years old.",
        name: 'Sarah Chen.',
        address: '1447 Birch Street.',
        number: "You've got it. The one I'm calling from.",
        more: ["It's still working, just starting to make some noise. Figure it's time before it goes."],
        done: "Nope, that's it. Thanks.",
      },
    },
    {
      kind: 'call',
      day: 0,
      time: '20:30:00',
      title: 'Doug Patterson wants his furnace serviced',
      from: callers.doug.phone,
      to: metro.line,
      lines: {
        need: "Hey, I need to get my furnace serviced. I'm a new homeowner, just moved in, and I have no idea when this thing was last looked at.",
        name: 'Doug Patterson.',
        address: '922 Maple Drive.',
        number: "Yeah, this one's fine.",
        more: ["No issues. It's working fine. Just want someone to look at it since I don't know the history."],
        done: "That's it. Thanks.",
      },
    },
    {
      kind: 'call',
      day: 0,
      time: '21:22:00',
      title: 'Jim Kowalski has a burst pipe',
      from: callers.jim.phone,
      to: metro.line,
      lines: {
        need: "Yeah, uh, I've got water spraying out of a pipe in my basement. It's everywhere. I don't know what to do.",
        name: 'Jim Kowalski.',
        address: '218 Oak Lane.',
        number: "Yeah, that's right.",
        more: ["It's the pipe going to the water heater. The whole basement is soaked."],
        done: "No, that's everything. Thanks.",
      },
    },
    { kind: 'text', day: 0, time: '21:24:15', title: 'Mike accepts', from: staff.mike.phone, body: 'on it' },
    {
      kind: 'text',
      day: 0,
      time: '21:27:00',
      title: 'Mike has rung Jim and drives',
      from: staff.mike.phone,
      body: 'ETA 48',
    },
    { kind: 'text', day: 0, time: '22:15:00', title: 'Mike arrives', from: staff.mike.phone, body: 'HERE' },
    { kind: 'text', day: 0, time: '23:10:00', title: 'Mike is done', from: staff.mike.phone, body: 'DONE 1850' },
    { kind: 'digest', day: 1, time: '06:00:00', title: 'Morning digest' },
    {
      kind: 'call',
      day: 1,
      time: '06:10:00',
      title: 'Peak Performance Marketing pitches',
      from: callers.sandra.phone,
      to: metro.line,
      lines: {
        need: "Hi there! I'm Sandra from Peak Performance Marketing. We help plumbing companies like yours get to the top of Google with our proven ads package.",
        more: [],
        done: 'OK, bye.',
      },
    },
    {
      kind: 'digest',
      day: 2,
      time: '06:00:00',
      title: 'The next digest, with the spam call that came after the first',
    },
  ],
};

/** Phones that behave differently from "somebody answers by hand" that night: Mike is under a sink and hears nothing. */
export const PHONES_THAT_NIGHT = [{ phone: staff.mike.phone, behaviour: { kind: 'no-answer' } }] as const;
