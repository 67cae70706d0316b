import { spokenForm } from '@domain/phone/e164';

const digitsOf = (typed: string): string => typed.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** Ten digits however they are written; pasted numbers come in every form. */
export const isPhone = (typed: string): boolean => /^[2-9]\d{9}$/.test(digitsOf(typed));

export const dialled = (typed: string): string => `+1${digitsOf(typed)}`;

export const shownPhone = (phone: string | null): string => (phone ? spokenForm(phone) : '');
