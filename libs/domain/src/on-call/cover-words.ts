import { safeWords } from '@domain/escalation/gsm7';
import { stretchWords, type Stretch } from './on-call-words.js';
import type { Said } from './pager-language.js';

/** To whoever wants off, while somebody is being asked. Nothing has changed yet, and the text says so. */
export const askingText = (coverName: string, stretch: Stretch): Said => ({
  en: `Asking ${safeWords(coverName)} to cover ${stretchWords(stretch)}. You're still on call until somebody says yes.`,
  es: `Le pregunto a ${safeWords(coverName)} por ${stretchWords(stretch, 'es')}. Sigues de guardia hasta que alguien diga que si.`,
});

/** To whoever is asked. Digits answer in any language. */
export const coverAskText = (businessName: string, askerName: string, stretch: Stretch): Said => ({
  en: `${safeWords(businessName)}: ${safeWords(askerName)} wants off. Can you take the pager ${stretchWords(stretch)}? Reply 1 to cover, 2 if you can't.`,
  es: `${safeWords(businessName)}: ${safeWords(askerName)} no puede. Tomas su guardia ${stretchWords(stretch, 'es')}? Contesta 1 si la cubres, 2 si no puedes.`,
});

/** To whoever is asked to swap: what they would take, and what they would give. */
export const swapAskText = (
  businessName: string,
  askerName: string,
  { take, give }: { take: Stretch; give: Stretch },
): Said => ({
  en: `${safeWords(businessName)}: ${safeWords(askerName)} asks to swap. You'd take ${stretchWords(take)}, ${safeWords(askerName)} takes ${stretchWords(give)}. Reply 1 to swap, 2 if not.`,
  es: `${safeWords(businessName)}: ${safeWords(askerName)} pide un cambio. Tomas ${stretchWords(take, 'es')} y ${safeWords(askerName)} toma ${stretchWords(give, 'es')}. Contesta 1 si aceptas, 2 si no.`,
});

/** To whoever wants off, when nobody can: they stay on call. `told`: who knows of it now, or null. */
export const nobodyCoversText = (told: string | null, stretch: Stretch): Said => ({
  en: `Nobody can cover ${stretchWords(stretch)}: you stay on call.${told ? ` ${safeWords(told)} knows.` : ' Call the office.'}`,
  es: `Nadie puede cubrir ${stretchWords(stretch, 'es')}: sigues de guardia.${told ? ` ${safeWords(told)} lo sabe.` : ' Llama a la oficina.'}`,
});

/** To the owner, who answers for the night. */
export const nobodyCoversNews = (businessName: string, askerName: string, stretch: Stretch): Said => ({
  en: `${safeWords(businessName)}: ${safeWords(askerName)} wants off ${stretchWords(stretch)} and nobody can cover. ${safeWords(askerName)} stays on call.`,
  es: `${safeWords(businessName)}: ${safeWords(askerName)} no puede ${stretchWords(stretch, 'es')} y nadie puede cubrir. ${safeWords(askerName)} sigue de guardia.`,
});

/** To whoever wanted to swap. */
export const noSwapText = (otherName: string): Said => ({
  en: `${safeWords(otherName)} can't swap. Nothing has changed.`,
  es: `${safeWords(otherName)} no puede cambiar. Nada ha cambiado.`,
});

/** Answers to words that lead nowhere. */
export const NOT_ON_CALL_TONIGHT: Said = {
  en: "You're not on call tonight.",
  es: 'Esta noche no te toca guardia.',
};
export const ASKING_ALREADY: Said = {
  en: 'Somebody is being asked already. You get a text when they answer.',
  es: 'Ya le pregunte a alguien. Te escribo cuando conteste.',
};
export const unknownNameText = (name: string, team: string[]): Said => ({
  en: `I know no single ${safeWords(name)}. On the team: ${team.map(safeWords).join(', ')}.`,
  es: `No encuentro a ${safeWords(name)}. En el equipo: ${team.map(safeWords).join(', ')}.`,
});
export const nothingToSwapText = (name: string | null): Said => ({
  en: `${name === null ? 'You have' : `${safeWords(name)} has`} no night to swap in the next four weeks.`,
  es: `${name === null ? 'No tienes' : `${safeWords(name)} no tiene`} noche para cambiar en cuatro semanas.`,
});

export const noSuchNightText = (otherName: string): Said => ({
  en: `Neither you nor ${safeWords(otherName)} alone has that night. Text WHO to see who is on call.`,
  es: `Ni tu ni ${safeWords(otherName)} tienen solos esa noche. Escribe WHO para ver quien esta de guardia.`,
});

/** To whoever said no. */
export const THANKS_ANYWAY: Said = {
  en: "Thanks for answering. You're not on call for it.",
  es: 'Gracias por contestar. No te toca.',
};
/** To whoever said yes too late, or to something that has changed meanwhile. */
export const TOO_LATE_TO_COVER: Said = {
  en: 'Thanks, but that has changed meanwhile. Nothing to do for you.',
  es: 'Gracias, pero eso ya cambio. No tienes que hacer nada.',
};
/** To whoever says no to the notice of a shift: a no alone moves nothing. */
export const STILL_ON_CALL: Said = {
  en: "You're still on call. Text OFF TONIGHT and I ask the others, or SWAP and a name.",
  es: 'Sigues de guardia. Escribe LIBRE ESTA NOCHE y pregunto a los demas, o CAMBIO CON y un nombre.',
};
/** To whoever confirms a shift. */
export const HAND_OFF_CONFIRMED: Said = { en: 'Thanks. We know you have it.', es: 'Gracias. Sabemos que lo tienes.' };
