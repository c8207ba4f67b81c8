// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

/** The signed-in user. Required fields are those that every API version from 2021-02-05 to 2026-05-12 returns; others may be missing, and servers may add more. */
export interface UserFields {
  /** Identifier, `user_…`. */
  readonly id: string;
  /** Always `user`. */
  readonly object: 'user';
  /** Username, if the instance uses usernames. */
  readonly username: string | null;
  /** Given name. */
  readonly firstName: string | null;
  /** Family name. */
  readonly lastName: string | null;
  /** Picture: uploaded, or generated from the name. */
  readonly imageUrl?: string;
  /** Whether the user uploaded the picture. */
  readonly hasImage: boolean;
  /** Id of the email address that notifications go to. */
  readonly primaryEmailAddressId: string | null;
  /** Id of the phone number that messages go to. */
  readonly primaryPhoneNumberId: string | null;
  /** Id of the default wallet. */
  readonly primaryWeb3WalletId: string | null;
  /** Whether the user has a password. A removal turns it off; a change leaves it on. */
  readonly passwordEnabled: boolean;
  /** Whether any second factor is set up. */
  readonly twoFactorEnabled: boolean;
  /** Whether an authenticator app is set up. */
  readonly totpEnabled: boolean;
  /** Whether backup codes exist. */
  readonly backupCodeEnabled: boolean;
  /** Every email address of the user. */
  readonly emailAddresses: readonly EmailAddress[];
  /** Every phone number of the user. */
  readonly phoneNumbers: readonly PhoneNumber[];
  /** Every wallet of the user. */
  readonly web3Wallets: readonly Web3Wallet[];
  /** Every passkey of the user. */
  readonly passkeys: readonly Passkey[];
  /** The user's memberships of organizations. */
  readonly organizationMemberships?: readonly OrganizationMembership[];
  /** Social accounts that the user signs in with. */
  readonly externalAccounts: readonly ExternalAccount[];
  /** SAML accounts that the user signs in with. */
  readonly samlAccounts: readonly SamlAccount[];
  /** Enterprise accounts of any protocol. */
  readonly enterpriseAccounts: readonly EnterpriseAccount[];
  /** When the password was last set; null for a user without one. */
  readonly passwordLastUpdatedAt?: Date | null;
  /** JSON that the application's backend writes and browsers can read. */
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** JSON for the application's backend; never sent to browsers. */
  readonly privateMetadata?: Readonly<Record<string, unknown>>;
  /** JSON that browsers can write. */
  readonly unsafeMetadata?: Readonly<Record<string, unknown>>;
  /** The user's id in another system. */
  readonly externalId: string | null;
  /** When the user last signed in; null if never. */
  readonly lastSignInAt: Date | null;
  /** Whether the account was closed by an administrator. */
  readonly banned: boolean;
  /** Whether the account is locked after too many failed attempts. */
  readonly locked: boolean;
  /** Whether the account was closed by a directory. */
  readonly deprovisioned?: boolean;
  /** Seconds until a locked account unlocks by itself. If it is null and `locked` is true, the account never unlocks by itself. */
  readonly lockoutExpiresInSeconds: number | null;
  /** Failed attempts left before the account locks, or null if it never does. */
  readonly verificationAttemptsRemaining: number | null;
  /** When the account was created. */
  readonly createdAt: Date;
  /** When the account was last changed. */
  readonly updatedAt: Date;
  /** Whether the user can delete the account. */
  readonly deleteSelfEnabled: boolean;
  /** Whether the user can create organizations. */
  readonly createOrganizationEnabled: boolean;
  /** How many organizations the user can create; missing, null or 0 for no limit. */
  readonly createOrganizationsLimit?: number | null;
  /** When the user was last active; null if never. */
  readonly lastActiveAt: Date | null;
  /** When a second factor was set up; null if never. */
  readonly mfaEnabledAt: Date | null;
  /** When the last second factor was removed; null if never. */
  readonly mfaDisabledAt: Date | null;
  /** When the user accepted the terms; null if not yet. */
  readonly legalAcceptedAt: Date | null;
  /**
   * Older name of `imageUrl`.
   * @deprecated
   */
  readonly profileImageUrl?: string | null;
}

