import type { ParameterObject, Place } from './schema.types.js';

export const IDEMPOTENCY_KEY = 'Idempotency-Key';

const PARAMETER: ParameterObject = {
  name: IDEMPOTENCY_KEY,
  in: 'header',
  required: false,
  description:
    'A text you make up, e.g. a UUID. For 24 hours the same request with the same key happens once: it is answered again ' +
    'with `Idempotency-Replayed: true`; while the first one runs, 409; with another body, 422.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
  example: '6b1f4f0e-7d53-4c8e-9d35-0f3f4f5b7c11',
};

/** Every POST inside an account or agency takes the key (API-07). */
export function offerIdempotency({ path, method, operation }: Place): void {
  if (method === 'post' && /\{(accountId|agencyId)\}/.test(path)) (operation.parameters ??= []).push(PARAMETER);
}
