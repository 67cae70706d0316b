import { Secret, TOTP } from 'otpauth';
import type { TestApp } from './test-app.js';
import type { SignedIn } from './sign-in.js';

/** A person's authenticator app, set up through the API. */
export class Authenticator {
  private constructor(
    private readonly secret: string,
    readonly recoveryCodes: string[],
  ) {}

  /** Switches two-step sign-in on for somebody who has just signed in. */
  static async enrol(app: TestApp, person: SignedIn): Promise<Authenticator> {
    const post = (path: string, body: object) =>
      app.api().post(`/api/v1/auth/mfa${path}`).auth(person.token, { type: 'bearer' }).send(body).expect(200);
    const { secret } = (await post('', {})).body as { secret: string };
    const { recoveryCodes } = (await post('/confirm', { code: codeOf(secret, 0) })).body as { recoveryCodes: string[] };
    // The step of the confirmation is used up; tests that need the current one go on as if time had passed.
    await app.db.platform.query(`update identity.second_factors set last_step = 0 where user_id = $1`, [person.userId]);
    return new Authenticator(secret, recoveryCodes);
  }

  /** The code shown so many steps of 30 seconds from now. */
  code(steps = 0): string {
    return codeOf(this.secret, steps);
  }
}

const codeOf = (secret: string, steps: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