/** One email address of a user. */
export interface EmailAddress {
  /** Identifier, `idn_…`. */
  readonly id: string;
  /** Always `email_address`. */
  readonly object: 'email_address';
  /** The address itself. */
  readonly emailAddress: string;
  /** Whether the address is reserved for this user but not verified yet. */
  readonly reserved: boolean;
  /** The verification, or null if none was requested. */
  readonly verification: Verification | null;
  /** Other ways to sign in that are linked to this address. */
  readonly linkedTo: readonly IdentificationLink[];
  /** Whether the domain belongs to a single-sign-on connection. */
  readonly matchesSsoConnection?: boolean;
  /** When the address was added. */
  readonly createdAt: Date;
  /** When the address was last changed. */
  readonly updatedAt: Date;
}

/** The verification of one factor. All strategies share these fields; the strategy decides which ones are filled. */
export interface Verification {
  /** The kind of verification, for example `verification_otp`. */
  readonly object?: string;
  /** Status of the verification. */
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable' | (string & Record<never, never>);
  /** The strategy, for example `email_code` or `password`. */
  readonly strategy: string;
  /** Number of attempts so far. */
  readonly attempts?: number | null;
  /** When the verification expires; null if it does not. */
  readonly expireAt?: Date | null;
  /** The challenge for a wallet or passkey to sign, if there is one. */
  readonly nonce?: string | null;
  /** The URL to redirect the browser to, for strategies of other sites. */
  readonly externalVerificationRedirectUrl?: string | null;
  /** Id of the client that completed it, if it was a different one. */
  readonly verifiedAtClient?: string | null;
  /** The error that it failed with, or null. */
  readonly error?: ClerkError | null;
  /** The text for a wallet to sign, if there is one. */
  readonly message?: string | null;
  /** The channel of a phone code, for example `sms` or `whatsapp`. */
  readonly channel?: string | null;
}

/** One error. */
export interface ClerkError {
  /** The error in a few words. */
  readonly message: string;
  /** The error and what to do about it, in a sentence for users. If it is null or missing, `message` stands in for it. */
  readonly longMessage?: string | null;
  /** The stable name of this error. Branch on it. */
  readonly code: string;
  /** Details of an error. The error code decides which ones are there. */
  readonly meta?: ErrorMeta;
}

/** Details of an error. The error code decides which ones are there. */
export interface ErrorMeta {
  /** The form field that the error is about. */
  readonly paramName?: string | null;
  /** The session that the error is about. */
  readonly sessionId?: string | null;
  /** Seconds until a locked account unlocks by itself. If it is null, the account stays locked until an administrator unlocks it. */
  readonly lockoutExpiresInSeconds?: number | null;
  /** Advice for a stronger password. */
  readonly zxcvbn?: {
    /** The pieces of advice. */
    readonly suggestions?: readonly ({
      /** The stable name of the advice. */
      readonly code: string;
      /** The advice as a sentence. */
      readonly message: string;
    })[] | null;
  } | null;
  /** The email addresses that the error is about. */
  readonly emailAddresses?: readonly string[] | null;
  /** The identifiers that the error is about. */
  readonly identifiers?: readonly string[] | null;
}

/** Another way to sign in that this one is linked to. */
export interface IdentificationLink {
  /** The kind of identification, for example `oauth_google` or `saml`. */
  readonly type: string;
  /** Its identifier. */
  readonly id: string;
}

