import { safeWords } from '@domain/escalation/gsm7';
import type { SeatReason } from './layer-segments.js';
import { spokenTimeFrom } from './local-time.js';
import type { PagerLanguage } from './pager-language.js';

/** A while of somebody's being on call, in instants, and the zone people read clocks in. */
export interface Stretch {
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** Now, so that today's times need no weekday. */
  now: Date;
}

/** "5 PM-Fri 8 AM", "5 PM-vie 8 AM". */
export const stretchWords = (stretch: Stretch, language: PagerLanguage = 'en'): string =>
  safeWords(endsOf(stretch, language).join('-'));

/** The end is read after the start, so it names its day only where that is another. */
function endsOf({ startsAt, endsAt, timeZone, now }: Stretch, language: PagerLanguage = 'en'): [string, string] {
  const said = (from: Date, at: Date): string => spokenTimeFrom(from.getTime(), at.getTime(), { timeZone, language });
  return [said(now, startsAt), said(startsAt, endsAt)];
}

/** Why a name is in the calendar: "standing in for Mike (away)". */
export function reasonWords(reason: SeatReason, nameOf: (contactId: string) => string): string {
  switch (reason.kind) {
    case 'turn':
      return 'regular turn';
    case 'override':
      return 'took over';
    case 'stand_in':
      return `standing in for ${reason.forContactIds.map(nameOf).join(' and ')} (away)`;
  }
}

/** To whoever is put on call for a while. */
export const putOnText = (businessName: string, stretch: Stretch): string =>
  `${safeWords(businessName)}: you're on call ${stretchWords(stretch)}.`;

/** To whoever is relieved. */
export const relievedText = (businessName: string, coverName: string, stretch: Stretch): string =>
  `${safeWords(businessName)}: ${safeWords(coverName)} has the pager ${stretchWords(stretch)}. You're off.`;

/** To whoever was put on call and isn't any more. */
export const takenOffText = (businessName: string, stretch: Stretch): string =>
  `${safeWords(businessName)}: changed - you're not on call ${stretchWords(stretch)} after all.`;

/** To the next of the rotation, when somebody takes time off. */
export const standInText = (businessName: string, absentName: string, stretch: Stretch): string =>
  `${safeWords(businessName)}: ${safeWords(absentName)} is away. You stand in on call ${stretchWords(stretch)}.`;

/** To the next in line, when the notice of a shift was not confirmed. */
export const unconfirmedText = (businessName: string, absentName: string, stretch: Stretch): string =>
  `${safeWords(businessName)}: ${safeWords(absentName)} has not confirmed being on call ${stretchWords(stretch)}. You're next: keep your phone at hand.`;

/** To whoever was told that, when the answer comes after all. */
export const confirmedAfterAllText = (businessName: string, name: string): string =>
  `${safeWords(businessName)}: ${safeWords(name)} has confirmed the shift after all.`;

/** A quarter of an hour before a shift begins. */
export function handOffText(businessName: string, stretch: Stretch): string {
  const [start, end] = endsOf(stretch);
  return `${safeWords(businessName)}: you're on call from ${start} until ${end}. Reply 1: got it.`;
}
