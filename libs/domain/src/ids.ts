/** The contractor a row belongs to. Made only from a verified path, a verified webhook or a routing row. */
export type AccountId = string & { readonly __brand: 'AccountId' };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case RFC 9562 UUID of any version. */
export const isUuid = (text: string): boolean => UUID.test(text);