/** One phone number of a user. */
export interface PhoneNumber {
  /** Identifier, `idn_…`. */
  readonly id: string;
  /** Always `phone_number`. */
  readonly object: 'phone_number';
  /** The number, in E.164 form. */
  readonly phoneNumber: string;
  /** Whether it is reserved for the second factor. */
  readonly reservedForSecondFactor?: boolean;
  /** Whether it is the default second factor. */
  readonly defaultSecondFactor?: boolean;
  /** Whether the number is reserved for this user but not verified yet. */
  readonly reserved: boolean;
  /** The verification, or null if none was requested. */
  readonly verification: Verification | null;
  /** Other ways to sign in that are linked to this number. */
  readonly linkedTo: readonly IdentificationLink[];
  /** Backup codes, present only right after they were created. */
  readonly backupCodes?: readonly string[] | null;
  /** When the number was added. */
  readonly createdAt: Date;
  /** When the number was last changed. */
  readonly updatedAt: Date;
}

/** One wallet of a user. */
export interface Web3Wallet {
  /** Identifier, `idn_…`. */
  readonly id: string;
  /** Always `web3_wallet`. */
  readonly object: 'web3_wallet';
  /** The address of the wallet. */
  readonly web3Wallet: string;
  /** The verification, or null if none was requested. */
  readonly verification: Verification | null;
  /** When the wallet was added. */
  readonly createdAt: Date;
  /** When the wallet was last changed. */
  readonly updatedAt: Date;
}

/** One passkey of a user. */
export interface Passkey {
  /** Identifier, `idn_…`. */
  readonly id: string;
  /** Always `passkey`. */
  readonly object: 'passkey';
  /** Name given by the user or the device, or null. */
  readonly name: string | null;
  /** When the passkey was last used; null if never. */
  readonly lastUsedAt?: Date | null;
  /** The verification, or null if none was requested. */
  readonly verification: Verification | null;
  /** When the passkey was added. */
  readonly createdAt?: Date;
  /** When the passkey was last changed. */
  readonly updatedAt?: Date;
}

/** The user's membership of an organization, and their role. */
export interface OrganizationMembership {
  /** Identifier, `orgmem_…`. */
  readonly id: string;
  /** Always `organization_membership`. */
  readonly object: 'organization_membership';
  /** Free-form JSON that the application keeps with this object. */
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** Key of the role, for example `org:admin`. */
  readonly role: string;
  /** Display name of the role. */
  readonly roleName: string;
  /** Permissions of the role. */
  readonly permissions: readonly string[] | null;
  /** When the user joined. */
  readonly createdAt: Date;
  /** When the membership was last changed. */
  readonly updatedAt: Date;
  /** An organization that a user belongs to. */
  readonly organization: Organization;
  /** The user's public data, or null. */
  readonly publicUserData?: PublicUserData | null;
}

/** An organization that a user belongs to. */
export interface Organization {
  /** Identifier, `org_…`. */
  readonly id: string;
  /** Always `organization`. */
  readonly object: 'organization';
  /** Display name. */
  readonly name: string;
  /** Its name in URLs, or null if organizations have none. */
  readonly slug?: string | null;
  /** Logo. */
  readonly imageUrl?: string;
  /** Whether the logo was uploaded. */
  readonly hasImage: boolean;
  /** Number of members. */
  readonly membersCount?: number;
  /** Number of invitations that were not accepted yet. */
  readonly pendingInvitationsCount?: number;
  /** Largest number of members; 0 for no limit. */
  readonly maxAllowedMemberships: number;
  /** Whether an administrator can delete it. */
  readonly adminDeleteEnabled: boolean;
  /** Free-form JSON that the application keeps with this object. */
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** When the organization was created. */
  readonly createdAt: Date;
  /** When the organization was last changed. */
  readonly updatedAt: Date;
}

/** Public data of a user. */
export interface PublicUserData {
  /** Given name. */
  readonly firstName: string | null;
  /** Family name. */
  readonly lastName: string | null;
  /** Picture. */
  readonly imageUrl?: string | null;
  /** Whether the user uploaded the picture. */
  readonly hasImage: boolean;
  /** The identifier that the user signs in with, for example an email address. */
  readonly identifier: string;
  /**
   * Older name of `imageUrl`.
   * @deprecated
   */
  readonly profileImageUrl?: string | null;
  /** Id of the user. */
  readonly userId?: string | null;
  /** Username. */
  readonly username?: string | null;
  /** Whether the account was closed by an administrator. */
  readonly banned?: boolean;
  /** Whether the account was closed by a directory. */
  readonly deprovisioned?: boolean;
}

