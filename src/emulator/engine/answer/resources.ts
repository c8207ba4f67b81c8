/** The wire's forms of what is stored: the contract's User, Client, Session, SignIn and SessionVerification. */
import type { components } from '../../../../generated/schema.d.ts';
import type { Settings } from '../../setup/settings.ts';
import type {
  SentCode,
  StoredClient,
  StoredEmail,
  StoredSession,
  StoredSignIn,
  StoredUser,
} from '../../state/records.ts';
import type { State } from '../../state/state.ts';

type Schemas = components['schemas'];

const MINUTE = 60_000;

/** How a user may sign in or reverify: by password, and by a code to each address and number. */
export function firstFactors(user: StoredUser): Schemas['SignInFactor'][] {
  const [phone] = user.phoneNumber === null ? [] : [{ id: phoneIdOf(user), number: user.phoneNumber }];
  return [
    ...(user.password === null ? [] : [{ strategy: 'password' }]),
    ...user.emails.map(({ id, address }, index) => ({
      strategy: 'email_code',
      email_address_id: id,
      safe_identifier: address,
      primary: index === 0,
    })),
    ...(phone === undefined
      ? []
      : [{ strategy: 'phone_code', phone_number_id: phone.id, safe_identifier: phone.number, primary: true }]),
  ];
}

/** The check of a factor by which a code was sent. */
const sent = ({ strategy, attempts, expireAt }: SentCode): Schemas['Verification'] => ({
  object: 'verification_otp',
  status: 'unverified',
  strategy,
  attempts,
  expire_at: expireAt,
});

const phoneIdOf = (user: StoredUser): string => `idn_phone_${user.id}`;

const verified = (strategy: string): Schemas['Verification'] => ({
  object: strategy === 'password' ? 'verification_password' : 'verification_otp',
  status: 'verified',
  strategy,
  attempts: null,
  expire_at: null,
});

function emailAddress(email: StoredEmail, user: StoredUser): Schemas['EmailAddress'] {
  return {
    id: email.id,
    object: 'email_address',
    email_address: email.address,
    reserved: false,
    verification: {
      object: 'verification_otp',
      status: 'verified',
      strategy: 'email_code',
      attempts: 1,
      expire_at: user.createdAt + 10 * MINUTE,
    },
    linked_to: [],
    matches_sso_connection: false,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  };
}

export const identifierOf = (user: StoredUser): string =>
  user.emails[0]?.address ?? user.username ?? user.phoneNumber ?? user.id;

/** A session and its wire's form. */
export interface ShownSession {
  readonly session: StoredSession;
  readonly shown: Schemas['Session'];
}

export class Resources {
  readonly #state: State;
  readonly #settings: Settings;
  readonly #now: number;
  readonly #clock: number;
  readonly #shown: ShownSession[];
  readonly #users = new Map<string, Schemas['User']>();

  /** `now` is the emulator's time, and `clock` the real one, which it may have been moved ahead of. */
  constructor(state: State, settings: Settings, now: number, clock: number, shown: ShownSession[]) {
    this.#shown = shown;
    this.#state = state;
    this.#settings = settings;
    this.#now = now;
    this.#clock = clock;
  }

  /** The same object wherever one response shows the same user. */
  user(user: StoredUser): Schemas['User'] {
    const made = this.#users.get(user.id) ?? this.#userOf(user);
    this.#users.set(user.id, made);
    return made;
  }

