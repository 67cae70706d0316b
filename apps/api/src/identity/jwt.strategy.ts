import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Env } from '@platform/env/env';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { SignedInUser } from './identity.types.js';

export const ISSUER = 'nightdesk';
export const AUDIENCE = 'nightdesk-app';

/** Access tokens: one algorithm, our issuer and audience, 15 minutes. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(env: Env) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: env.JWT_SECRET,
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
    });
  }

  validate(claims: { sub: string; sid: string }): SignedInUser {
    return { id: claims.sub, familyId: claims.sid };
  }
}