/** A social account that the user signs in with. */
export interface ExternalAccount {
  /** The kind of account, for example `external_account`. */
  readonly object: string;
  /** Identifier. */
  readonly id: string;
  /** The provider, for example `oauth_google`. */
  readonly provider: string;
  /** Id of the identification that it belongs to. */
  readonly identificationId: string;
  /** The user's id at the provider. */
  readonly providerUserId: string;
  /** The scopes that the user approved, separated by spaces. */
  readonly approvedScopes: string;
  /** The email address that the provider reports, or an empty string. */
  readonly emailAddress: string;
  /** Whether the provider verified that address. */
  readonly emailAddressVerified?: boolean | null;
  /** Given name, or an empty string. */
  readonly firstName: string;
  /** Family name, or an empty string. */
  readonly lastName: string;
  /**
   * Older name of `imageUrl`.
   * @deprecated
   */
  readonly avatarUrl?: string;
  /** Picture that the provider reports. */
  readonly imageUrl?: string | null;
  /** Username at the provider. */
  readonly username?: string | null;
  /** Phone number at the provider. */
  readonly phoneNumber?: string | null;
  /** Free-form JSON that the application keeps with this object. */
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** Label set by an administrator. */
  readonly label?: string | null;
  /** When the account was connected. */
  readonly createdAt: Date;
  /** When the account was last changed. */
  readonly updatedAt: Date;
  /** The verification, or null if none was requested. */
  readonly verification?: Verification | null;
}

/** A SAML account that the user signs in with. */
export interface SamlAccount {
  /** Identifier. */
  readonly id: string;
  /** Always `saml_account`. */
  readonly object: 'saml_account';
  /** The identity provider. */
  readonly provider: string;
  /** Whether the connection can be used. */
  readonly active: boolean;
  /** Address that the identity provider reports. */
  readonly emailAddress: string;
  /** Given name there. */
  readonly firstName: string | null;
  /** Family name there. */
  readonly lastName: string | null;
  /** The user's id at the identity provider. */
  readonly providerUserId: string | null;
  /** The enterprise connection behind it. */
  readonly enterpriseConnectionId?: string | null;
  /** When the user last signed in with this account; null if never. */
  readonly lastAuthenticatedAt?: Date | null;
  /** Free-form JSON that the application keeps with this object. */
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** The verification, or null if none was requested. */
  readonly verification: Verification | null;
  /** The connection, as the server describes it. */
  readonly samlConnection: Readonly<Record<string, unknown>> | null;
}

/** An enterprise account of any protocol. Servers of older API versions send none of this, so nothing is required. */
export interface EnterpriseAccount {
  /** Identifier. */
  readonly id?: string;
  /** The kind of object, `enterprise_account`. */
  readonly object?: string;
  /** The identity provider. */
  readonly provider?: string;
  /** Whether the account can be used. While one can, the user cannot edit the password. */
  readonly active?: boolean;
  /** Sign-in protocol, for example `saml` or `oauth`. */
  readonly protocol?: string;
  /** Address that the identity provider reports. */
  readonly emailAddress?: string | null;
  /** Given name. */
  readonly firstName?: string | null;
  /** Family name. */
  readonly lastName?: string | null;
  /** The user's id at the identity provider. */
  readonly providerUserId?: string | null;
  /** The enterprise connection. */
  readonly enterpriseConnectionId?: string | null;
  /** Free-form JSON that the application keeps with this object. */
  readonly publicMetadata?: Readonly<Record<string, unknown>>;
  /** The verification, or null if none was requested. */
  readonly verification?: Verification | null;
  /** When the user last signed in with this account; null if never. */
  readonly lastAuthenticatedAt?: Date | null;
  /** The enterprise connection, or null. */
  readonly enterpriseConnection?: EnterpriseConnection | null;
}

