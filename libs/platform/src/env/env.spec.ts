import { readEnv } from '@platform/env/env';

const GOOD = {
  PUBLIC_URL: 'https://nightdesk.example',
  DATABASE_URL: 'postgres://app:app@127.0.0.1:5432/nightdesk',
  JWT_SECRET: 'x'.repeat(32),
  ENCRYPTION_KEY: 'a'.repeat(64),
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 't'.repeat(32),
  VAPI_API_KEY: 'vapi-key-1',
  VAPI_WEBHOOK_SECRET: 's'.repeat(24),
};

describe('The environment', () => {
  it('has no movable clock unless asked', () => {
    expect(readEnv({ ...GOOD, CLOCK_SCALE: '' }).CLOCK_SCALE).toBeUndefined();
  });

  it('is read whole, with the vendors as defaults', () => {
    expect(readEnv(GOOD)).toMatchObject({
      PORT: 3000,
      TWILIO_API_URL: 'https://api.twilio.com',
      VAPI_API_URL: 'https://api.vapi.ai',
    });
  });

  it('takes an empty value for an absent one, as .env.example leaves them', () => {
    expect(readEnv({ ...GOOD, CLOCK_SCALE: '', ALERT_FROM_NUMBER: '', TWILIO_API_URL: '' })).toMatchObject({
      TWILIO_API_URL: 'https://api.twilio.com',
    });
  });

  it('lists every bad key at once', () => {
    expect(() =>
      readEnv({
        ...GOOD,
        PORT: 'eighty',
        JWT_SECRET: 'short',
        DATABASE_URL: 'mysql://x',
        TWILIO_ACCOUNT_SID: undefined,
      }),
    ).toThrow(/^Bad environment: (?=.*PORT)(?=.*JWT_SECRET)(?=.*DATABASE_URL)(?=.*TWILIO_ACCOUNT_SID)/);
  });

  it('cannot be changed afterwards', () => {
    const env = readEnv(GOOD);
    expect(() => Object.assign(env, { PORT: 1 })).toThrow();
  });
});
