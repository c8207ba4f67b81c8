/** The signed-in user, and the two operations on their password. */
import type { Schemas } from '../../generated/client.ts';
import { changePassword, getUser, removePassword } from '../../generated/operations.ts';
import type {
  EmailAddress,
  EnterpriseAccount,
  ExternalAccount,
  OrganizationMembership,
  Passkey,
  PhoneNumber,
  SamlAccount,
  UserFields,
  Web3Wallet,
} from '../../generated/resources.ts';
import type { Operation } from '../../generated/runtime/response.ts';
import { fill } from './from-wire.ts';
import { type CallOptions, check } from './options.ts';
import type { Input } from './transport.ts';

export type {
  EmailAddress,
  EnterpriseAccount,
  ExternalAccount,
  OrganizationMembership,
  Passkey,
  PhoneNumber,
  SamlAccount,
  Web3Wallet,
};
/** Free-form data that an application keeps with a user; its names are left as they are. */
export type Metadata = Readonly<Record<string, unknown>>;

/** Parameters of `updatePassword`. */
export interface UpdateUserPasswordParams {
  /** The new password: 8 to 72 characters and at most 72 bytes of UTF-8. Nothing is trimmed. */
  readonly newPassword: string;
  /** The current password. Omit it for a user who has none. */
  readonly currentPassword?: string | undefined;
  /** `true` signs out every other session of the user, on every device. Default false. */
  readonly signOutOfOtherSessions?: boolean | undefined;
}

/** Parameters of `removePassword`. */
export interface RemoveUserPasswordParams {
  /** The current password. */
  readonly currentPassword: string;
}

/** The methods of a user: the same functions for every object of one user in one session. */
export type UserMethods = Pick<User, 'updatePassword' | 'removePassword' | 'reload'>;

const LISTS = [
  'emailAddresses',
  'phoneNumbers',
  'web3Wallets',
  'passkeys',
  'organizationMemberships',
  'externalAccounts',
  'samlAccounts',
  'enterpriseAccounts',
] as const;

/**
 * The signed-in person, as the server last described them. Every method brings the object that it was called on up to date and
 * resolves to it; `clerk.user` is then a new object that says the same. A server that is newer than this package may add fields.
 */
export class User implements UserFields {
  /** `user_…` */
  declare readonly id: string;
  declare readonly object: 'user';
  declare readonly username: string | null;
  declare readonly firstName: string | null;
  declare readonly lastName: string | null;
  /** Picture: uploaded, or generated from the name. */
  declare readonly imageUrl?: string;
  /** Whether the user uploaded the picture. */
  declare readonly hasImage: boolean;
  declare readonly primaryEmailAddressId: string | null;
  declare readonly primaryPhoneNumberId: string | null;
  declare readonly primaryWeb3WalletId: string | null;
  /** Whether the user has a password. */
  declare readonly passwordEnabled: boolean;
  /** When the password was last set. Compare it after a response was lost. */
  declare readonly passwordLastUpdatedAt?: Date | null;
  declare readonly twoFactorEnabled: boolean;
  declare readonly totpEnabled: boolean;
  declare readonly backupCodeEnabled: boolean;
  declare readonly emailAddresses: readonly EmailAddress[];
  declare readonly phoneNumbers: readonly PhoneNumber[];
  declare readonly web3Wallets: readonly Web3Wallet[];
  declare readonly passkeys: readonly Passkey[];
  declare readonly organizationMemberships: readonly OrganizationMembership[];
  declare readonly externalAccounts: readonly ExternalAccount[];
  declare readonly samlAccounts: readonly SamlAccount[];
  declare readonly enterpriseAccounts: readonly EnterpriseAccount[];
  declare readonly publicMetadata: Metadata;
  declare readonly privateMetadata?: Metadata;
  declare readonly unsafeMetadata?: Metadata;
  declare readonly externalId: string | null;
  /** When the user last signed in. */
  declare readonly lastSignInAt: Date | null;
  /** Closed by an administrator. */
  declare readonly banned: boolean;
  /** Locked after too many failed attempts; `lockoutExpiresInSeconds` says for how long. */
  declare readonly locked: boolean;
  /** Closed by a directory. */
  declare readonly deprovisioned?: boolean;
  declare readonly lockoutExpiresInSeconds: number | null;
  /** Failed attempts left before the account locks; null if it never does. */
  declare readonly verificationAttemptsRemaining: number | null;
  /** When the account was created. */
  declare readonly createdAt: Date;
  /** When the account was last changed. */
  declare readonly updatedAt: Date;
  declare readonly deleteSelfEnabled: boolean;
  declare readonly createOrganizationEnabled: boolean;
  declare readonly createOrganizationsLimit?: number | null;
  /** When the user was last active. */
  declare readonly lastActiveAt: Date | null;
  /** When a second factor was set up. */
  declare readonly mfaEnabledAt: Date | null;
  /** When the last second factor was removed. */
  declare readonly mfaDisabledAt: Date | null;
  /** When the user accepted the terms. */
  declare readonly legalAcceptedAt: Date | null;
  /** Older name of `imageUrl`. */
  declare readonly profileImageUrl?: string | null;