/** A single sign-on connection of an organization. */
export interface EnterpriseConnection {
  /** Identifier. */
  readonly id: string;
  /** Display name. */
  readonly name: string;
  /** Whether it can be used. */
  readonly active?: boolean;
  /** Sign-in protocol, for example `saml`. */
  readonly protocol?: string;
  /** The identity provider. */
  readonly provider?: string;
  /** The email domain that it serves. */
  readonly domain?: string | null;
  /** Logo. */
  readonly logoPublicUrl?: string | null;
  /** Whether a sign-in can start at the identity provider. */
  readonly allowIdpInitiated?: boolean;
  /** Whether it also serves subdomains. */
  readonly allowSubdomains?: boolean;
  /** Whether its users are prevented from adding other ways to sign in. */
  readonly disableAdditionalIdentifications?: boolean;
  /** Whether names are synchronized from the identity provider. */
  readonly syncUserAttributes?: boolean;
  /** When the connection was created. */
  readonly createdAt?: Date;
  /** When the connection was last changed. */
  readonly updatedAt?: Date;
}

/** A sign-in of one user on one client. */
export interface SessionFields {
  /** Identifier, `sess_…`. */
  readonly id: string;
  /** Always `session`. */
  readonly object: 'session';
  /** Status. Only an `active` session can act. */
  readonly status: 'active' | 'pending' | 'revoked' | 'ended' | 'expired' | 'removed' | 'abandoned' | (string & Record<never, never>);
  /** When the session expires. */
  readonly expireAt: Date;
  /** When the session counts as abandoned. */
  readonly abandonAt: Date;
  /** When the session was last active. */
  readonly lastActiveAt: Date;
  /** The newest token of the session, or null. */
  readonly lastActiveToken?: Token | null;
  /** The person who impersonates the user, or null. */
  readonly actor?: Readonly<Record<string, unknown>> | null;
  /** Tasks to complete before a pending session becomes active. */
  readonly tasks?: readonly SessionTask[] | null;
  /** Id of the organization that was active last. */
  readonly lastActiveOrganizationId: string | null;
  /** The signed-in user. Required fields are those that every API version from 2021-02-05 to 2026-05-12 returns; others may be missing, and servers may add more. */
  readonly user?: UserFields;
  /** The user's public data, or null. */
  readonly publicUserData: PublicUserData | null;
  /** Minutes since the first and the second factor were last verified, in this order; -1 for a factor that was never requested. Reverification checks the first number. */
  readonly factorVerificationAge: readonly number[] | null;
  /** When the session began. */
  readonly createdAt: Date;
  /** When the session was last changed. */
  readonly updatedAt: Date;
}

/** A session token. */
export interface Token {
  /** Always `token`. */
  readonly object: 'token';
  /** A signed JSON Web Token that lives for about a minute. */
  readonly jwt: string;
}

/** A task that the user has to complete before a pending session becomes active. */
export interface SessionTask {
  /** The task, for example `reset-password`. */
  readonly key: string;
}

/** One browser or device: its sessions, and the sign-in or sign-up under way. Beside a `response` it is the *piggybacked client*, the state after the operation. */
export interface ClientFields {
  /** Always `client`. */
  readonly object: 'client';
  /** Identifier, `client_…`. */
  readonly id: string;
  /** The sessions on this client. A session that has ended is no longer listed. */
  readonly sessions: readonly SessionFields[];
  /** The sign-in under way, or null. */
  readonly signIn: SignIn | null;
  /** The sign-up under way, or null. */
  readonly signUp: SignUp | null;
  /** The session that was active last. Requests act for it by default. */
  readonly lastActiveSessionId: string | null;
  /** The strategy of the last sign-in. */
  readonly lastAuthenticationStrategy?: string | null;
  /** When the cookie of this client expires; null if there is none. */
  readonly cookieExpiresAt: Date | null;
  /** Whether this client skips the captcha. */
  readonly captchaBypass?: boolean;
  /** When this client was first seen. */
  readonly createdAt: Date;
  /** When this client was last changed. */
  readonly updatedAt: Date;
}

