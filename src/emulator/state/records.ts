/** The records of an instance, as they are stored. Only State changes it; the wire's forms are made in engine/answer/resources.ts. */
import type { StoredPassword } from './password-hash.ts';

export interface StoredEmail {
  readonly id: string;
  readonly address: string;
}

/** Until when an account is locked; null if only a person can open it. */
export interface Lock {
  readonly until: number | null;
}

export interface StoredUser {
  readonly id: string;
  readonly emails: readonly StoredEmail[];
  readonly phoneNumber: string | null;
  readonly username: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly password: StoredPassword | null;
  readonly passwordLastUpdatedAt: number | null;
  readonly banned: boolean;
  readonly deactivated: boolean;
  readonly failedAttempts: number;
  readonly lock: Lock | null;
  readonly externalId: string | null;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  readonly unsafeMetadata: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly lastSignInAt: number | null;
  readonly lastActiveAt: number | null;
}

export type SessionStatus = 'active' | 'ended' | 'removed' | 'revoked' | 'expired' | 'abandoned';
export type VerificationLevel = 'first_factor' | 'second_factor' | 'multi_factor';

export interface SentCode {
  readonly strategy: 'email_code' | 'phone_code';
  readonly expireAt: number;
  /** How often a wrong code was tried. */
  readonly attempts: number;
}

export interface StoredSession {
  readonly id: string;
  readonly clientId: string;
  readonly userId: string;
  readonly status: SessionStatus;
  /** When the first factor was last verified. */
  readonly verifiedAt: number;
  /** The reverification under way, if any. */
  readonly verification: VerificationLevel | null;
  /** The code that was sent for it, if one was. */
  readonly sentCode: SentCode | null;
  readonly lastActiveOrganizationId: string | null;
  readonly lastActiveAt: number;
  readonly expireAt: number;
  readonly abandonAt: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface StoredSignIn {
  readonly id: string;
  readonly userId: string;
  readonly identifier: string;
  readonly abandonAt: number;
  /** The code that was sent for it; missing if none was. */
  readonly sentCode?: SentCode;
}

/** Attempts in the window that the rate limit looks at. */
export interface Attempts {
  readonly windowStart: number;
  readonly count: number;
}

export interface StoredClient {
  readonly id: string;
  /** The secret by which the browser or application is known: development token, cookie value or bearer token. */
  readonly token: string;
  /** Whether it was made from outside, by a seed or a test, and is never forgotten. */
  readonly kept: boolean;
  /** Sessions in their order, including ended ones. */
  readonly sessions: readonly StoredSession[];
  readonly lastActiveSessionId: string | null;
  /** The sign-in under way, if any. */
  readonly signIn: StoredSignIn | null;
  readonly lastStrategy: string | null;
  readonly attempts: Attempts;
  readonly createdAt: number;
  readonly updatedAt: number;
}

type Writable<Record> = { -readonly [Key in keyof Record]: Record[Key] };

/** Writes a change into a record. The records are readonly to everybody else, so that no change escapes an index or the state file. */
export function write<Stored extends object>(record: Stored, change: Partial<Writable<Stored>>): void {
  Object.assign(record, change);
}
