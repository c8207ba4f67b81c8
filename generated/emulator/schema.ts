// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

export interface paths {
    readonly "/__emulator": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This list
         * @description Lists every route of the control API.
         */
        readonly get: operations["listRoutes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This API as an OpenAPI document
         * @description The document that you are reading, as JSON.
         */
        readonly get: operations["getDocument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/seed.schema.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The JSON Schema of seed files
         * @description Editors use it if a YAML seed file begins with `# yaml-language-server: $schema=` and this address.
         */
        readonly get: operations["getSeedSchema"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/connection": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The publishable key and the time
         * @description The key for `new Clerk(key, { proxyUrl })`, and the time on the clock of the emulator.
         */
        readonly get: operations["getConnection"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/situations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Every error code and what causes it
         * @description One row per situation; some codes only occur if they are forced.
         */
        readonly get: operations["listSituations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reset to the seed
         * @description Resets users, sessions, settings, clock, forced responses, outbox and request log.
         */
        readonly post: operations["reset"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * All users
         * @description Lists users in the order in which they were added.
         */
        readonly get: operations["listUsers"];
        readonly put?: never;
        /**
         * Add a user: email, username or phoneNumber; password; firstName, lastName; banned, deactivated, locked
         * @description The password is not checked against the rules for new passwords.
         */
        readonly post: operations["createUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/users/{user}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One user, by email address, username, phone number or id
         * @description Responds with the current state of the user.
         */
        readonly get: operations["getUser"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a user and end their sessions
         * @description The user can no longer sign in.
         */
        readonly delete: operations["deleteUser"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a user; "password": null removes the password, "locked": false unlocks
         * @description Changes only the given fields and signs nobody out. The `id` cannot be changed.
         */
        readonly patch: operations["updateUser"];
        readonly trace?: never;
    };
    readonly "/__emulator/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * All active sessions, or those of ?user=
         * @description Ended sessions are not listed.
         */
        readonly get: operations["listSessions"];
        readonly put?: never;
        /**
         * Sign a user in without a form: user; optionally token and verifiedMinutesAgo
         * @description The token then works as a development token, a cookie value and a bearer token.
         */
        readonly post: operations["createSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/sessions/{session}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * End a session, as from another device
         * @description The next request of the session fails with an error code.
         */
        readonly delete: operations["endSession"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The settings
         * @description All settings, with defaults for those that were not set.
         */
        readonly get: operations["getSettings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change settings
         * @description Keeps settings that you omit. Responds with all settings after the change.
         */
        readonly patch: operations["updateSettings"];
        readonly trace?: never;
    };
    readonly "/__emulator/force": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The forced responses that are waiting
         * @description Per operation, in the order in which requests get them.
         */
        readonly get: operations["listForced"];
        readonly put?: never;
        /**
         * Force the next response for an operation: operation, and code, or status and body, or latency in ms, or fault drop or truncate; times
         * @description Forced responses of one operation queue up.
         */
        readonly post: operations["forceResponse"];
        /**
         * Cancel all forced responses, or those of ?operation=
         * @description The next requests get normal responses.
         */
        readonly delete: operations["cancelForced"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/force/{forced}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Cancel one forced response, by its id
         * @description The others keep waiting.
         */
        readonly delete: operations["cancelForcedResponse"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The last requests, without passwords; ?after=NUMBER lists newer ones only
         * @description Lists the last 1,000 requests, oldest first.
         */
        readonly get: operations["listRequests"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Clear the request log
         * @description The numbering of requests continues.
         */
        readonly delete: operations["clearRequests"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/clock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Move the clock forward by "seconds"
         * @description The clock never goes back, except by a reset.
         */
        readonly post: operations["advanceClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/outbox": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Notices that a real server would have sent: password set, changed, removed; codes
         * @description Lists the last 1,000, oldest first.
         */
        readonly get: operations["listNotices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/instances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The names of the instances; the first change under /instances/NAME/… creates one
         * @description Instances themselves do not have this route.
         */
        readonly get: operations["listInstances"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__emulator/instances/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete an instance
         * @description Deletes its users and everything else in it.
         */
        readonly delete: operations["deleteInstance"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A route of the control API. */
        readonly Route: {
            readonly method: string;
            readonly path: string;
            readonly explanation: string;
        };
        /** @description Why a request was rejected, in one sentence. */
        readonly Error: {
            readonly error: string;
        };
        /** @description A way to bring about an error code. */
        readonly Situation: {
            readonly code: string;
            readonly operations: readonly string[];
            /** @description The cause, as the end of a sentence that begins with the code. */
            readonly when: string;
        };
        /** @description An object of at most 8 kB as JSON, nested at most 100 levels deep. */
        readonly Metadata: {
            readonly [key: string]: unknown;
        };
        /**
         * User
         * @description A user, with at least one of `email`, `username` and `phoneNumber` to sign in with.
         */
        readonly SeedUser: {
            /** @description Default: generated. */
            readonly id?: string;
            /** @description Email addresses, the primary one first. A single one may be given as a text. */
            readonly email?: string | readonly string[];
            /** @description Without spaces around it. */
            readonly username?: string;
            /** @description In international form, such as `"+15555550100"`. YAML needs the quotes. */
            readonly phoneNumber?: string;
            /** @description First name. */
            readonly firstName?: string;
            /** @description Last name. */
            readonly lastName?: string;
            /** @description If left out or null, the user has no password. It is not checked against the rules for new passwords. */
            readonly password?: string | null;
            /**
             * @description Whether the account is banned.
             * @default false
             */
            readonly banned?: boolean;
            /**
             * @description Whether the account is deactivated.
             * @default false
             */
            readonly deactivated?: boolean;
            /**
             * @description Locked from now on, for as long as the lockout setting says.
             * @default false
             */
            readonly locked?: boolean;
            /** @description Identifier of the user in another system. */
            readonly externalId?: string | null;
            readonly publicMetadata?: components["schemas"]["Metadata"];
            readonly unsafeMetadata?: components["schemas"]["Metadata"];
        };
        /**
         * Session
         * @description A user who is signed in without a form.
         */
        readonly SeedSession: {
            /** @description Email address, username, phone number or id of the user. */
            readonly user: string;
            /** @description Default: generated. */
            readonly id?: string;
            /** @description Token of the client that the session is on. It works as development token, cookie value and bearer token. Default: generated. */
            readonly token?: string;
            /**
             * @description Minutes since the user last verified the first factor.
             * @default 0
             */
            readonly verifiedMinutesAgo?: number;
        };
        /**
         * New passwords
         * @description Rules for new passwords. Lengths can only be stricter than the 8 to 72 characters of the contract.
         */
        readonly PasswordSettings: {
            /**
             * Minimum length
             * @description Unicode code points.
             * @default 8
             */
            readonly minLength?: number;
            /**
             * Maximum length
             * @description Unicode code points.
             * @default 72
             */
            readonly maxLength?: number;
            /**
             * Require an uppercase letter
             * @default false
             */
            readonly requireUppercase?: boolean;
            /**
             * Require a lowercase letter
             * @default false
             */
            readonly requireLowercase?: boolean;
            /**
             * Require a number
             * @default false
             */
            readonly requireNumber?: boolean;
            /**
             * Require a special character
             * @default false
             */
            readonly requireSpecialChar?: boolean;
            /**
             * Minimum strength
             * @description zxcvbn score; 0 is off.
             * @default 0
             */
            readonly minStrength?: number;
            /**
             * Refuse leaked passwords
             * @description Those of a short built-in list.
             * @default true
             */
            readonly refuseLeaked?: boolean;
            /**
             * Every user must keep a password
             * @description Then no password can be removed.
             * @default false
             */
            readonly required?: boolean;
        };
        /**
         * Lockout
         * @description When an account locks.
         */
        readonly LockoutSettings: {
            /**
             * Lock after
             * @description Wrong passwords in a row. If null, never.
             * @default 100
             */
            readonly attempts?: number | null;
            /**
             * Unlock after
             * @description Seconds. If null, never by itself.
             * @default 3600
             */
            readonly seconds?: number | null;
        };
        /**
         * Rate limit
         * @description How often passwords may be tried on one client (sign-ins, verifications, changes and removals). If null, there is no limit.
         * @default null
         */
        readonly RateLimitSettings: {
            /**
             * Rate limit: requests
             * @description Requests per client.
             */
            readonly requests: number;
            /**
             * Rate limit: period
             * @description Seconds.
             */
            readonly seconds: number;
        } | null;
        /**
         * Settings
         * @description Any part of the settings. The rest stays as it is.
         */
        readonly SettingsChange: {
            /**
             * Frontend API
             * @description Host name that the publishable key names.
             * @default example.clerk.accounts.dev
             */
            readonly frontendApi?: string;
            readonly password?: components["schemas"]["PasswordSettings"];
            readonly lockout?: components["schemas"]["LockoutSettings"];
            /**
             * Require reverification
             * @description To change or remove a password if the last verification is over 10 minutes old.
             * @default false
             */
            readonly reverification?: boolean;
            readonly rateLimit?: components["schemas"]["RateLimitSettings"];
            /**
             * Allowed origins
             * @description Origins of pages that may call, besides loopback.
             * @default []
             */
            readonly allowedOrigins?: readonly string[];
            /**
             * Allowed hosts
             * @description Host names that the emulator may be called by, besides loopback, IP addresses and `frontendApi`.
             * @default []
             */
            readonly allowedHosts?: readonly string[];
            /**
             * Satellite origins
             * @description Origins of pages that may read, but not manage passwords.
             * @default []
             */
            readonly satelliteOrigins?: readonly string[];
            /**
             * Error codes of older servers
             * @description A wrong current password gets `form_password_validation_failed`.
             * @default false
             */
            readonly olderErrorCodes?: boolean;
            /**
             * Magic passwords
             * @description A password such as `magic:form_password_pwned` gets that error code.
             * @default true
             */
            readonly magicValues?: boolean;
            /**
             * Change-password page
             * @description Path or HTTP or HTTPS address that `/.well-known/change-password` redirects to. If null, an example of the documentation.
             * @default null
             */
            readonly changePasswordUrl?: string | null;
        };
        /**
         * Seed
         * @description Users, sessions and settings that an emulator starts with. A seed takes the place of the default users.
         */
        readonly Seed: {
            /** @description Users. Each needs an `email`, a `username` or a `phoneNumber`. */
            readonly users?: readonly components["schemas"]["SeedUser"][];
            /** @description Users who are signed in from the start. */
            readonly sessions?: readonly components["schemas"]["SeedSession"][];
            readonly settings?: components["schemas"]["SettingsChange"];
        };
        /** @description A user, as an administrator sees them. Passwords are never shown. */
        readonly User: {
            /** @description Identifier, `user_…`. */
            readonly id: string;
            /** @description Email addresses, the primary one first. */
            readonly emails: readonly string[];
            /** @description Their identifiers, `idn_…`, in the same order. */
            readonly emailIds: readonly string[];
            /** @description Username, if there is one. */
            readonly username: string | null;
            /** @description Phone number, if there is one. */
            readonly phoneNumber: string | null;
            /** @description First name, if it is known. */
            readonly firstName: string | null;
            /** @description Last name, if it is known. */
            readonly lastName: string | null;
            /** @description Whether the user has a password. */
            readonly hasPassword: boolean;
            /** @description Unix milliseconds. */
            readonly passwordLastUpdatedAt: number | null;
            /** @description Whether the account is banned. */
            readonly banned: boolean;
            /** @description Whether the account is deactivated. */
            readonly deactivated: boolean;
            /** @description Whether the account is locked. */
            readonly locked: boolean;
            /** @description Seconds until the account unlocks by itself. Null if it never does or is not locked. */
            readonly lockedForSeconds: number | null;
            /** @description Wrong passwords in a row. */
            readonly failedAttempts: number;
            /** @description Identifier in another system, if there is one. */
            readonly externalId: string | null;
        };
        /** @description A session. */
        readonly Session: {
            /** @description Identifier, `sess_…`. */
            readonly id: string;
            /** @description Always `active`: other sessions are not listed. */
            readonly status: string;
            /** @description The user's id. */
            readonly userId: string;
            /** @description Id of the client that the session is on. */
            readonly clientId: string;
            /** @description The secret of its client: with it, requests act for this session. */
            readonly token: string;
            /** @description When the user last verified the first factor, in Unix milliseconds. */
            readonly verifiedAt: number;
            /** @description Unix milliseconds. */
            readonly createdAt: number;
            /** @description Unix milliseconds. */
            readonly expireAt: number;
        };
        /** @description The settings, complete. */
        readonly Settings: components["schemas"]["SettingsChange"] & Record<string, never>;
        /** @description A forced response that waits. */
        readonly WaitingResponse: {
            /** @description The id to cancel it by. */
            readonly id: number;
            /** @description Id of the operation, or `*` for any. */
            readonly operation: string;
            /** @description The forced response, without `operation`. */
            readonly answer: {
                readonly [key: string]: unknown;
            };
            /** @description Number of requests that still get it. If null, all until it is cancelled. */
            readonly left: number | null;
        };
        /**
         * @description An error code of the contract. The response has its status and its messages.
         * @enum {string}
         */
        readonly ErrorCode: "action_for_session_not_authorized" | "authentication_invalid" | "dev_browser_unauthenticated" | "form_code_incorrect" | "form_identifier_not_found" | "form_new_password_matches_current" | "form_param_duplicate" | "form_param_format_invalid" | "form_param_missing" | "form_param_nil" | "form_param_type_invalid" | "form_param_unknown" | "form_param_value_invalid" | "form_password_compromised" | "form_password_incorrect" | "form_password_length_too_long" | "form_password_length_too_short" | "form_password_matches_identifier" | "form_password_no_lowercase" | "form_password_no_number" | "form_password_no_special_char" | "form_password_no_uppercase" | "form_password_not_strong_enough" | "form_password_or_identifier_incorrect" | "form_password_pwned" | "form_password_size_in_bytes_exceeded" | "form_password_validation_failed" | "host_invalid" | "internal_clerk_error" | "malformed_request_parameters" | "no_password_set" | "operation_not_allowed_on_satellite_domain" | "origin_authorization_headers_conflict" | "origin_invalid" | "password_required" | "request_body_too_large" | "requires_captcha" | "resource_not_found" | "session_exists" | "session_reverification_required" | "signed_out" | "strategy_for_user_invalid" | "too_many_requests" | "unsupported_content_type" | "user_banned" | "user_deactivated" | "user_locked" | "user_settings_invalid" | "verification_expired" | "verification_failed" | "verification_missing";
        /**
         * Forced response
         * @description The response that the next request for an operation gets, or how it gets its normal one. All members add up.
         */
        readonly ForcedResponse: {
            /** @description Id of an operation, such as `changePassword`, or `*` for any. */
            readonly operation: string;
            readonly code?: components["schemas"]["ErrorCode"];
            /** @description Any status, with `body`. */
            readonly status?: number;
            /** @description Body of the response. Nothing if left out. */
            readonly body?: string;
            /**
             * @description Media type of `body`.
             * @default application/json
             */
            readonly contentType?: string;
            /** @description Seconds for the `Retry-After` header. */
            readonly retryAfter?: number;
            /** @description Milliseconds to wait before the response. */
            readonly latency?: number;
            /**
             * @description `drop`: the connection ends without a response. `truncate`: it ends in the middle of the body.
             * @enum {string}
             */
            readonly fault?: "drop" | "truncate";
            /**
             * @description Whether the operation is carried out before it gets `code`, `status`, `body` or `drop`, so that only its response is lost. Without any of the four it always is.
             * @default false
             */
            readonly carriedOut?: boolean;
            /**
             * @description Number of requests that get this response.
             * @default 1
             */
            readonly times?: number;
        };
        /** @description A request that the emulator responded to. Nothing typed as a password is kept. */
        readonly LoggedRequest: {
            /** @description Counts from 1. */
            readonly number: number;
            /** @description Unix milliseconds. */
            readonly at: number;
            /** @description The HTTP method. */
            readonly method: string;
            /** @description The path, without its query. */
            readonly path: string;
            /** @description Id of the operation. Missing if no route fits. */
            readonly operation?: string;
            /** @description Known query parameters. What may be a secret is shown as `[redacted]`. */
            readonly query: {
                readonly [key: string]: string;
            };
            /** @description Known form fields, likewise. */
            readonly form: {
                readonly [key: string]: string;
            };
            /** @description The HTTP status of the response. */
            readonly status: number;
            /** @description Error codes of the response. */
            readonly codes: readonly string[];
            /** @description The first 1,000 characters of the response body, without tokens. Kept for the last 100 requests; missing if the body is a secret as a whole. */
            readonly response?: string;
        };
        /**
         * Move of the clock
         * @description How far the clock moves forward.
         */
        readonly ClockMove: {
            /** @description Seconds, 0 or more. */
            readonly seconds: number;
        };
        /** @description A message that a real server would have sent by email or as a text message. */
        readonly Notice: {
            /**
             * @description The kind of notice.
             * @enum {string}
             */
            readonly kind: "password_set" | "password_changed" | "password_removed" | "verification_code";
            /** @description The user's id. */
            readonly userId: string;
            /** @description The email address or phone number. Null if the user has none. */
            readonly to: string | null;
            /** @description Unix milliseconds. */
            readonly at: number;
            /** @description The code, if the message is about one. */
            readonly code?: string;
        };
    };
    responses: {
        /** @description The emulator cannot use this body or parameter. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The host name or the origin of the page is not allowed. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such user, session, forced response or instance. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body has more than 10 kB. */
        readonly TooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listRoutes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Route"][];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getSeedSchema: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getConnection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly publishableKey: string;
                        readonly now: number;
                    };
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly listSituations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Situation"][];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly reset: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description A seed that replaces the one given at the start. */
        readonly requestBody?: {
            readonly content: {
                /**
                 * @example {
                 *       "users": [
                 *         {
                 *           "email": "ada@example.com",
                 *           "password": "a long password"
                 *         }
                 *       ],
                 *       "sessions": [
                 *         {
                 *           "user": "ada@example.com",
                 *           "token": "dvb_ada"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["Seed"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["TooLarge"];
        };
    };
    readonly listUsers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["User"][];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly createUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "a long password"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SeedUser"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["TooLarge"];
        };
    };
    readonly getUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Email address, username, phone number or id of the user. */
                readonly user: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly deleteUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Email address, username, phone number or id of the user. */
                readonly user: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly updateUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Email address, username, phone number or id of the user. */
                readonly user: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "locked": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["SeedUser"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
        };
    };
    readonly listSessions: {
        readonly parameters: {
            readonly query?: {
                /** @description Email address, username, phone number or id of the user. */
                readonly user?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Session"][];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly createSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "user": "user@example.com",
                 *       "token": "dvb_mine"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SeedSession"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
        };
    };
    readonly endSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the session. */
                readonly session: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly getSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Settings"];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly updateSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reverification": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["SettingsChange"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Settings"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["TooLarge"];
        };
    };
    readonly listForced: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["WaitingResponse"][];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly forceResponse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "operation": "changePassword",
                 *       "code": "form_password_pwned"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ForcedResponse"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WaitingResponse"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["TooLarge"];
        };
    };
    readonly cancelForced: {
        readonly parameters: {
            readonly query?: {
                /** @description Id of the operation, or `*` for what was forced for any. */
                readonly operation?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly cancelForcedResponse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the forced response. */
                readonly forced: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly listRequests: {
        readonly parameters: {
            readonly query?: {
                /** @description Number of a request. */
                readonly after?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["LoggedRequest"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly clearRequests: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly advanceClock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "seconds": 600
                 *     }
                 */
                readonly "application/json": components["schemas"]["ClockMove"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly now: number;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["TooLarge"];
        };
    };
    readonly listNotices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Notice"][];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly listInstances: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly string[];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly deleteInstance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Name of the instance. */
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
}

/** The values of settings that nobody set. */
export const settingsDefaults = {
  "frontendApi": "example.clerk.accounts.dev",
  "password": {
    "minLength": 8,
    "maxLength": 72,
    "requireUppercase": false,
    "requireLowercase": false,
    "requireNumber": false,
    "requireSpecialChar": false,
    "minStrength": 0,
    "refuseLeaked": true,
    "required": false
  },
  "lockout": {
    "attempts": 100,
    "seconds": 3600
  },
  "reverification": false,
  "rateLimit": null,
  "allowedOrigins": [],
  "allowedHosts": [],
  "satelliteOrigins": [],
  "olderErrorCodes": false,
  "magicValues": true,
  "changePasswordUrl": null
} as const;