/** An attempt to sign in, finished or not. */
export interface SignIn {
  /** The kind of object, `sign_in_attempt`. */
  readonly object: string;
  /** Identifier. */
  readonly id: string;
  /** Status, which names the step that is still missing. `complete` means that a session was created. */
  readonly status: 'abandoned' | 'needs_identifier' | 'needs_first_factor' | 'needs_second_factor' | 'needs_client_trust' | 'needs_new_password' | 'needs_protect_check' | 'complete' | (string & Record<never, never>);
  /** Kinds of identifiers that the instance accepts. */
  readonly supportedIdentifiers: readonly string[];
  /** First factors that the user can verify; null before the user is known. */
  readonly supportedFirstFactors: readonly SignInFactor[] | null;
  /** Second factors that the user can verify; null if none is required. */
  readonly supportedSecondFactors: readonly SignInFactor[] | null;
  /** How far the first factor is verified; null if nothing was requested. */
  readonly firstFactorVerification: Verification | null;
  /** How far the second factor is verified; null if nothing was requested. */
  readonly secondFactorVerification: Verification | null;
  /** The identifier that the user entered. */
  readonly identifier: string | null;
  /** Name and picture for the greeting. */
  readonly userData: {
    /** Given name. */
    readonly firstName?: string | null;
    /** Family name. */
    readonly lastName?: string | null;
    /** Picture. */
    readonly imageUrl?: string;
    /** Whether the user uploaded the picture. */
    readonly hasImage?: boolean;
    /**
     * Older name of `imageUrl`.
     * @deprecated
     */
    readonly profileImageUrl?: string | null;
  } | null;
  /** Id of the session that the sign-in created. */
  readonly createdSessionId: string | null;
  /** When the attempt counts as abandoned. */
  readonly abandonAt: Date;
  /** Whether this client was seen before. */
  readonly clientTrustState?: 'pending' | 'new' | 'known' | string | null;
  /** The pending check by the bot protection, or null. */
  readonly protectCheck?: ProtectCheck | null;
}

/** One way to sign in or to reverify. */
export interface SignInFactor {
  /** The strategy, for example `password` or `email_code`. */
  readonly strategy: string;
  /** The address or number that a code is sent to, partly hidden. */
  readonly safeIdentifier?: string;
  /** Id of the email address. */
  readonly emailAddressId?: string;
  /** Id of the phone number. */
  readonly phoneNumberId?: string;
  /** Id of the wallet. */
  readonly web3WalletId?: string;
  /** Id of the passkey. */
  readonly passkeyId?: string;
  /** Whether it is the user's primary one of its kind. */
  readonly primary?: boolean | null;
  /** Whether to offer it first. */
  readonly default?: boolean;
}

/** A check by the bot protection that a sign-in waits for. This contract does not describe how to complete it. */
export interface ProtectCheck {
  /** Status of the check; `pending` while a client sees it. */
  readonly status: string;
  /** Identifies the check. */
  readonly token: string;
  /** The script that runs the check. */
  readonly sdkUrl: string;
  /** When the check ends. */
  readonly expiresAt?: Date;
  /** How to present the check. */
  readonly uiHints?: Readonly<Record<string, unknown>>;
}

/** An attempt to create an account. A password page never starts one, so this lists only the fields that every server sends. */
export interface SignUp {
  /** The kind of object, `sign_up_attempt`. */
  readonly object: string;
  /** Identifier. */
  readonly id: string;
  /** Status of the sign-up. */
  readonly status: 'abandoned' | 'missing_requirements' | 'complete' | (string & Record<never, never>);
}
