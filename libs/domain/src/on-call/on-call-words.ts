import { safeWords } from '@domain/escalation/gsm7';
import type { SeatReason } from './layer-segments.js';
import { spokenTimeFrom } from './local-time.js';
import type { PagerLanguage, Said } from './pager-language.js';

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
export const putOnText = (businessName: string, stretch: Stretch): Said => ({
  en: `${safeWords(businessName)}: you're on call ${stretchWords(stretch)}.`,
  es: `${safeWords(businessName)}: te toca guardia ${stretchWords(stretch, 'es')}.`,
});

/** To whoever is relieved. */
export const relievedText = (businessName: string, coverName: string, stretch: Stretch): Said => ({
  en: `${safeWords(businessName)}: ${safeWords(coverName)} has the pager ${stretchWords(stretch)}. You're off.`,
  es: `${safeWords(businessName)}: ${safeWords(coverName)} tiene la guardia ${stretchWords(stretch, 'es')}. No te toca.`,
});

/** To whoever was put on call and isn't any more. */
export const takenOffText = (businessName: string, stretch: Stretch): Said => ({
  en: `${safeWords(businessName)}: changed - you're not on call ${stretchWords(stretch)} after all.`,
  es: `${safeWords(businessName)}: hubo un cambio - ya no te toca guardia ${stretchWords(stretch, 'es')}.`,
});

/** To the next of the rotation, when somebody takes time off. */
export const standInText = (businessName: string, absentName: string, stretch: Stretch): Said => ({
  en: `${safeWords(businessName)}: ${safeWords(absentName)} is away. You stand in on call ${stretchWords(stretch)}.`,
  es: `${safeWords(businessName)}: ${safeWords(absentName)} no puede. Te toca su guardia ${stretchWords(stretch, 'es')}.`,
});

/** To the next in line, when the notice of a shift was not confirmed. */
export const unconfirmedText = (businessName: string, absentName: string, stretch: Stretch): Said => ({
  en: `${safeWords(businessName)}: ${safeWords(absentName)} has not confirmed being on call ${stretchWords(stretch)}. You're next: keep your phone at hand.`,
  es: `${safeWords(businessName)}: ${safeWords(absentName)} no ha confirmado su guardia ${stretchWords(stretch, 'es')}. Sigues en la lista: ten tu telefono a la mano.`,
});

/** To whoever was told that, when the answer comes after all. */
export const confirmedAfterAllText = (businessName: string, name: string): Said => ({
  en: `${safeWords(businessName)}: ${safeWords(name)} has confirmed the shift after all.`,
  es: `${safeWords(businessName)}: ${safeWords(name)} ya confirmo su guardia.`,
});

/** A quarter of an hour before a shift begins. */
export function handOffText(businessName: string, stretch: Stretch): Said {
  const [start, end] = endsOf(stretch);
  const [inicio, fin] = endsOf(stretch, 'es').map(safeWords);
  return {
    en: `${safeWords(businessName)}: you're on call from ${start} until ${end}. Reply 1: got it.`,
    es: `${safeWords(businessName)}: te toca guardia de ${inicio} a ${fin}. Contesta 1: lo tengo.`,
  };
}