  #userOf(user: StoredUser): Schemas['User'] {
    const locked = this.#state.users.isLocked(user);
    const { attempts } = this.#settings.lockout;
    const phone = user.phoneNumber === null ? undefined : { id: phoneIdOf(user), phone_number: user.phoneNumber };
    return {
      id: user.id,
      object: 'user',
      username: user.username,
      first_name: user.firstName,
      last_name: user.lastName,
      image_url: '',
      has_image: false,
      primary_email_address_id: user.emails[0]?.id ?? null,
      primary_phone_number_id: phone?.id ?? null,
      primary_web3_wallet_id: null,
      password_enabled: user.password !== null,
      two_factor_enabled: false,
      totp_enabled: false,
      backup_code_enabled: false,
      email_addresses: user.emails.map((email) => emailAddress(email, user)),
      phone_numbers:
        phone === undefined
          ? []
          : [
              {
                ...phone,
                object: 'phone_number',
                reserved_for_second_factor: false,
                default_second_factor: false,
                reserved: false,
                verification: null,
                linked_to: [],
                backup_codes: null,
                created_at: user.createdAt,
                updated_at: user.createdAt,
              },
            ],
      web3_wallets: [],
      passkeys: [],
      organization_memberships: [],
      external_accounts: [],
      saml_accounts: [],
      enterprise_accounts: [],
      password_last_updated_at: user.passwordLastUpdatedAt,
      public_metadata: user.publicMetadata,
      unsafe_metadata: user.unsafeMetadata,
      external_id: user.externalId,
      last_sign_in_at: user.lastSignInAt,
      banned: user.banned,
      locked,
      deprovisioned: user.deactivated,
      lockout_expires_in_seconds: this.#state.users.lockedForSeconds(user) ?? null,
      verification_attempts_remaining: attempts === null ? null : Math.max(0, attempts - user.failedAttempts),
      created_at: user.createdAt,
      updated_at: user.updatedAt,
      delete_self_enabled: false,
      create_organization_enabled: false,
      last_active_at: user.lastActiveAt,
      mfa_enabled_at: null,
      mfa_disabled_at: null,
      legal_accepted_at: null,
    };
  }

  /** Minutes since the first and the second factor were verified. */
  verificationAge(session: StoredSession): number[] {
    return [Math.max(0, Math.floor((this.#now - session.verifiedAt) / MINUTE)), -1];
  }

  /** A session without its user. */
  bareSession(session: StoredSession): Schemas['Session'] {
    const user = this.#state.users.get(session.userId);
    const shown: Schemas['Session'] = {
      id: session.id,
      object: 'session',
      status: session.status,
      expire_at: session.expireAt,
      abandon_at: session.abandonAt,
      last_active_at: session.lastActiveAt,
      last_active_token: null,
      actor: null,
      tasks: null,
      last_active_organization_id: session.lastActiveOrganizationId,
      public_user_data:
        user === undefined
          ? null
          : {
              first_name: user.firstName,
              last_name: user.lastName,
              image_url: '',
              has_image: false,
              identifier: identifierOf(user),
              username: user.username,
              user_id: user.id,
              banned: user.banned,
            },
      factor_verification_age: this.verificationAge(session),
      created_at: session.createdAt,
      updated_at: session.updatedAt,
    };
    this.#shown.push({ session, shown });
    return shown;
  }

  session(session: StoredSession): Schemas['Session'] {
    const user = this.#state.users.get(session.userId);
    const bare = this.bareSession(session);
    return user === undefined ? bare : Object.assign(bare, { user: this.user(user) });
  }

  client(client: StoredClient): Schemas['Client'] {
    const signIn = this.#state.signInOf(client);
    this.#state.actingSession(client);
    // The browser SDK tells servers this time, and they take a session token, which has the real time, for outdated if it is older.
    const updatedAt = Math.min(client.updatedAt, Math.floor(this.#clock));
    return {
      object: 'client',
      id: client.id,
      sessions: this.#state.activeSessions(client).map((session) => this.session(session)),
      sign_in: signIn === undefined ? null : this.signIn(signIn),
      sign_up: null,
      last_active_session_id: client.lastActiveSessionId,
      last_authentication_strategy: client.lastStrategy,
      cookie_expires_at: null,
      captcha_bypass: false,
      created_at: Math.min(client.createdAt, updatedAt),
      updated_at: updatedAt,
    };
  }

  /** A sign-in: under way, or complete where a session came of it, by the strategy given. */
  signIn(
    signIn: StoredSignIn,
    done?: { readonly session: StoredSession; readonly strategy: string },
  ): Schemas['SignIn'] {
    const user = this.#state.users.get(signIn.userId);
    const underWay = signIn.sentCode === undefined ? null : sent(signIn.sentCode);
    return {
      object: 'sign_in_attempt',
      id: signIn.id,
      status: done === undefined ? 'needs_first_factor' : 'complete',
      supported_identifiers: ['email_address', 'username', 'phone_number'],
      supported_first_factors: user === undefined ? null : firstFactors(user),
      supported_second_factors: null,
      first_factor_verification: done === undefined ? underWay : verified(done.strategy),
      second_factor_verification: null,
      identifier: signIn.identifier,
      user_data:
        user === undefined
          ? null
          : { first_name: user.firstName, last_name: user.lastName, image_url: '', has_image: false },
      created_session_id: done?.session.id ?? null,
      abandon_at: signIn.abandonAt,
    };
  }

  /** A reverification of a session: begun, or complete. */
  verification(session: StoredSession, complete: boolean): Schemas['SessionVerification'] {
    const user = this.#state.users.get(session.userId);
    const { sentCode } = session;
    const underWay = sentCode === null ? null : sent(sentCode);
    return {
      object: 'session_reverification',
      level: session.verification ?? 'first_factor',
      status: complete ? 'complete' : 'needs_first_factor',
      supported_first_factors: user === undefined ? null : firstFactors(user),
      supported_second_factors: null,
      first_factor_verification: complete ? verified(sentCode?.strategy ?? 'password') : underWay,
      second_factor_verification: null,
      session: this.bareSession(session),
    };
  }
}
