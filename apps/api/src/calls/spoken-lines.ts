import type { Spoken } from '@domain/call/caller-hears';

/** Sentences a caller hears from us and not from the agent. Texts of contractors reach them only as the business's name. */
type InEach = Record<Spoken['language'], string>;

/** Before anything is known of the caller, so in the language most of them speak. */
export const voicemailWords = (businessName: string | null): string =>
  `Thanks for calling${businessName ? ` ${businessName}` : ''}. We can't come to the phone right now. This call is recorded. If you smell gas, or a fire or carbon monoxide alarm is sounding, leave the building and call 911 now.`;

export const STRAY_WORDS =
  "Thank you for calling. We're sorry, nobody can take your call right now. Please leave your name and number after the beep. This call is recorded.";

export const EMERGENCY_KEY_WORDS: InEach = {
  en: 'Our on-call technician is being alerted right now. If anyone is in danger, hang up and call 911. After the beep, please tell us your name, your number, the address and what is happening.',
  es: 'Estamos avisando a nuestro técnico de guardia ahora mismo. Si alguien está en peligro, cuelgue y llame al 911. Después del tono, diga su nombre, su número, la dirección y qué está pasando.',
};

/** The key could not be noted: nothing may be promised. */
export const KEY_LOST_WORDS: InEach = {
  en: 'If anyone is in danger, hang up and call 911. After the beep, please tell us your name, your number, the address and what is happening.',
  es: 'Si alguien está en peligro, cuelgue y llame al 911. Después del tono, diga su nombre, su número, la dirección y qué está pasando.',
};

export const NO_KEY_WORDS: InEach = {
  en: 'Please leave your message after the beep.',
  es: 'Por favor deje su mensaje después del tono.',
};

/** `callbackWhen`: in the same language. */
export const thanksForMessage = (callbackWhen: string): InEach => ({
  en: `Thank you. We have your message and our office will call you ${callbackWhen}. Goodbye.`,
  es: `Gracias. Tenemos su mensaje y nuestra oficina le llamará ${callbackWhen}. Adiós.`,
});

export const MESSAGE_KEPT_WORDS: InEach = {
  en: 'Thank you. We have your message. If anyone is in danger, call 911. Goodbye.',
  es: 'Gracias. Tenemos su mensaje. Si alguien está en peligro, llame al 911. Adiós.',
};

export const URGENT_MESSAGE_WORDS: InEach = {
  en: 'Thank you. We have your message and our on-call technician has been alerted. If anyone is in danger, call 911. Goodbye.',
  es: 'Gracias. Tenemos su mensaje y ya avisamos a nuestro técnico de guardia. Si alguien está en peligro, llame al 911. Adiós.',
};

export const CUT_OFF_WORDS = "I'm sorry, we got cut off. Please leave the rest of your message after the beep.";

export const AFTER_TECH_WORDS = 'Thanks for calling. Goodbye.';
