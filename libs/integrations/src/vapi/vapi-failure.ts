import { ProviderFailure } from '@domain/ports/provider-failure';

const REFUSED_FOR_NOW = new Set([408, 409, 425, 429]);

/** Runs one request; its failure becomes a ProviderFailure that tells a refusal from silence. */
export async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error);
  }
}

/** As `asked`; null when what it was about is not there. */
export async function askedFor<T>(work: () => Promise<T>): Promise<T | null> {
  return asked(async () => {
    try {
      return await work();
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  });
}

function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  const status = statusOf(error);
  if (status === undefined || status >= 500) return new ProviderFailure('silent', 'provider-silent');
  return new ProviderFailure(REFUSED_FOR_NOW.has(status) ? 'silent' : 'refused', `vapi-${status}`);
}

/** The status of the SDK's own error, undefined for silence. By its shape: the SDK is loaded when it is first used. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
