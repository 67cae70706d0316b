import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { randomBytes } from 'node:crypto';
import { normalised, passwordComplaint, type PasswordComplaint, type PasswordSubject } from './password-policy.js';

/** OWASP's floor for argon2id: 19 MiB, two passes. */
const ARGON2 = { memoryCost: 19456, timeCost: 2, parallelism: 1 };
const PARAMETERS = `$m=${ARGON2.memoryCost},t=${ARGON2.timeCost},p=${ARGON2.parallelism}$`;
const PRODUCT = 'Nightdesk';
/** The estimate grows with the square of the length, and 64 characters that are no list entry are enough already. */
const ESTIMATED = 64;

const SENTENCES: Record<PasswordComplaint, string> = {
  'password-too-short':
    'Use at least 15 characters (8 with a second factor). A sentence only you would write is easy to remember.',
  'password-too-long': 'Use at most 128 characters.',
  'password-too-common': 'This password is on lists of leaked ones or too easy to guess. Choose another one.',
  'password-about-you': 'Choose a password that is not made of your name, your company or your e-mail address.',
};

/** Hash for a stored password (argon2id). */
export const hashPassword = (password: string): Promise<string> => hash(normalised(password), ARGON2);

/** Passwords: which ones are good enough, and whether one is the right one. */
@Injectable()
export class PasswordsService {
  private decoy?: Promise<string>;
  private estimator?: Promise<ZxcvbnFactory>;

  /** The hash to store. Throws `password-too-short`, `-too-long`, `-too-common` or `-about-you`. */
  async accept(password: string, subject: PasswordSubject): Promise<string> {
    const words = [PRODUCT, ...subject.words];
    const estimator = await (this.estimator ??= newEstimator());
    const guesses = (guessed: string, known: string[]): number =>
      estimator.check([...guessed].slice(0, ESTIMATED).join(''), known).guessesLog10;
    const complaint = passwordComplaint(normalised(password), { ...subject, words }, guesses);
    if (complaint) throw new DomainError('invalid', complaint, SENTENCES[complaint]);
    return hashPassword(password);
  }

  /** Takes the same time for a person who does not exist: then the hash of nobody's password is compared (AUT-08). */
  async matches(stored: string | undefined, password: string): Promise<boolean> {
    // Made with the first question, whoever asks it: the worker is asked none, and starts sooner without.
    const decoy = await (this.decoy ??= hashPassword(randomBytes(16).toString('hex')));
    const same = await verify(stored ?? decoy, normalised(password));
    return same && stored !== undefined;
  }

  /** The hash with today's parameters, when the stored one is from weaker days (AUT-01); null when it is good. */
  async renewed(stored: string, password: string): Promise<string | null> {
    return stored.includes(PARAMETERS) ? null : hashPassword(password);
  }
}

/** With its lists of leaked passwords, which take a tenth of a second to unpack: whoever sets no password needs none. */
async function newEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs });
}
