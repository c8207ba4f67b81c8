// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

export interface paths {
    "/v1/me/change_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password
         * @description Use it when a signed-in person chooses a new password, and also when somebody who signed up without one sets a first.
         *
         *     What the server asks for depends on the user, on the instance, and on how long ago the session last proved who it belongs to:
         *
         *     | user has a password | reverification | last proof | what is asked for |
         *     | --- | --- | --- | --- |
         *     | no | off | any | neither: `new_password` alone sets a first password |
         *     | yes | off | any | the current password |
         *     | no | on | 10 minutes ago or less | neither |
         *     | no | on | longer ago | a fresh verification (403 `session_reverification_required`) |
         *     | yes | on | 10 minutes ago or less | neither; a current password that is sent all the same has to be right |
         *     | yes | on | longer ago | a fresh verification (403 `session_reverification_required`) |
         *
         *     The session that acts stays signed in. With `sign_out_of_other_sessions` every other session of the user ends, on every
         *     client; without it, the others stay.
         *
         *     A wrong current password answers 422, never 401: the person is still signed in. Every wrong one counts towards the lock of
         *     the account.
         *
         *     Do not send the request twice. If the answer was lost, read `GET /v1/me` and compare `password_last_updated_at` first:
         *     a change that did arrive makes a second one fail with `form_password_incorrect`.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/remove_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the password
         * @description Use it when a person wants to sign in by other means only. Make sure that there is one, for example a verified e-mail
         *     address or a passkey: the server does not check it.
         *
         *     | user has a password | reverification | last proof | what is asked for |
         *     | --- | --- | --- | --- |
         *     | no | any | any | neither: there is nothing to remove (400 `no_password_set`) |
         *     | yes | off | any | the current password |
         *     | yes | on | 10 minutes ago or less | the current password |
         *     | yes | on | longer ago | a fresh verification (403 `session_reverification_required`), then the current password |
         *
         *     Nobody is signed out: every session of the user goes on. In the answer `password_enabled` is false.
         *
         *     An instance may require that everybody has a password; it then refuses with 400 `password_required`.
         *
         *     If the answer was lost, read `GET /v1/me`: `password_enabled` tells whether the removal arrived.
         */
        post: operations["removePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the signed-in user
         * @description Use it to find out what is true after an answer was lost, or when another device may have changed the user. It changes
         *     nothing and can be repeated.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dev_browser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a development token
         * @description Development instances know a browser by a token instead of a cookie. Ask for one once, keep it, and send it as
         *     `__clerk_db_jwt` with every request. After a 401 `dev_browser_unauthenticated`, ask for a new one.
         */
        post: operations["createDevBrowser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/client": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the client
         * @description What a page asks first: which sessions does this browser have? Somebody is signed in if the list has an active one; the
         *     session's `user` is that person. Without any, the answer is still 200.
         */
        get: operations["getClient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/client/sign_ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by password
         * @description With `identifier`, `strategy=password` and `password` together a sign-in completes at once: `status` is `complete`,
         *     `created_session_id` names the session, and `client` lists it with its user. With the identifier alone it waits for the
         *     first factor. A wrong password answers 422.
         */
        post: operations["createSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/client/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out of every session here
         * @description Ends every session of this client. The client itself stays, so that a later sign-in needs no new token. Asking again when
         *     nobody is signed in is no error.
         */
        post: operations["removeSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/client/sessions/{session_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a reverification
         * @description Use it after a 403 `session_reverification_required`. The answer says which factors are on offer; prove one of them with
         *     the attempt operation, then send the refused request again.
         */
        post: operations["startSessionVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/client/sessions/{session_id}/verify/attempt_first_factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove the first factor again
         * @description Sends the password of the signed-in user to the reverification that was started. When `status` is `complete` the session
         *     counts as freshly verified for ten minutes.
         */
        post: operations["attemptSessionVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Form fields of a password change. */
        ChangePasswordRequest: {
            /** @description The password to have from now on. 8 to 72 Unicode code points and at most 72 bytes of UTF-8, unless the instance is configured more strictly. Every character counts, spaces included; nothing is trimmed or cut off. */
            new_password: string;
            /** @description The password in force. Asked for where the user has a password and reverification is off. Left out, null and empty all mean "not given", which is how a user without a password sets a first one. */
            current_password?: string | null;
            /** @description `true` ends every other session of this user on every client; the session that acts stays. Left out, null and empty mean `false`. */
            sign_out_of_other_sessions?: boolean | null;
        };
        /**
         * @description A moment, in milliseconds since 1970-01-01T00:00:00Z, or null if it never came.
         * @example 1760000000000
         */
        NullableTimestamp: number | null;
        /** @description How far a proof of ownership has come. Which fields are filled depends on the strategy; all strategies share these. */
        Verification: {
            /** @description The kind of verification, for example `verification_otp`. */
            object?: string;
            /** @description Where it stands. */
            status: ("unverified" | "verified" | "failed" | "expired" | "transferable") | string;
            /** @description How it is proven, for example `email_code` or `password`. */
            strategy: string;
            /** @description How many tries were used. */
            attempts?: number | null;
            expire_at?: components["schemas"]["NullableTimestamp"];
            /** @description What a wallet or passkey is to sign, where one is asked for. */
            nonce?: string | null;
            /** @description Where to send the browser, for proofs that happen elsewhere. */
            external_verification_redirect_url?: string | null;
            /** @description The client that completed it, where it was another one. */
            verified_at_client?: string | null;
        };
        /** @description The proof that goes with it, or null where none was asked for. */
        NullableVerification: components["schemas"]["Verification"] | null;
        /** @description Another way to sign in that this one is tied to. */
        IdentificationLink: {
            /** @description What kind of identification, for example `oauth_google` or `saml`. */
            type: string;
            /** @description Its identifier. */
            id: string;
        };
        /**
         * @description A moment, in milliseconds since 1970-01-01T00:00:00Z.
         * @example 1760000000000
         */
        Timestamp: number;
        /** @description One e-mail address of a user. */
        EmailAddress: {
            /** @description Identifier, `idn_…`. */
            id: string;
            /**
             * @description Always `email_address`.
             * @constant
             */
            object: "email_address";
            /** @description The address itself. */
            email_address: string;
            /** @description Whether the address is held for this user without being theirs yet. */
            reserved: boolean;
            verification: components["schemas"]["NullableVerification"];
            /** @description Other ways to sign in that rest on this address. */
            linked_to: components["schemas"]["IdentificationLink"][];
            /** @description Whether the domain belongs to a single-sign-on connection. */
            matches_sso_connection?: boolean;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One phone number of a user. */
        PhoneNumber: {
            /** @description Identifier, `idn_…`. */
            id: string;
            /**
             * @description Always `phone_number`.
             * @constant
             */
            object: "phone_number";
            /** @description The number, in E.164 form. */
            phone_number: string;
            /** @description Whether it serves as a second factor. */
            reserved_for_second_factor?: boolean;
            /** @description Whether it is the second factor that is offered first. */
            default_second_factor?: boolean;
            /** @description Whether the number is held for this user without being theirs yet. */
            reserved: boolean;
            verification: components["schemas"]["NullableVerification"];
            /** @description Other ways to sign in that rest on this number. */
            linked_to: components["schemas"]["IdentificationLink"][];
            /** @description Codes for when the phone is lost; filled only when they were just made. */
            backup_codes?: string[] | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One wallet of a user. */
        Web3Wallet: {
            /** @description Identifier, `idn_…`. */
            id: string;
            /**
             * @description Always `web3_wallet`.
             * @constant
             */
            object: "web3_wallet";
            /** @description The address of the wallet. */
            web3_wallet: string;
            verification: components["schemas"]["NullableVerification"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One passkey of a user. */
        Passkey: {
            /** @description Identifier, `idn_…`. */
            id: string;
            /**
             * @description Always `passkey`.
             * @constant
             */
            object: "passkey";
            /** @description What the person or the device calls it. */
            name: string;
            last_used_at?: components["schemas"]["NullableTimestamp"];
            verification: components["schemas"]["NullableVerification"];
            created_at?: components["schemas"]["Timestamp"];
            updated_at?: components["schemas"]["Timestamp"];
        };
        /** @description Free-form JSON that the application keeps with this object. */
        Metadata: {
            [key: string]: unknown;
        };
        /** @description An organization that a user belongs to. */
        Organization: {
            /** @description Identifier, `org_…`. */
            id: string;
            /**
             * @description Always `organization`.
             * @constant
             */
            object: "organization";
            /** @description What people call it. */
            name: string;
            /** @description Its name in addresses. */
            slug: string;
            /** @description Its picture. */
            image_url?: string;
            /** @description Whether somebody chose that picture. */
            has_image: boolean;
            /** @description How many belong to it. */
            members_count?: number;
            /** @description How many were asked and have not answered. */
            pending_invitations_count?: number;
            /** @description How many may belong to it; 0 for no limit. */
            max_allowed_memberships: number;
            /** @description Whether an administrator may delete it. */
            admin_delete_enabled: boolean;
            public_metadata: components["schemas"]["Metadata"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description What others may see of a user. */
        PublicUserData: {
            /** @description Given name. */
            first_name: string | null;
            /** @description Family name. */
            last_name: string | null;
            /** @description Picture. */
            image_url?: string | null;
            /** @description Whether the person chose that picture. */
            has_image: boolean;
            /** @description What the person signs in with, for example an e-mail address. */
            identifier: string;
            /** @description Older name of `image_url`. */
            profile_image_url?: string | null;
            /** @description The user that this describes. */
            user_id?: string | null;
            /** @description Username. */
            username?: string | null;
            /** @description Whether the account was closed by an administrator. */
            banned?: boolean;
            /** @description Whether the account was closed by a directory. */
            deprovisioned?: boolean;
        };
        /** @description What others may see of the user, or null. */
        NullablePublicUserData: components["schemas"]["PublicUserData"] | null;
        /** @description That a user belongs to an organization, and as what. */
        OrganizationMembership: {
            /** @description Identifier, `orgmem_…`. */
            id: string;
            /**
             * @description Always `organization_membership`.
             * @constant
             */
            object: "organization_membership";
            public_metadata: components["schemas"]["Metadata"];
            /** @description The role as programs know it, for example `org:admin`. */
            role: string;
            /** @description The role as people know it. */
            role_name: string;
            /** @description What the role allows. */
            permissions: string[] | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            organization: components["schemas"]["Organization"];
            public_user_data?: components["schemas"]["NullablePublicUserData"];
        };
        /** @description An account elsewhere that the user signs in with. */
        ExternalAccount: {
            /** @description The kind of account, for example `external_account`. */
            object: string;
            /** @description Identifier. */
            id: string;
            /** @description Who runs it, for example `oauth_google`. */
            provider: string;
            /** @description The identification that it belongs to. */
            identification_id: string;
            /** @description What the provider calls this person. */
            provider_user_id: string;
            /** @description What the person allowed, separated by spaces. */
            approved_scopes: string;
            /** @description The address that the provider reports, or an empty string. */
            email_address: string;
            /** @description Whether the provider vouches for that address. */
            email_address_verified?: boolean | null;
            /** @description Given name, or an empty string. */
            first_name: string;
            /** @description Family name, or an empty string. */
            last_name: string;
            /** @description Older name of `image_url`. */
            avatar_url?: string;
            /** @description Picture that the provider reports. */
            image_url?: string | null;
            /** @description Username at the provider. */
            username?: string | null;
            /** @description Phone number at the provider. */
            phone_number?: string | null;
            public_metadata: components["schemas"]["Metadata"];
            /** @description What an administrator calls this account. */
            label?: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            verification: components["schemas"]["NullableVerification"];
        };
        /** @description A work account that the user signs in with through SAML. */
        SamlAccount: {
            /** @description Identifier. */
            id: string;
            /**
             * @description Always `saml_account`.
             * @constant
             */
            object: "saml_account";
            /** @description Who runs the identity provider. */
            provider: string;
            /** @description Whether the connection may be used. */
            active: boolean;
            /** @description Address that the identity provider reports. */
            email_address: string;
            /** @description Given name there. */
            first_name: string | null;
            /** @description Family name there. */
            last_name: string | null;
            /** @description What the identity provider calls this person. */
            provider_user_id: string | null;
            /** @description The enterprise connection behind it. */
            enterprise_connection_id?: string | null;
            last_authenticated_at?: components["schemas"]["NullableTimestamp"];
            public_metadata: components["schemas"]["Metadata"];
            verification: components["schemas"]["NullableVerification"];
            /** @description The connection that it came through, as the server describes it. */
            saml_connection: Record<string, never> | null;
        };
        /** @description A work account, whatever its protocol. The public documents give it no further type, so only its identity is promised. */
        EnterpriseAccount: {
            /** @description Identifier. */
            id?: string;
            /** @description The kind of object, `enterprise_account`. */
            object?: string;
            /** @description Who runs the identity provider. */
            provider?: string;
            /** @description Whether the account may be used; while one may, the password cannot be edited. */
            active?: boolean;
        };
        /** @description The signed-in person's account. Required is what servers of every API version from 2021-02-05 to 2026-05-12 send; all else may be missing, and more may come. */
        User: {
            /** @description Identifier, `user_…`. */
            id: string;
            /**
             * @description Always `user`.
             * @constant
             */
            object: "user";
            /** @description Username, where the instance has them. */
            username: string | null;
            /** @description Given name. */
            first_name: string | null;
            /** @description Family name. */
            last_name: string | null;
            /** @description Picture, chosen or drawn from the name. */
            image_url?: string;
            /** @description Whether the person chose that picture. */
            has_image: boolean;
            /** @description The e-mail address that notices go to. */
            primary_email_address_id: string | null;
            /** @description The phone number that messages go to. */
            primary_phone_number_id: string | null;
            /** @description The wallet used by default. */
            primary_web3_wallet_id: string | null;
            /** @description Whether the user has a password. A removal turns it off; a change leaves it on. */
            password_enabled: boolean;
            /** @description Whether any second factor is set up. */
            two_factor_enabled: boolean;
            /** @description Whether an authenticator app is set up. */
            totp_enabled: boolean;
            /** @description Whether backup codes exist. */
            backup_code_enabled: boolean;
            /** @description Every e-mail address of the user. */
            email_addresses: components["schemas"]["EmailAddress"][];
            /** @description Every phone number of the user. */
            phone_numbers: components["schemas"]["PhoneNumber"][];
            /** @description Every wallet of the user. */
            web3_wallets: components["schemas"]["Web3Wallet"][];
            /** @description Every passkey of the user. */
            passkeys: components["schemas"]["Passkey"][];
            /** @description The organizations that the user belongs to. */
            organization_memberships?: components["schemas"]["OrganizationMembership"][];
            /** @description Accounts elsewhere that the user signs in with. */
            external_accounts: components["schemas"]["ExternalAccount"][];
            /** @description Work accounts that the user signs in with through SAML. */
            saml_accounts: components["schemas"]["SamlAccount"][];
            /** @description Work accounts, whatever their protocol. */
            enterprise_accounts: components["schemas"]["EnterpriseAccount"][];
            /** @description When the password was last set; null for a user without one. */
            password_last_updated_at?: components["schemas"]["NullableTimestamp"];
            /** @description JSON that the application's back end wrote and the browser may read. */
            public_metadata: components["schemas"]["Metadata"];
            /** @description JSON for the application's back end; never sent to browsers. */
            private_metadata?: components["schemas"]["Metadata"];
            /** @description JSON that the browser itself may write. */
            unsafe_metadata?: components["schemas"]["Metadata"];
            /** @description What another system calls this user. */
            external_id: string | null;
            last_sign_in_at: components["schemas"]["NullableTimestamp"];
            /** @description Whether the account was closed by an administrator. */
            banned: boolean;
            /** @description Whether the account is locked after too many failed attempts. */
            locked: boolean;
            /** @description Whether the account was closed by a directory. */
            deprovisioned?: boolean;
            /** @description Seconds until the lock opens by itself, or null if there is none. */
            lockout_expires_in_seconds: number | null;
            /** @description Failed attempts left before the account locks, or null if it never does. */
            verification_attempts_remaining: number | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description Whether the person may delete the account. */
            delete_self_enabled: boolean;
            /** @description Whether the person may found organizations. */
            create_organization_enabled: boolean;
            /** @description How many organizations the person may found; missing, null or 0 for no limit. */
            create_organizations_limit?: number | null;
            last_active_at: components["schemas"]["NullableTimestamp"];
            mfa_enabled_at: components["schemas"]["NullableTimestamp"];
            mfa_disabled_at: components["schemas"]["NullableTimestamp"];
            legal_accepted_at: components["schemas"]["NullableTimestamp"];
            /** @description Older name of `image_url`. */
            profile_image_url?: string | null;
        };
        /** @description A session token. */
        Token: {
            /**
             * @description Always `token`.
             * @constant
             */
            object: "token";
            /** @description A signed JSON Web Token that lives for about a minute. */
            jwt: string;
        };
        /** @description Something that the person has to do before a pending session becomes active. */
        SessionTask: {
            /** @description What is to be done, for example `reset-password`. */
            key: string;
        };
        /** @description One signed-in use of an account on one client. */
        Session: {
            /** @description Identifier, `sess_…`. */
            id: string;
            /**
             * @description Always `session`.
             * @constant
             */
            object: "session";
            /** @description Only an `active` session may act. */
            status: ("active" | "pending" | "revoked" | "ended" | "expired" | "removed" | "abandoned") | string;
            expire_at: components["schemas"]["Timestamp"];
            abandon_at: components["schemas"]["Timestamp"];
            last_active_at: components["schemas"]["Timestamp"];
            /** @description The newest token of the session, or null. */
            last_active_token?: components["schemas"]["Token"] | null;
            /** @description Who acts in the user's place, where somebody does. */
            actor?: Record<string, never> | null;
            /** @description What has to be done before a pending session becomes active. */
            tasks?: components["schemas"]["SessionTask"][] | null;
            /** @description The organization that was chosen last. */
            last_active_organization_id: string | null;
            user?: components["schemas"]["User"];
            public_user_data: components["schemas"]["NullablePublicUserData"];
            /** @description Minutes since the first and since the second factor were last proven, in this order; -1 where that factor was never asked for. Reverification looks at the first number. */
            factor_verification_age: number[] | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One way to prove who is signing in. */
        SignInFactor: {
            /** @description How, for example `password` or `email_code`. */
            strategy: string;
            /** @description Where a code would go, partly hidden. */
            safe_identifier?: string;
            /** @description The e-mail address concerned. */
            email_address_id?: string;
            /** @description The phone number concerned. */
            phone_number_id?: string;
            /** @description The wallet concerned. */
            web3_wallet_id?: string;
            /** @description The passkey concerned. */
            passkey_id?: string;
            /** @description Whether it is the user's primary one of its kind. */
            primary?: boolean | null;
            /** @description Whether to offer it first. */
            default?: boolean;
        };
        /** @description An attempt to sign in, finished or not. */
        SignIn: {
            /** @description The kind of object, `sign_in_attempt`. */
            object: string;
            /** @description Identifier. */
            id: string;
            /** @description What is still missing. `complete` means that a session was created. */
            status: ("abandoned" | "needs_identifier" | "needs_first_factor" | "needs_second_factor" | "needs_client_trust" | "needs_new_password" | "needs_protect_check" | "complete") | string;
            /** @description What a person may identify with. */
            supported_identifiers: string[];
            /** @description First factors on offer; null before the user is known. */
            supported_first_factors: components["schemas"]["SignInFactor"][] | null;
            /** @description Second factors on offer; null where none is wanted. */
            supported_second_factors: components["schemas"]["SignInFactor"][] | null;
            first_factor_verification: components["schemas"]["NullableVerification"];
            second_factor_verification: components["schemas"]["NullableVerification"];
            /** @description What the person gave. */
            identifier: string | null;
            /** @description Name and picture for the greeting. */
            user_data: {
                /** @description Given name. */
                first_name?: string | null;
                /** @description Family name. */
                last_name?: string | null;
                /** @description Picture. */
                image_url?: string;
                /** @description Whether the person chose that picture. */
                has_image?: boolean;
                /** @description Older name of `image_url`. */
                profile_image_url?: string | null;
            } | null;
            /** @description The session that came of it. */
            created_session_id: string | null;
            abandon_at: components["schemas"]["Timestamp"];
            /** @description Whether this client was seen before. */
            client_trust_state?: ("pending" | "new" | "known") | (string | null);
        };
        /** @description An attempt to open an account. A password page never starts one and only has to leave it alone, so this lists no more than what every server sends. */
        SignUp: {
            /** @description The kind of object, `sign_up_attempt`. */
            object: string;
            /** @description Identifier. */
            id: string;
            /** @description Where it stands. */
            status: ("abandoned" | "missing_requirements" | "complete") | string;
        };
        /** @description What the server knows about one browser or device: its sessions and what it is in the middle of. Beside a `response` it is the *piggybacked client*, the state after the operation. */
        Client: {
            /**
             * @description Always `client`.
             * @constant
             */
            object: "client";
            /** @description Identifier, `client_…`. */
            id: string;
            /** @description The sessions on this client. A session that has ended is no longer listed. */
            sessions: components["schemas"]["Session"][];
            /** @description The sign-in under way, or null. */
            sign_in: components["schemas"]["SignIn"] | null;
            /** @description The sign-up under way, or null. */
            sign_up: components["schemas"]["SignUp"] | null;
            /** @description The session that acted last and acts by default. */
            last_active_session_id: string | null;
            /** @description How the last sign-in was proven. */
            last_authentication_strategy?: string | null;
            cookie_expires_at: components["schemas"]["NullableTimestamp"];
            /** @description Whether this client is spared the proof that it is no robot. */
            captcha_bypass: boolean;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The user after the operation, and the client beside it. */
        UserAnswer: {
            response: components["schemas"]["User"];
            client: components["schemas"]["Client"];
        };
        /** @description Details that go with a code. Which ones are there depends on the code. */
        ErrorMeta: {
            /** @description The form field that the error is about. */
            param_name?: string;
            /** @description The session that the error is about. */
            session_id?: string;
            /** @description Seconds until a locked account opens by itself. */
            lockout_expires_in_seconds?: number;
            /** @description How to make a weak password stronger. */
            zxcvbn?: {
                /** @description One advice each. */
                suggestions: {
                    /** @description The stable name of the advice. */
                    code: string;
                    /** @description The advice as a sentence. */
                    message: string;
                }[];
            };
        };
        /** @description One reason. */
        ClerkError: {
            /** @description What happened, in a few words. */
            message: string;
            /** @description What happened and what to do, in a sentence that a page can show. */
            long_message: string;
            /** @description The stable name of this reason. Branch on this. */
            code: string;
            meta?: components["schemas"]["ErrorMeta"];
        };
        /** @description Why a request was refused. There is at least one error; show the first one's `long_message`. */
        ClerkErrors: {
            /** @description What was wrong, most important first. */
            errors: components["schemas"]["ClerkError"][];
            meta?: components["schemas"]["Metadata"];
            /** @description Identifies this answer in the server's records; quote it when asking for help. */
            clerk_trace_id?: string;
        };
        /** @description The codes of a 400 that any operation can answer. A server may add codes. */
        BadRequestErrorCode: ("malformed_request_parameters" | "origin_invalid" | "origin_authorization_headers_conflict" | "host_invalid") | string;
        /** @description The codes of a 401 to an operation that acts for a session. A server may add codes. */
        UnauthorizedErrorCode: ("authentication_invalid" | "signed_out" | "dev_browser_unauthenticated" | "action_for_session_not_authorized") | string;
        /** @description The codes of a 403 to the two password operations. A server may add codes. */
        ForbiddenErrorCode: ("session_reverification_required" | "user_locked" | "user_banned" | "user_deactivated" | "operation_not_allowed_on_satellite_domain") | string;
        /** @description The codes of a 413. A server may add codes. */
        PayloadTooLargeErrorCode: "request_body_too_large" | string;
        /** @description The codes of a 415. A server may add codes. */
        UnsupportedMediaTypeErrorCode: "unsupported_content_type" | string;
        /** @description The codes of a 422 to a password change: what is wrong with which field. A server may add codes. */
        ChangePasswordErrorCode: ("form_param_value_invalid" | "form_param_missing" | "form_param_nil" | "form_param_unknown" | "form_param_duplicate" | "form_param_type_invalid" | "form_param_format_invalid" | "form_password_incorrect" | "form_password_validation_failed" | "form_new_password_matches_current" | "form_password_length_too_short" | "form_password_length_too_long" | "form_password_size_in_bytes_exceeded" | "form_password_no_uppercase" | "form_password_no_lowercase" | "form_password_no_number" | "form_password_no_special_char" | "form_password_not_strong_enough" | "form_password_pwned" | "form_password_matches_identifier") | string;
        /** @description The codes of a 429. A server may add codes. */
        TooManyRequestsErrorCode: "too_many_requests" | string;
        /** @description The codes of a 500. A server may add codes. */
        InternalServerErrorCode: "internal_clerk_error" | string;
        /** @description Form fields of a password removal. */
        RemovePasswordRequest: {
            /** @description The password in force, as proof that the person at the keyboard is its owner. */
            current_password: string;
        };
        /** @description The codes of a 400 to a password removal. A server may add codes. */
        RemovePasswordBadRequestErrorCode: ("malformed_request_parameters" | "origin_invalid" | "origin_authorization_headers_conflict" | "host_invalid" | "no_password_set" | "password_required") | string;
        /** @description The codes of a 422 to a password removal: what is wrong with which field. A server may add codes. */
        RemovePasswordErrorCode: ("form_param_value_invalid" | "form_param_missing" | "form_param_nil" | "form_param_unknown" | "form_param_duplicate" | "form_param_format_invalid" | "form_password_incorrect" | "form_password_validation_failed") | string;
        /** @description The codes of a 403 that says that the account cannot be used. A server may add codes. */
        AccountForbiddenErrorCode: ("user_locked" | "user_banned" | "user_deactivated" | "operation_not_allowed_on_satellite_domain") | string;
        /** @description The token that stands in for a cookie on development instances. */
        DevBrowser: {
            /** @description The token; send it as `__clerk_db_jwt`. */
            id: string;
            /** @description The same token, under the name that older SDKs read. */
            token?: string;
        };
        /** @description The client, or null where there is none. */
        NullableClient: components["schemas"]["Client"] | null;
        /** @description The client of this browser, or null before it has one. */
        ClientAnswer: {
            response: components["schemas"]["NullableClient"];
            client?: components["schemas"]["NullableClient"];
        };
        /** @description The codes of a 401 to an operation that needs no session. A server may add codes. */
        ClientUnauthorizedErrorCode: "dev_browser_unauthenticated" | string;
        /** @description Form fields of a sign-in by password. Other strategies exist; a password page needs this one. */
        SignInRequest: {
            /**
             * @description The e-mail address, phone number or username that the user is known by.
             * @example user@example.com
             */
            identifier: string;
            /**
             * @description How to prove it. `password` together with the field of that name completes the sign-in in one step.
             * @example password
             */
            strategy?: string | null;
            /** @description The password of that user. */
            password?: string | null;
        };
        /** @description The sign-in, and the client after it. */
        SignInAnswer: {
            response: components["schemas"]["SignIn"];
            client: components["schemas"]["Client"];
        };
        /** @description The codes of a 422 to a sign-in. A server may add codes. */
        SignInErrorCode: ("form_param_value_invalid" | "form_param_missing" | "form_identifier_not_found" | "form_password_incorrect" | "strategy_for_user_invalid") | string;
        /** @description Form fields that start a reverification. */
        SessionVerificationRequest: {
            /**
             * @description Which proof is wanted. `first_factor` is what the two password operations ask for.
             * @enum {string}
             */
            level: "first_factor" | "second_factor" | "multi_factor";
        };
        /** @description A reverification; the person proves again who they are, without signing out. */
        SessionVerification: {
            /** @description The kind of object, `session_reverification`. */
            object: string;
            /** @description Which proof is wanted. */
            level: ("first_factor" | "second_factor" | "multi_factor") | string;
            /** @description What is still missing. After `complete` the refused call can be sent again. */
            status: ("needs_first_factor" | "needs_second_factor" | "complete") | string;
            /** @description First factors on offer. */
            supported_first_factors: components["schemas"]["SignInFactor"][] | null;
            /** @description Second factors on offer. */
            supported_second_factors: components["schemas"]["SignInFactor"][] | null;
            first_factor_verification: components["schemas"]["NullableVerification"];
            second_factor_verification: components["schemas"]["NullableVerification"];
            /** @description The session that is verified, without its user. */
            session: {
                /** @description Identifier, `sess_…`. */
                id: string;
                /**
                 * @description Always `session`.
                 * @constant
                 */
                object: "session";
                /** @description Its status, normally `active`. */
                status: string;
            };
        };
        /** @description The reverification, and the client after it. */
        SessionVerificationAnswer: {
            response: components["schemas"]["SessionVerification"];
            client: components["schemas"]["Client"];
        };
        /** @description The codes of a 404. A server may add codes. */
        NotFoundErrorCode: "resource_not_found" | string;
        /** @description The codes of a 422 to the start of a reverification. A server may add codes. */
        StartSessionVerificationErrorCode: "form_param_value_invalid" | string;
        /** @description Form fields of one attempt to prove the first factor again, by password. */
        SessionVerificationAttemptRequest: {
            /**
             * @description The strategy tried, one of those that the reverification offers.
             * @enum {string}
             */
            strategy: "password";
            /** @description The password of the signed-in user. */
            password: string;
        };
        /** @description The codes of a 422 to an attempt to reverify. A server may add codes. */
        AttemptSessionVerificationErrorCode: ("form_param_value_invalid" | "form_param_missing" | "form_password_incorrect") | string;
    };
    responses: {
        /** @description The new password is in force. `response` is the user, `client` what this browser now has. */
        PasswordChanged: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserAnswer"];
            };
        };
        /** @description The request itself is wrong, whoever sent it. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["BadRequestErrorCode"];
                    })[];
                };
            };
        };
        /** @description Nobody is signed in who could act. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["UnauthorizedErrorCode"];
                    })[];
                };
            };
        };
        /** @description The person is known but may not do this now. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["ForbiddenErrorCode"];
                    })[];
                };
            };
        };
        /** @description The body is larger than a form of this operation can be. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["PayloadTooLargeErrorCode"];
                    })[];
                };
            };
        };
        /** @description The body is not a form. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["UnsupportedMediaTypeErrorCode"];
                    })[];
                };
            };
        };
        /** @description A field is missing or wrong. `meta.param_name` says which one. */
        ChangePasswordUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["ChangePasswordErrorCode"];
                    })[];
                };
            };
        };
        /** @description Too many requests in a short time. */
        TooManyRequests: {
            headers: {
                /**
                 * @description Seconds to wait before the next request.
                 * @example 30
                 */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["TooManyRequestsErrorCode"];
                    })[];
                };
            };
        };
        /** @description The server failed. Whether the operation was carried out is unknown. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["InternalServerErrorCode"];
                    })[];
                };
            };
        };
        /** @description The user has no password any more. Nobody was signed out. */
        PasswordRemoved: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserAnswer"];
            };
        };
        /** @description The request itself is wrong, or there is nothing to remove. */
        RemovePasswordBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["RemovePasswordBadRequestErrorCode"];
                    })[];
                };
            };
        };
        /** @description The current password is missing or wrong. `meta.param_name` says which field is meant. */
        RemovePasswordUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["RemovePasswordErrorCode"];
                    })[];
                };
            };
        };
        /** @description The user as they are now. */
        CurrentUser: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserAnswer"];
            };
        };
        /** @description The account may not be used. */
        AccountForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["AccountForbiddenErrorCode"];
                    })[];
                };
            };
        };
        /** @description A new token. */
        DevBrowserCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DevBrowser"];
            };
        };
        /** @description The client of this browser, or null before it has one. */
        CurrentClient: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientAnswer"];
            };
        };
        /** @description The browser is not known. */
        ClientUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["ClientUnauthorizedErrorCode"];
                    })[];
                };
            };
        };
        /** @description The sign-in as far as it came. With `status` `complete` there is a session. */
        SignInCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SignInAnswer"];
            };
        };
        /** @description A field is missing or wrong. `meta.param_name` says which one. */
        SignInUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["SignInErrorCode"];
                    })[];
                };
            };
        };
        /** @description Every session of this client has ended. */
        SessionsRemoved: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientAnswer"];
            };
        };
        /** @description The reverification and what it offers. */
        SessionVerificationStarted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SessionVerificationAnswer"];
            };
        };
        /** @description There is no such session or route. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["NotFoundErrorCode"];
                    })[];
                };
            };
        };
        /** @description A field is missing or wrong. */
        SessionVerificationUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["StartSessionVerificationErrorCode"];
                    })[];
                };
            };
        };
        /** @description The reverification after the attempt. */
        SessionVerificationAttempted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SessionVerificationAnswer"];
            };
        };
        /** @description The password is missing or wrong. */
        SessionVerificationAttemptUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["AttemptSessionVerificationErrorCode"];
                    })[];
                };
            };
        };
    };
    parameters: {
        /** @description The session that acts. Without it the server takes the one that was last active on this client. */
        SessionId: string;
        /** @description The date of the API version that the caller was written for. */
        ApiVersion: string;
        /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
        SdkVersion: string;
        /** @description Browsers send only GET and POST here, so the real verb travels in this parameter. */
        MethodDelete: "DELETE";
        /** @description The session to verify again. It has to belong to this client. */
        PathSessionId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    changePassword: {
        parameters: {
            query?: {
                /** @description The session that acts. Without it the server takes the one that was last active on this client. */
                _clerk_session_id?: components["parameters"]["SessionId"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Form fields, as UTF-8. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            200: components["responses"]["PasswordChanged"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ChangePasswordUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    removePassword: {
        parameters: {
            query?: {
                /** @description The session that acts. Without it the server takes the one that was last active on this client. */
                _clerk_session_id?: components["parameters"]["SessionId"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Form fields, as UTF-8. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RemovePasswordRequest"];
            };
        };
        responses: {
            200: components["responses"]["PasswordRemoved"];
            400: components["responses"]["RemovePasswordBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RemovePasswordUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getUser: {
        parameters: {
            query?: {
                /** @description The session that acts. Without it the server takes the one that was last active on this client. */
                _clerk_session_id?: components["parameters"]["SessionId"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CurrentUser"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccountForbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createDevBrowser: {
        parameters: {
            query?: {
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DevBrowserCreated"];
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getClient: {
        parameters: {
            query?: {
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CurrentClient"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ClientUnauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createSignIn: {
        parameters: {
            query?: {
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Form fields, as UTF-8. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            200: components["responses"]["SignInCreated"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ClientUnauthorized"];
            403: components["responses"]["AccountForbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["SignInUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    removeSessions: {
        parameters: {
            query: {
                /** @description Browsers send only GET and POST here, so the real verb travels in this parameter. */
                _method: components["parameters"]["MethodDelete"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SessionsRemoved"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["ClientUnauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    startSessionVerification: {
        parameters: {
            query?: {
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
            };
            header?: never;
            path: {
                /** @description The session to verify again. It has to belong to this client. */
                session_id: components["parameters"]["PathSessionId"];
            };
            cookie?: never;
        };
        /** @description Form fields, as UTF-8. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SessionVerificationRequest"];
            };
        };
        responses: {
            200: components["responses"]["SessionVerificationStarted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccountForbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["SessionVerificationUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    attemptSessionVerification: {
        parameters: {
            query?: {
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
            };
            header?: never;
            path: {
                /** @description The session to verify again. It has to belong to this client. */
                session_id: components["parameters"]["PathSessionId"];
            };
            cookie?: never;
        };
        /** @description Form fields, as UTF-8. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SessionVerificationAttemptRequest"];
            };
        };
        responses: {
            200: components["responses"]["SessionVerificationAttempted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccountForbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["SessionVerificationAttemptUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