  /** First and last name, or the one that is known; null without either. */
  declare readonly fullName: string | null;
  /** The email address with the id `primaryEmailAddressId`. */
  declare readonly primaryEmailAddress: EmailAddress | null;
  /** The phone number with the id `primaryPhoneNumberId`. */
  declare readonly primaryPhoneNumber: PhoneNumber | null;
  /** Whether one of the email addresses is verified. */
  declare readonly hasVerifiedEmailAddress: boolean;

  /**
   * Changes the password, or sets a first one.
   *
   * Sends `POST /v1/me/change_password`, once: after a lost response it rejects with `outcomeUnknown` instead of trying again.
   * `clerk.user`, `clerk.client` and the sessions follow the response.
   *
   * @returns This user, updated in place.
   * @throws {TypeError} A parameter is missing, unknown or not a string. Nothing was sent.
   * @throws {ClerkAPIResponseError} The server responded with `form_password_incorrect`, `form_password_pwned`, … ({@link UpdatePasswordErrorCode}).
   * @throws {ClerkCallError} There was no usable response.
   */
  declare readonly updatePassword: (params: UpdateUserPasswordParams, options?: CallOptions) => Promise<User>;

  /**
   * Removes the password. Check first that the user has another way to sign in: the server does not.
   *
   * Sends `POST /v1/me/remove_password`, once. No session ends; `passwordEnabled` becomes false.
   *
   * @returns This user, updated in place.
   * @throws {TypeError} The current password is missing or not a string. Nothing was sent.
   * @throws {ClerkAPIResponseError} The server responded with `form_password_incorrect`, `no_password_set`, … ({@link RemovePasswordErrorCode}).
   * @throws {ClerkCallError} There was no usable response.
   */
  declare readonly removePassword: (params: RemoveUserPasswordParams, options?: CallOptions) => Promise<User>;

  /**
   * Loads the user again. It changes nothing on the server, so use it after a lost response.
   *
   * @returns This user, updated in place.
   * @throws {ClerkAPIResponseError} The server responded with an error, for example because the session has ended.
   * @throws {ClerkCallError} There was no usable response.
   */
  declare readonly reload: (options?: CallOptions) => Promise<User>;

  /** Called by `Clerk` only. */
  constructor(wire: Schemas['User'], methods: UserMethods) {
    Object.assign(this, methods);
    describe(this, wire);
  }
}

/** The last description of each user, to write only what is new. */
const described = new WeakMap<User, Schemas['User']>();

type Computed = Pick<User, 'fullName' | 'primaryEmailAddress' | 'primaryPhoneNumber' | 'hasVerifiedEmailAddress'>;

/** Brings a user up to date, and returns it. */
export function describe(user: User, wire: Schemas['User']): User {
  const before = described.get(user);
  if (before === wire) return user;
  fill(user, wire, before);
  described.set(user, wire);
  // A list that the server leaves out, or that is none, is empty.
  for (const name of LISTS) if (!Array.isArray(user[name])) Object.assign(user, { [name]: [] });
  // Written one by one: that is several times faster than to assign an object of them.
  const computed: { -readonly [Name in keyof Computed]: User[Name] } = user;
  computed.fullName = [user.firstName, user.lastName].filter((name) => name).join(' ') || null;
  computed.primaryEmailAddress = user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId) ?? null;
  computed.primaryPhoneNumber = user.phoneNumbers.find(({ id }) => id === user.primaryPhoneNumberId) ?? null;
  computed.hasVerifiedEmailAddress = user.emailAddresses.some(
    ({ verification }) => verification?.status === 'verified',
  );
  return user;
}

/** Carries out one of the operations that respond with a user, and brings `asked` up to date if that is a user at all. */
export type Act = <Name extends 'changePassword' | 'removePassword' | 'getUser'>(
  asked: unknown,
  kind: 'user' | 'read',
  operation: Operation<Name>,
  input: Input<Name>,
  options: CallOptions | undefined,
) => Promise<User>;

/** Makes the methods of the users of one session. They also work when taken off the user, and on a copy of it. */
export function userMethods(session: string, act: Act): UserMethods {
  const query = { _clerk_session_id: session };
  return {
    async updatePassword(params, options) {
      check('updatePassword', params, {
        newPassword: 'string',
        currentPassword: 'string or undefined',
        signOutOfOtherSessions: 'boolean or undefined',
      });
      const body = {
        new_password: params.newPassword,
        current_password: params.currentPassword,
        sign_out_of_other_sessions: params.signOutOfOtherSessions,
      };
      return await act(this, 'user', changePassword, { query, body }, options);
    },
    async removePassword(params, options) {
      check('removePassword', params, { currentPassword: 'string' });
      return await act(
        this,
        'user',
        removePassword,
        { query, body: { current_password: params.currentPassword } },
        options,
      );
    },
    async reload(options) {
      return await act(this, 'read', getUser, { query }, options);
    },
  };
}
