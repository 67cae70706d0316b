import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Env } from '../env/env.js';

const VERSION = 'v1';

/**
 * Secrets at rest: AES-256-GCM. `place` (account, table and column) is authenticated with the text, so that a sealed
 * value copied into another account's row does not open (reference/security-and-reliability SEC-01).
 */
@Injectable()
export class SecretBox {
  private readonly key: Buffer;

  constructor(env: Env) {
    this.key = Buffer.from(env.ENCRYPTION_KEY, 'hex');
  }

  seal(place: string, secret: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return [
      VERSION,
      nonce.toString('base64url'),
      sealed.toString('base64url'),
      cipher.getAuthTag().toString('base64url'),
    ].join('.');
  }

  /** Throws when the text was changed, moved, or sealed under another key. */
  open(place: string, sealed: string): string {
    const [version, nonce = '', text = '', tag = ''] = sealed.split('.');
    if (version !== VERSION) throw new Error('Not a sealed secret');
    const decipher = createDecipheriv('aes-256-gcm', this.key, Buffer.from(nonce, 'base64url')).setAAD(
      Buffer.from(place),
    );
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  }
}
