const NAMES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  429: 'Too Many Requests',
};

/** Vapi's shape of an error body. */
export function refusal(
  status: number,
  message = 'Something went wrong.',
): { message: string; error: string; statusCode: number } {
  return { message, error: NAMES[status] ?? 'Internal Server Error', statusCode: status };
}
