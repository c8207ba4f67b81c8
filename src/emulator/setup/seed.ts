/** What an instance starts with: data, so that it can be written in a file as well as in a test. */
import type { SettingsChange } from './settings.ts';

export interface SeedUser {
  /** Default: made up. */
  readonly id?: string;
  /** Email addresses, the primary one first; one alone may be given as a text. */
  readonly email?: string | readonly string[];
  readonly username?: string;
  readonly phoneNumber?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Left out or null: a user without a password. It is not checked against the rules for new ones. */
  readonly password?: string | null;
  readonly banned?: boolean;
  readonly deactivated?: boolean;
  /** Locked from now on, as long as the lockout setting says. */
  readonly locked?: boolean;
  readonly externalId?: string | null;
  readonly publicMetadata?: Readonly<Record<string, unknown>>;
  readonly unsafeMetadata?: Readonly<Record<string, unknown>>;
}

export interface SeedSession {
  /** Email address, username, phone number or id of the user. */
  readonly user: string;
  /** Default: made up. */
  readonly id?: string;
  /** Token of the client that the session is on: development token, cookie value or bearer token. Default: made up. */
  readonly token?: string;
  /** Minutes since the first factor was proven. Default 0. */
  readonly verifiedMinutesAgo?: number;
}

export interface Seed {
  readonly users?: readonly SeedUser[];
  readonly sessions?: readonly SeedSession[];
  readonly settings?: SettingsChange;
}

/**
 * One user for each kind of password page; the first two are signed in under tokens that are easy to type. The first has
 * the identifiers of the contract's examples, so that those can be sent as they are.
 */
export const defaultSeed: Seed = {
  users: [
    {
      id: 'user_2xAmple0000000000000000001',
      email: 'user@example.com',
      password: 'current-password-1',
      firstName: 'Ada',
      lastName: 'Example',
    },
    { id: 'user_no_password', email: 'no-password@example.com', firstName: 'Noor', lastName: 'Example' },
    {
      id: 'user_locked',
      email: 'locked@example.com',
      password: 'current-password-1',
      firstName: 'Lou',
      lastName: 'Example',
      locked: true,
    },
  ],
  sessions: [
    { id: 'sess_2xAmplePaloAlto0000000000001', user: 'user@example.com', token: 'dvb_local' },
    { id: 'sess_no_password', user: 'no-password@example.com', token: 'dvb_no_password' },
  ],
};
