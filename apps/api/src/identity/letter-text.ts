/** Names are typed by strangers: one line each, so that nobody writes a letter of their own inside ours. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
