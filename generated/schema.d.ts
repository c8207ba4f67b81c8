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
         * @description Use it if a signed-in user chooses a new password, and also if a user who signed up without a password sets a first one.
         *
         *     What the server requires depends on the user, on the instance, and on when the session was last verified:
         *
         *     | User has a password | Reverification | Last verified | Required |
         *     | --- | --- | --- | --- |
         *     | no | off | any time | nothing else: `new_password` alone sets a first password |
         *     | yes | off | any time | the current password |
         *     | no | on | 10 minutes ago or less | nothing else |
         *     | no | on | more than 10 minutes ago | reverification |
         *     | yes | on | 10 minutes ago or less | nothing else; if you send a current password anyway, it must be correct |
         *     | yes | on | more than 10 minutes ago | reverification |
         *
         *     If the user has to reverify first, the response is 403 `session_reverification_required`.
         *
         *     The session that makes the change stays signed in. With `sign_out_of_other_sessions`, every other session of the user is signed
         *     out, on every client; without it, they stay.
         *
         *     A wrong current password gets a 422, never a 401: the user is still signed in. Each failed attempt counts toward account lockout.
         *
         *     Do not send the request twice. If the response was lost, read `GET /v1/me` and compare `password_last_updated_at` first:
         *     if the change did arrive, a second one fails with `form_password_incorrect`.
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
         * @description Use it if a user wants to sign in by other means only. Check first that there is one, such as a verified email
         *     address or a passkey, because the server does not.
         *
         *     | User has a password | Reverification | Last verified | Required |
         *     | --- | --- | --- | --- |
         *     | no | any | any time | nothing: there is nothing to remove (400 `no_password_set`) |
         *     | yes | off | any time | the current password |
         *     | yes | on | 10 minutes ago or less | the current password |
         *     | yes | on | more than 10 minutes ago | reverification, then the current password |
         *
         *     If the user has to reverify first, the response is 403 `session_reverification_required`.
         *
         *     No session ends. In the response, `password_enabled` is false.
         *
         *     If the instance requires every user to have a password, it responds with 400 `password_required`.
         *
         *     If the response was lost, read `GET /v1/me`: `password_enabled` tells whether the removal arrived.
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
         * @description Use it to find out what happened after a response was lost, or if another device may have changed the user. It changes
         *     nothing, so it can be retried.
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
         * @description Use it first on a page, to find out which sessions this browser has. A user is signed in if the list has an active
         *     session; its `user` is that user. Without any session, the response is still a 200.
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
         * @description Send `identifier`, `strategy=password` and `password` together to complete a sign-in at once: `status` is `complete`,
         *     `created_session_id` names the session, and `client` lists it with its user. With the identifier alone, the sign-in waits
         *     for the first factor. A wrong password gets a 422.
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
         * @description Ends every session of this client. The client itself stays, so a later sign-in needs no new token. If no user is signed
         *     in, the response is the same.
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
         * @description Use it after a 403 `session_reverification_required`. The response lists the factors that the user may
         *     reverify by. Use the attempt operation with one of them, then retry the first request.
         */
        post: operations["startSessionVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/client/sessions/{session_id}/verify/prepare_first_factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code to reverify
         * @description Use it for users who cannot reverify by password, for example because they have none. Have a code sent to an email address or a phone number that the reverification offers, then send the code with the attempt operation. The code is valid for 10 minutes; calling this again replaces it.
         */
        post: operations["prepareSessionVerification"];
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
         * Reverify the first factor
         * @description Sends the password or the code of the signed-in user to the reverification that was started. If `status` is `complete`, the
         *     session counts as verified for the next 10 minutes.
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
            /**
             * Format: password
             * @description The new password. 8 to 72 Unicode code points and at most 72 bytes of UTF-8, unless the instance is configured more strictly. Every character counts, spaces included; nothing is trimmed or cut off.
             * @example correct horse battery staple
             */
            new_password: string;
            /**
             * Format: password
             * @description The current password. Required if the user has one and reverification is off. Left out, null and empty all mean "not given", which is how a user without a password sets a first one.
             * @example current-password-1
             */
            current_password?: string | null;
            /**
             * @description `true` signs out every other session of this user, on every client; this session stays. Left out, null and empty mean `false`.
             * @example true
             */
            sign_out_of_other_sessions?: boolean | null;
        };
        /** @description Details of an error. The error code decides which ones are there. */
        ErrorMeta: {
            /**
             * @description The form field that the error is about.
             * @example current_password
             */
            param_name?: string | null;
            /**
             * @description The session that the error is about.
             * @example sess_2xAmplePaloAlto0000000000001
             */
            session_id?: string | null;
            /**
             * @description Seconds until a locked account unlocks by itself. If it is null, the account stays locked until an administrator unlocks it.
             * @example 3600
             */
            lockout_expires_in_seconds?: number | null;
            /** @description Advice for a stronger password. */
            zxcvbn?: {
                /** @description The pieces of advice. */
                suggestions?: {
                    /**
                     * @description The stable name of the advice.
                     * @example anotherWord
                     */
                    code: string;
                    /**
                     * @description The advice as a sentence.
                     * @example Add another word or two.
                     */
                    message: string;
                }[] | null;
            } | null;
            /**
             * @description The email addresses that the error is about.
             * @example [
             *       "user@example.com"
             *     ]
             */
            email_addresses?: string[] | null;
            /**
             * @description The identifiers that the error is about.
             * @example [
             *       "user@example.com"
             *     ]
             */
            identifiers?: string[] | null;
        };
        /** @description One error. */
        ClerkError: {
            /**
             * @description The error in a few words.
             * @example Incorrect password
             */
            message: string;
            /**
             * @description The error and what to do about it, in a sentence for users. If it is null or missing, `message` stands in for it.
             * @example The current password is not right. Check it and try again.
             */
            long_message?: string | null;
            /**
             * @description The stable name of this error. Branch on it.
             * @example form_password_incorrect
             */
            code: string;
            meta?: components["schemas"]["ErrorMeta"];
        };
        /**
         * Format: int64
         * @description A moment, in milliseconds since 1970-01-01T00:00:00Z.
         * @example 1760000000000
         */
        Timestamp: number;
        /** @description A session token. */
        Token: {
            /**
             * @description Always `token`.
             * @constant
             */
            object: "token";
            /**
             * @description A signed JSON Web Token that lives for about a minute.
             * @example eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl
             */
            jwt: string;
        };
        /** @description A task that the user has to complete before a pending session becomes active. */
        SessionTask: {
            /**
             * @description The task, for example `reset-password`.
             * @example reset-password
             */
            key: string;
        };
        /**
         * Format: int64
         * @description A moment, in milliseconds since 1970-01-01T00:00:00Z, or null if it has not happened.
         * @example 1760000000000
         */
        NullableTimestamp: number | null;
        /** @description The verification of one factor. All strategies share these fields; the strategy decides which ones are filled. */
        Verification: {
            /**
             * @description The kind of verification, for example `verification_otp`.
             * @example verification_otp
             */
            object?: string;
            /**
             * @description Status of the verification.
             * @example verified
             */
            status: ("unverified" | "verified" | "failed" | "expired" | "transferable") | string;
            /**
             * @description The strategy, for example `email_code` or `password`.
             * @example email_code
             */
            strategy: string;
            /**
             * @description Number of attempts so far.
             * @example 1
             */
            attempts?: number | null;
            /** @description When the verification expires; null if it does not. */
            expire_at?: components["schemas"]["NullableTimestamp"];
            /**
             * @description The challenge for a wallet or passkey to sign, if there is one.
             * @example 1a2b3c
             */
            nonce?: string | null;
            /**
             * Format: uri
             * @description The URL to redirect the browser to, for strategies of other sites.
             * @example https://accounts.example.com/authorize
             */
            external_verification_redirect_url?: string | null;
            /**
             * @description Id of the client that completed it, if it was a different one.
             * @example client_2xAmple00000000000000001
             */
            verified_at_client?: string | null;
            /** @description The error that it failed with, or null. */
            error?: components["schemas"]["ClerkError"] | null;
            /**
             * @description The text for a wallet to sign, if there is one.
             * @example Sign in to Example
             */
            message?: string | null;
            /**
             * @description The channel of a phone code, for example `sms` or `whatsapp`.
             * @example sms
             */
            channel?: string | null;
        };
        /** @description The verification, or null if none was requested. */
        NullableVerification: components["schemas"]["Verification"] | null;
        /** @description Another way to sign in that this one is linked to. */
        IdentificationLink: {
            /**
             * @description The kind of identification, for example `oauth_google` or `saml`.
             * @example oauth_google
             */
            type: string;
            /**
             * @description Its identifier.
             * @example idn_2xAmple00000000000000000005
             */
            id: string;
        };
        /** @description One email address of a user. */
        EmailAddress: {
            /**
             * @description Identifier, `idn_…`.
             * @example idn_2xAmple0000000000000000001
             */
            id: string;
            /**
             * @description Always `email_address`.
             * @constant
             */
            object: "email_address";
            /**
             * Format: email
             * @description The address itself.
             * @example user@example.com
             */
            email_address: string;
            /**
             * @description Whether the address is reserved for this user but not verified yet.
             * @example false
             */
            reserved: boolean;
            verification: components["schemas"]["NullableVerification"];
            /** @description Other ways to sign in that are linked to this address. */
            linked_to: components["schemas"]["IdentificationLink"][];
            /**
             * @description Whether the domain belongs to a single-sign-on connection.
             * @example false
             */
            matches_sso_connection?: boolean;
            /** @description When the address was added. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When the address was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One phone number of a user. */
        PhoneNumber: {
            /**
             * @description Identifier, `idn_…`.
             * @example idn_2xAmple00000000000000000002
             */
            id: string;
            /**
             * @description Always `phone_number`.
             * @constant
             */
            object: "phone_number";
            /**
             * @description The number, in E.164 form.
             * @example +15555550100
             */
            phone_number: string;
            /**
             * @description Whether it is reserved for the second factor.
             * @example false
             */
            reserved_for_second_factor?: boolean;
            /**
             * @description Whether it is the default second factor.
             * @example false
             */
            default_second_factor?: boolean;
            /**
             * @description Whether the number is reserved for this user but not verified yet.
             * @example false
             */
            reserved: boolean;
            verification: components["schemas"]["NullableVerification"];
            /** @description Other ways to sign in that are linked to this number. */
            linked_to: components["schemas"]["IdentificationLink"][];
            /**
             * @description Backup codes, present only right after they were created.
             * @example [
             *       "abcd1234"
             *     ]
             */
            backup_codes?: string[] | null;
            /** @description When the number was added. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When the number was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One wallet of a user. */
        Web3Wallet: {
            /**
             * @description Identifier, `idn_…`.
             * @example idn_2xAmple00000000000000000003
             */
            id: string;
            /**
             * @description Always `web3_wallet`.
             * @constant
             */
            object: "web3_wallet";
            /**
             * @description The address of the wallet.
             * @example 0x0000000000000000000000000000000000000001
             */
            web3_wallet: string;
            verification: components["schemas"]["NullableVerification"];
            /** @description When the wallet was added. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When the wallet was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One passkey of a user. */
        Passkey: {
            /**
             * @description Identifier, `idn_…`.
             * @example idn_2xAmple00000000000000000004
             */
            id: string;
            /**
             * @description Always `passkey`.
             * @constant
             */
            object: "passkey";
            /**
             * @description Name given by the user or the device, or null.
             * @example Example
             */
            name: string | null;
            /** @description When the passkey was last used; null if never. */
            last_used_at?: components["schemas"]["NullableTimestamp"];
            verification: components["schemas"]["NullableVerification"];
            /** @description When the passkey was added. */
            created_at?: components["schemas"]["Timestamp"];
            /** @description When the passkey was last changed. */
            updated_at?: components["schemas"]["Timestamp"];
        };
        /**
         * @description Free-form JSON that the application keeps with this object.
         * @example {
         *       "theme": "dark"
         *     }
         */
        Metadata: {
            [key: string]: unknown;
        };
        /** @description An organization that a user belongs to. */
        Organization: {
            /**
             * @description Identifier, `org_…`.
             * @example org_2xAmple00000000000000000001
             */
            id: string;
            /**
             * @description Always `organization`.
             * @constant
             */
            object: "organization";
            /**
             * @description Display name.
             * @example Example
             */
            name: string;
            /**
             * @description Its name in URLs, or null if organizations have none.
             * @example example
             */
            slug?: string | null;
            /**
             * @description Logo.
             * @example https://img.example.com/ada.png
             */
            image_url?: string;
            /**
             * @description Whether the logo was uploaded.
             * @example true
             */
            has_image: boolean;
            /**
             * @description Number of members.
             * @example 3
             */
            members_count?: number;
            /**
             * @description Number of invitations that were not accepted yet.
             * @example 0
             */
            pending_invitations_count?: number;
            /**
             * @description Largest number of members; 0 for no limit.
             * @example 5
             */
            max_allowed_memberships: number;
            /**
             * @description Whether an administrator can delete it.
             * @example false
             */
            admin_delete_enabled: boolean;
            public_metadata: components["schemas"]["Metadata"];
            /** @description When the organization was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When the organization was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Public data of a user. */
        PublicUserData: {
            /**
             * @description Given name.
             * @example Ada
             */
            first_name: string | null;
            /**
             * @description Family name.
             * @example Example
             */
            last_name: string | null;
            /**
             * @description Picture.
             * @example https://img.example.com/ada.png
             */
            image_url?: string | null;
            /**
             * @description Whether the user uploaded the picture.
             * @example true
             */
            has_image: boolean;
            /**
             * @description The identifier that the user signs in with, for example an email address.
             * @example user@example.com
             */
            identifier: string;
            /**
             * @deprecated
             * @description Older name of `image_url`.
             * @example https://img.example.com/ada.png
             */
            profile_image_url?: string | null;
            /**
             * @description Id of the user.
             * @example user_2xAmple0000000000000000001
             */
            user_id?: string | null;
            /**
             * @description Username.
             * @example ada
             */
            username?: string | null;
            /**
             * @description Whether the account was closed by an administrator.
             * @example false
             */
            banned?: boolean;
            /**
             * @description Whether the account was closed by a directory.
             * @example false
             */
            deprovisioned?: boolean;
        };
        /** @description The user's public data, or null. */
        NullablePublicUserData: components["schemas"]["PublicUserData"] | null;
        /** @description The user's membership of an organization, and their role. */
        OrganizationMembership: {
            /**
             * @description Identifier, `orgmem_…`.
             * @example orgmem_2xAmple000000000000000001
             */
            id: string;
            /**
             * @description Always `organization_membership`.
             * @constant
             */
            object: "organization_membership";
            public_metadata: components["schemas"]["Metadata"];
            /**
             * @description Key of the role, for example `org:admin`.
             * @example org:admin
             */
            role: string;
            /**
             * @description Display name of the role.
             * @example Admin
             */
            role_name: string;
            /**
             * @description Permissions of the role.
             * @example [
             *       "org:sys_profile:manage"
             *     ]
             */
            permissions: string[] | null;
            /** @description When the user joined. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When the membership was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            organization: components["schemas"]["Organization"];
            public_user_data?: components["schemas"]["NullablePublicUserData"];
        };
        /** @description A social account that the user signs in with. */
        ExternalAccount: {
            /**
             * @description The kind of account, for example `external_account`.
             * @example external_account
             */
            object: string;
            /**
             * @description Identifier.
             * @example eac_2xAmple0000000000000000001
             */
            id: string;
            /**
             * @description The provider, for example `oauth_google`.
             * @example google
             */
            provider: string;
            /**
             * @description Id of the identification that it belongs to.
             * @example idn_2xAmple00000000000000000005
             */
            identification_id: string;
            /**
             * @description The user's id at the provider.
             * @example 1234567890
             */
            provider_user_id: string;
            /**
             * @description The scopes that the user approved, separated by spaces.
             * @example email profile
             */
            approved_scopes: string;
            /**
             * @description The email address that the provider reports, or an empty string.
             * @example user@example.com
             */
            email_address: string;
            /**
             * @description Whether the provider verified that address.
             * @example true
             */
            email_address_verified?: boolean | null;
            /**
             * @description Given name, or an empty string.
             * @example Ada
             */
            first_name: string;
            /**
             * @description Family name, or an empty string.
             * @example Example
             */
            last_name: string;
            /**
             * @deprecated
             * @description Older name of `image_url`.
             * @example https://img.example.com/ada.png
             */
            avatar_url?: string;
            /**
             * @description Picture that the provider reports.
             * @example https://img.example.com/ada.png
             */
            image_url?: string | null;
            /**
             * @description Username at the provider.
             * @example ada
             */
            username?: string | null;
            /**
             * @description Phone number at the provider.
             * @example +15555550100
             */
            phone_number?: string | null;
            public_metadata: components["schemas"]["Metadata"];
            /**
             * @description Label set by an administrator.
             * @example Work
             */
            label?: string | null;
            /** @description When the account was connected. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When the account was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            verification?: components["schemas"]["NullableVerification"];
        };
        /** @description A SAML account that the user signs in with. */
        SamlAccount: {
            /**
             * @description Identifier.
             * @example samlacc_2xAmple0000000000000001
             */
            id: string;
            /**
             * @description Always `saml_account`.
             * @constant
             */
            object: "saml_account";
            /**
             * @description The identity provider.
             * @example google
             */
            provider: string;
            /**
             * @description Whether the connection can be used.
             * @example true
             */
            active: boolean;
            /**
             * @description Address that the identity provider reports.
             * @example user@example.com
             */
            email_address: string;
            /**
             * @description Given name there.
             * @example Ada
             */
            first_name: string | null;
            /**
             * @description Family name there.
             * @example Example
             */
            last_name: string | null;
            /**
             * @description The user's id at the identity provider.
             * @example 1234567890
             */
            provider_user_id: string | null;
            /**
             * @description The enterprise connection behind it.
             * @example entconn_2xAmple0000000000000001
             */
            enterprise_connection_id?: string | null;
            /** @description When the user last signed in with this account; null if never. */
            last_authenticated_at?: components["schemas"]["NullableTimestamp"];
            public_metadata: components["schemas"]["Metadata"];
            verification: components["schemas"]["NullableVerification"];
            /**
             * @description The connection, as the server describes it.
             * @example {
             *       "id": "samlc_2xAmple00000000000000001",
             *       "name": "Example"
             *     }
             */
            saml_connection: Record<string, never> | null;
        };
        /** @description A single sign-on connection of an organization. */
        EnterpriseConnection: {
            /**
             * @description Identifier.
             * @example entconn_2xAmple0000000000000001
             */
            id: string;
            /**
             * @description Display name.
             * @example Example
             */
            name: string;
            /**
             * @description Whether it can be used.
             * @example true
             */
            active?: boolean;
            /**
             * @description Sign-in protocol, for example `saml`.
             * @example saml
             */
            protocol?: string;
            /**
             * @description The identity provider.
             * @example google
             */
            provider?: string;
            /**
             * @description The email domain that it serves.
             * @example example.com
             */
            domain?: string | null;
            /**
             * @description Logo.
             * @example https://img.example.com/logo.png
             */
            logo_public_url?: string | null;
            /**
             * @description Whether a sign-in can start at the identity provider.
             * @example false
             */
            allow_idp_initiated?: boolean;
            /**
             * @description Whether it also serves subdomains.
             * @example true
             */
            allow_subdomains?: boolean;
            /**
             * @description Whether its users are prevented from adding other ways to sign in.
             * @example false
             */
            disable_additional_identifications?: boolean;
            /**
             * @description Whether names are synchronized from the identity provider.
             * @example false
             */
            sync_user_attributes?: boolean;
            /** @description When the connection was created. */
            created_at?: components["schemas"]["Timestamp"];
            /** @description When the connection was last changed. */
            updated_at?: components["schemas"]["Timestamp"];
        };
        /** @description An enterprise account of any protocol. Servers of older API versions send none of this, so nothing is required. */
        EnterpriseAccount: {
            /**
             * @description Identifier.
             * @example entacc_2xAmple00000000000000001
             */
            id?: string;
            /**
             * @description The kind of object, `enterprise_account`.
             * @example enterprise_account
             */
            object?: string;
            /**
             * @description The identity provider.
             * @example google
             */
            provider?: string;
            /**
             * @description Whether the account can be used. While one can, the user cannot edit the password.
             * @example true
             */
            active?: boolean;
            /**
             * @description Sign-in protocol, for example `saml` or `oauth`.
             * @example saml
             */
            protocol?: string;
            /**
             * @description Address that the identity provider reports.
             * @example user@example.com
             */
            email_address?: string | null;
            /**
             * @description Given name.
             * @example Ada
             */
            first_name?: string | null;
            /**
             * @description Family name.
             * @example Example
             */
            last_name?: string | null;
            /**
             * @description The user's id at the identity provider.
             * @example 1234567890
             */
            provider_user_id?: string | null;
            /**
             * @description The enterprise connection.
             * @example entconn_2xAmple0000000000000001
             */
            enterprise_connection_id?: string | null;
            public_metadata?: components["schemas"]["Metadata"];
            verification?: components["schemas"]["NullableVerification"];
            /** @description When the user last signed in with this account; null if never. */
            last_authenticated_at?: components["schemas"]["NullableTimestamp"];
            /** @description The enterprise connection, or null. */
            enterprise_connection?: components["schemas"]["EnterpriseConnection"] | null;
        };
        /** @description The signed-in user. Required fields are those that every API version from 2021-02-05 to 2026-05-12 returns; others may be missing, and servers may add more. */
        User: {
            /**
             * @description Identifier, `user_…`.
             * @example user_2xAmple0000000000000000001
             */
            id: string;
            /**
             * @description Always `user`.
             * @constant
             */
            object: "user";
            /**
             * @description Username, if the instance uses usernames.
             * @example ada
             */
            username: string | null;
            /**
             * @description Given name.
             * @example Ada
             */
            first_name: string | null;
            /**
             * @description Family name.
             * @example Example
             */
            last_name: string | null;
            /**
             * @description Picture: uploaded, or generated from the name.
             * @example https://img.example.com/ada.png
             */
            image_url?: string;
            /**
             * @description Whether the user uploaded the picture.
             * @example true
             */
            has_image: boolean;
            /**
             * @description Id of the email address that notifications go to.
             * @example idn_2xAmple0000000000000000001
             */
            primary_email_address_id: string | null;
            /**
             * @description Id of the phone number that messages go to.
             * @example idn_2xAmple00000000000000000002
             */
            primary_phone_number_id: string | null;
            /**
             * @description Id of the default wallet.
             * @example idn_2xAmple00000000000000000003
             */
            primary_web3_wallet_id: string | null;
            /**
             * @description Whether the user has a password. A removal turns it off; a change leaves it on.
             * @example true
             */
            password_enabled: boolean;
            /**
             * @description Whether any second factor is set up.
             * @example false
             */
            two_factor_enabled: boolean;
            /**
             * @description Whether an authenticator app is set up.
             * @example false
             */
            totp_enabled: boolean;
            /**
             * @description Whether backup codes exist.
             * @example false
             */
            backup_code_enabled: boolean;
            /** @description Every email address of the user. */
            email_addresses: components["schemas"]["EmailAddress"][];
            /** @description Every phone number of the user. */
            phone_numbers: components["schemas"]["PhoneNumber"][];
            /** @description Every wallet of the user. */
            web3_wallets: components["schemas"]["Web3Wallet"][];
            /** @description Every passkey of the user. */
            passkeys: components["schemas"]["Passkey"][];
            /** @description The user's memberships of organizations. */
            organization_memberships?: components["schemas"]["OrganizationMembership"][];
            /** @description Social accounts that the user signs in with. */
            external_accounts: components["schemas"]["ExternalAccount"][];
            /** @description SAML accounts that the user signs in with. */
            saml_accounts: components["schemas"]["SamlAccount"][];
            /** @description Enterprise accounts of any protocol. */
            enterprise_accounts: components["schemas"]["EnterpriseAccount"][];
            /** @description When the password was last set; null for a user without one. */
            password_last_updated_at?: components["schemas"]["NullableTimestamp"];
            /** @description JSON that the application's backend writes and browsers can read. */
            public_metadata: components["schemas"]["Metadata"];
            /** @description JSON for the application's backend; never sent to browsers. */
            private_metadata?: components["schemas"]["Metadata"];
            /** @description JSON that browsers can write. */
            unsafe_metadata?: components["schemas"]["Metadata"];
            /**
             * @description The user's id in another system.
             * @example customer-1
             */
            external_id: string | null;
            /** @description When the user last signed in; null if never. */
            last_sign_in_at: components["schemas"]["NullableTimestamp"];
            /**
             * @description Whether the account was closed by an administrator.
             * @example false
             */
            banned: boolean;
            /**
             * @description Whether the account is locked after too many failed attempts.
             * @example false
             */
            locked: boolean;
            /**
             * @description Whether the account was closed by a directory.
             * @example false
             */
            deprovisioned?: boolean;
            /**
             * @description Seconds until a locked account unlocks by itself. If it is null and `locked` is true, the account never unlocks by itself.
             * @example 3600
             */
            lockout_expires_in_seconds: number | null;
            /**
             * @description Failed attempts left before the account locks, or null if it never does.
             * @example 100
             */
            verification_attempts_remaining: number | null;
            /** @description When the account was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When the account was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * @description Whether the user can delete the account.
             * @example true
             */
            delete_self_enabled: boolean;
            /**
             * @description Whether the user can create organizations.
             * @example true
             */
            create_organization_enabled: boolean;
            /**
             * @description How many organizations the user can create; missing, null or 0 for no limit.
             * @example 5
             */
            create_organizations_limit?: number | null;
            /** @description When the user was last active; null if never. */
            last_active_at: components["schemas"]["NullableTimestamp"];
            /** @description When a second factor was set up; null if never. */
            mfa_enabled_at: components["schemas"]["NullableTimestamp"];
            /** @description When the last second factor was removed; null if never. */
            mfa_disabled_at: components["schemas"]["NullableTimestamp"];
            /** @description When the user accepted the terms; null if not yet. */
            legal_accepted_at: components["schemas"]["NullableTimestamp"];
            /**
             * @deprecated
             * @description Older name of `image_url`.
             * @example https://img.example.com/ada.png
             */
            profile_image_url?: string | null;
        };
        /** @description A sign-in of one user on one client. */
        Session: {
            /**
             * @description Identifier, `sess_…`.
             * @example sess_2xAmplePaloAlto0000000000001
             */
            id: string;
            /**
             * @description Always `session`.
             * @constant
             */
            object: "session";
            /**
             * @description Status. Only an `active` session can act.
             * @example active
             */
            status: ("active" | "pending" | "revoked" | "ended" | "expired" | "removed" | "abandoned") | string;
            /** @description When the session expires. */
            expire_at: components["schemas"]["Timestamp"];
            /** @description When the session counts as abandoned. */
            abandon_at: components["schemas"]["Timestamp"];
            /** @description When the session was last active. */
            last_active_at: components["schemas"]["Timestamp"];
            /** @description The newest token of the session, or null. */
            last_active_token?: components["schemas"]["Token"] | null;
            /**
             * @description The person who impersonates the user, or null.
             * @example {}
             */
            actor?: Record<string, never> | null;
            /** @description Tasks to complete before a pending session becomes active. */
            tasks?: components["schemas"]["SessionTask"][] | null;
            /**
             * @description Id of the organization that was active last.
             * @example org_2xAmple00000000000000000001
             */
            last_active_organization_id: string | null;
            user?: components["schemas"]["User"];
            public_user_data: components["schemas"]["NullablePublicUserData"];
            /**
             * @description Minutes since the first and the second factor were last verified, in this order; -1 for a factor that was never requested. Reverification checks the first number.
             * @example [
             *       4,
             *       -1
             *     ]
             */
            factor_verification_age: number[] | null;
            /** @description When the session began. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When the session was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One way to sign in or to reverify. */
        SignInFactor: {
            /**
             * @description The strategy, for example `password` or `email_code`.
             * @example password
             */
            strategy: string;
            /**
             * @description The address or number that a code is sent to, partly hidden.
             * @example u***@example.com
             */
            safe_identifier?: string;
            /**
             * @description Id of the email address.
             * @example idn_2xAmple0000000000000000001
             */
            email_address_id?: string;
            /**
             * @description Id of the phone number.
             * @example idn_2xAmple00000000000000000002
             */
            phone_number_id?: string;
            /**
             * @description Id of the wallet.
             * @example idn_2xAmple00000000000000000003
             */
            web3_wallet_id?: string;
            /**
             * @description Id of the passkey.
             * @example idn_2xAmple00000000000000000004
             */
            passkey_id?: string;
            /**
             * @description Whether it is the user's primary one of its kind.
             * @example true
             */
            primary?: boolean | null;
            /**
             * @description Whether to offer it first.
             * @example true
             */
            default?: boolean;
        };
        /** @description A check by the bot protection that a sign-in waits for. This contract does not describe how to complete it. */
        ProtectCheck: {
            /**
             * @description Status of the check; `pending` while a client sees it.
             * @example pending
             */
            status: string;
            /**
             * @description Identifies the check.
             * @example pc_2xAmple
             */
            token: string;
            /**
             * Format: uri
             * @description The script that runs the check.
             * @example https://protect.example.com/sdk.js
             */
            sdk_url: string;
            /**
             * Format: int64
             * @description When the check ends.
             * @example 1760000000000
             */
            expires_at?: number;
            /**
             * @description How to present the check.
             * @example {
             *       "label": "Verify"
             *     }
             */
            ui_hints?: {
                [key: string]: string;
            };
        };
        /** @description An attempt to sign in, finished or not. */
        SignIn: {
            /**
             * @description The kind of object, `sign_in_attempt`.
             * @example sign_in_attempt
             */
            object: string;
            /**
             * @description Identifier.
             * @example sia_2xAmple0000000000000000001
             */
            id: string;
            /**
             * @description Status, which names the step that is still missing. `complete` means that a session was created.
             * @example complete
             */
            status: ("abandoned" | "needs_identifier" | "needs_first_factor" | "needs_second_factor" | "needs_client_trust" | "needs_new_password" | "needs_protect_check" | "complete") | string;
            /**
             * @description Kinds of identifiers that the instance accepts.
             * @example [
             *       "email_address"
             *     ]
             */
            supported_identifiers: string[];
            /** @description First factors that the user can verify; null before the user is known. */
            supported_first_factors: components["schemas"]["SignInFactor"][] | null;
            /** @description Second factors that the user can verify; null if none is required. */
            supported_second_factors: components["schemas"]["SignInFactor"][] | null;
            /** @description How far the first factor is verified; null if nothing was requested. */
            first_factor_verification: components["schemas"]["NullableVerification"];
            /** @description How far the second factor is verified; null if nothing was requested. */
            second_factor_verification: components["schemas"]["NullableVerification"];
            /**
             * @description The identifier that the user entered.
             * @example user@example.com
             */
            identifier: string | null;
            /** @description Name and picture for the greeting. */
            user_data: {
                /**
                 * @description Given name.
                 * @example Ada
                 */
                first_name?: string | null;
                /**
                 * @description Family name.
                 * @example Example
                 */
                last_name?: string | null;
                /**
                 * @description Picture.
                 * @example https://img.example.com/ada.png
                 */
                image_url?: string;
                /**
                 * @description Whether the user uploaded the picture.
                 * @example true
                 */
                has_image?: boolean;
                /**
                 * @deprecated
                 * @description Older name of `image_url`.
                 * @example https://img.example.com/ada.png
                 */
                profile_image_url?: string | null;
            } | null;
            /**
             * @description Id of the session that the sign-in created.
             * @example sess_2xAmplePaloAlto0000000000001
             */
            created_session_id: string | null;
            /** @description When the attempt counts as abandoned. */
            abandon_at: components["schemas"]["Timestamp"];
            /**
             * @description Whether this client was seen before.
             * @example known
             */
            client_trust_state?: ("pending" | "new" | "known") | (string | null);
            /** @description The pending check by the bot protection, or null. */
            protect_check?: components["schemas"]["ProtectCheck"] | null;
        };
        /** @description An attempt to create an account. A password page never starts one, so this lists only the fields that every server sends. */
        SignUp: {
            /**
             * @description The kind of object, `sign_up_attempt`.
             * @example sign_up_attempt
             */
            object: string;
            /**
             * @description Identifier.
             * @example sua_2xAmple0000000000000000001
             */
            id: string;
            /**
             * @description Status of the sign-up.
             * @example complete
             */
            status: ("abandoned" | "missing_requirements" | "complete") | string;
        };
        /** @description One browser or device: its sessions, and the sign-in or sign-up under way. Beside a `response` it is the *piggybacked client*, the state after the operation. */
        Client: {
            /**
             * @description Always `client`.
             * @constant
             */
            object: "client";
            /**
             * @description Identifier, `client_…`.
             * @example client_2xAmple00000000000000001
             */
            id: string;
            /** @description The sessions on this client. A session that has ended is no longer listed. */
            sessions: components["schemas"]["Session"][];
            /** @description The sign-in under way, or null. */
            sign_in: components["schemas"]["SignIn"] | null;
            /** @description The sign-up under way, or null. */
            sign_up: components["schemas"]["SignUp"] | null;
            /**
             * @description The session that was active last. Requests act for it by default.
             * @example sess_2xAmplePaloAlto0000000000001
             */
            last_active_session_id: string | null;
            /**
             * @description The strategy of the last sign-in.
             * @example password
             */
            last_authentication_strategy?: string | null;
            /** @description When the cookie of this client expires; null if there is none. */
            cookie_expires_at: components["schemas"]["NullableTimestamp"];
            /**
             * @description Whether this client skips the captcha.
             * @example false
             */
            captcha_bypass?: boolean;
            /** @description When this client was first seen. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When this client was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The client, or null if there is none. */
        NullableClient: components["schemas"]["Client"] | null;
        /** @description Details that concern the whole response. */
        ClerkErrorsMeta: {
            /** @description The piggybacked client, if the server sends one beside an error. */
            client?: components["schemas"]["NullableClient"];
        } & {
            [key: string]: unknown;
        };
        /** @description The errors of a rejected request. Show the first one's `long_message`. */
        ClerkErrors: {
            /** @description The errors, most important first. */
            errors: components["schemas"]["ClerkError"][];
            meta?: components["schemas"]["ClerkErrorsMeta"];
            /**
             * @description Identifies this response in the server's records; quote it in support requests.
             * @example 0af7651916cd43dd8448eb211c80319c
             */
            clerk_trace_id?: string;
        };
        /** @description The user after the operation, and the client beside it. */
        UserAnswer: {
            response: components["schemas"]["User"];
            /** @description The piggybacked client: the sessions of this browser after the operation. If it is null or missing, they did not change. */
            client?: components["schemas"]["NullableClient"];
        };
        /** @description The codes of a 400 that any operation can respond with. A server may add codes. */
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
            /**
             * Format: password
             * @description The current password, which confirms that the request comes from its owner.
             * @example current-password-1
             */
            current_password: string;
        };
        /** @description The codes of a 400 to a password removal. A server may add codes. */
        RemovePasswordBadRequestErrorCode: ("malformed_request_parameters" | "origin_invalid" | "origin_authorization_headers_conflict" | "host_invalid" | "no_password_set" | "password_required") | string;
        /** @description The codes of a 422 to a password removal: what is wrong with which field. A server may add codes. */
        RemovePasswordErrorCode: ("form_param_value_invalid" | "form_param_missing" | "form_param_nil" | "form_param_unknown" | "form_param_duplicate" | "form_param_format_invalid" | "form_password_incorrect" | "form_password_validation_failed") | string;
        /** @description The codes of a 403 that says that the account cannot be used. A server may add codes. */
        AccountForbiddenErrorCode: ("user_locked" | "user_banned" | "user_deactivated" | "operation_not_allowed_on_satellite_domain") | string;
        /** @description The codes of a 404. A server may add codes. */
        NotFoundErrorCode: "resource_not_found" | string;
        /** @description The token that replaces the cookie on development instances. */
        DevBrowser: {
            /**
             * @description The token; send it as `__clerk_db_jwt`.
             * @example dvb_2xAmple000000000000000000001
             */
            id: string;
            /**
             * @deprecated
             * @description The same token, under the name that older SDKs read.
             * @example dvb_2xAmple000000000000000000001
             */
            token?: string;
        };
        /** @description The client of this browser, or null before it has one. */
        ClientAnswer: {
            response: components["schemas"]["NullableClient"];
            /**
             * @description Null, as a rule. The vendor's documents give it no further type, and `response` already has the client.
             * @example null
             */
            client?: {
                [key: string]: unknown;
            } | null;
        };
        /** @description The codes of a 401 to an operation that needs no session. A server may add codes. */
        ClientUnauthorizedErrorCode: "dev_browser_unauthenticated" | string;
        /** @description Form fields of a sign-in by password. Other strategies exist; a password page needs this one. */
        SignInRequest: {
            /**
             * @description The user's email address, phone number or username.
             * @example user@example.com
             */
            identifier: string;
            /**
             * @description The strategy. `password` together with the field of that name completes the sign-in in one step.
             * @example password
             */
            strategy?: string | null;
            /**
             * Format: password
             * @description The password of that user.
             * @example current-password-1
             */
            password?: string | null;
            /**
             * @description The language of the browser, for messages that the server sends.
             * @example en-US
             */
            locale?: string | null;
            /**
             * @description The time zone of the browser, for the list of devices.
             * @example Europe/Berlin
             */
            timezone?: string | null;
        };
        /** @description The sign-in, and the client after it. */
        SignInAnswer: {
            response: components["schemas"]["SignIn"];
            /** @description The piggybacked client: the sessions of this browser after the operation. If it is null or missing, they did not change. */
            client?: components["schemas"]["NullableClient"];
        };
        /** @description The codes of a 400 to a sign-in. A server may add codes. */
        SignInBadRequestErrorCode: ("malformed_request_parameters" | "origin_invalid" | "origin_authorization_headers_conflict" | "host_invalid" | "session_exists" | "strategy_for_user_invalid") | string;
        /** @description The codes of a 401 to a sign-in. A server may add codes. */
        SignInUnauthorizedErrorCode: ("dev_browser_unauthenticated" | "requires_captcha") | string;
        /** @description The codes of a 409 to a sign-in. A server may add codes. */
        SignInConflictErrorCode: "user_settings_invalid" | string;
        /** @description The codes of a 422 to a sign-in. A server may add codes. */
        SignInErrorCode: ("form_param_value_invalid" | "form_param_missing" | "form_identifier_not_found" | "form_password_incorrect" | "form_password_compromised" | "form_password_or_identifier_incorrect") | string;
        /** @description Form fields that start a reverification. */
        SessionVerificationRequest: {
            /**
             * @description The factor to verify. The two password operations require `first_factor`.
             * @example first_factor
             * @enum {string}
             */
            level: "first_factor" | "second_factor" | "multi_factor";
        };
        /** @description The session in a reverification. It has the fields of a session, but only the required ones are always there. */
        VerifiedSession: {
            /**
             * @description Identifier, `sess_…`.
             * @example sess_2xAmplePaloAlto0000000000001
             */
            id: string;
            /**
             * @description Always `session`.
             * @constant
             */
            object: "session";
            /**
             * @description Its status, normally `active`.
             * @example active
             */
            status: string;
            /** @description When the session expires. */
            expire_at?: components["schemas"]["NullableTimestamp"];
            /** @description When the session counts as abandoned. */
            abandon_at?: components["schemas"]["NullableTimestamp"];
            /** @description When the session was last active. */
            last_active_at?: components["schemas"]["NullableTimestamp"];
            /**
             * @description Id of the active organization.
             * @example org_2xAmple00000000000000000001
             */
            last_active_organization_id?: string | null;
            /**
             * @description The person who impersonates the user, or null.
             * @example {}
             */
            actor?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Minutes since the first and the second factor were verified; -1 for a factor that was not.
             * @example [
             *       4,
             *       -1
             *     ]
             */
            factor_verification_age?: number[] | null;
            /** @description The user, or null. */
            user?: components["schemas"]["User"] | null;
            public_user_data?: components["schemas"]["NullablePublicUserData"];
            /** @description When the session began. */
            created_at?: components["schemas"]["NullableTimestamp"];
            /** @description When the session was last changed. */
            updated_at?: components["schemas"]["NullableTimestamp"];
        };
        /** @description A reverification: the user confirms who they are without signing out. */
        SessionVerification: {
            /**
             * @description The kind of object, `session_reverification`.
             * @example session_reverification
             */
            object: string;
            /**
             * @description The factors to verify.
             * @example first_factor
             */
            level: ("first_factor" | "second_factor" | "multi_factor") | string;
            /**
             * @description Status, which names the factor that is still missing. After `complete`, retry the rejected request.
             * @example complete
             */
            status: ("needs_first_factor" | "needs_second_factor" | "complete") | string;
            /** @description First factors that the user can verify. */
            supported_first_factors: components["schemas"]["SignInFactor"][] | null;
            /** @description Second factors that the user can verify. */
            supported_second_factors: components["schemas"]["SignInFactor"][] | null;
            /** @description How far the first factor is verified; null if nothing was requested. */
            first_factor_verification: components["schemas"]["NullableVerification"];
            /** @description How far the second factor is verified; null if nothing was requested. */
            second_factor_verification: components["schemas"]["NullableVerification"];
            /** @description The session that is reverified. Its user may be missing. */
            session: components["schemas"]["VerifiedSession"];
        };
        /** @description The reverification, and the client after it. */
        SessionVerificationAnswer: {
            response: components["schemas"]["SessionVerification"];
            /** @description The piggybacked client: the sessions of this browser after the operation. If it is null or missing, they did not change. */
            client?: components["schemas"]["NullableClient"];
        };
        /** @description The codes of a 422 to the start of a reverification. A server may add codes. */
        StartSessionVerificationErrorCode: "form_param_value_invalid" | string;
        /** @description Form fields that request a code. */
        SessionVerificationPrepareRequest: {
            /**
             * @description The strategy, one of those that the reverification lists.
             * @example email_code
             * @enum {string}
             */
            strategy: "email_code" | "phone_code";
            /**
             * @description Id of the email address to send the code to, from the reverification. Required with `email_code`.
             * @example idn_2xAmple0000000000000000001
             */
            email_address_id?: string | null;
            /**
             * @description Id of the phone number to send the code to, from the reverification. Required with `phone_code`.
             * @example idn_2xAmple00000000000000000002
             */
            phone_number_id?: string | null;
        };
        /** @description The codes of a 422 to the preparation of a factor. A server may add codes. */
        PrepareSessionVerificationErrorCode: ("form_param_value_invalid" | "form_param_missing") | string;
        /** @description Form fields of one attempt to reverify the first factor. */
        SessionVerificationAttemptRequest: {
            /**
             * @description The strategy of this attempt, one of those that the reverification lists.
             * @example password
             * @enum {string}
             */
            strategy: "password" | "email_code" | "phone_code";
            /**
             * Format: password
             * @description The password of the signed-in user; required with `password`.
             * @example current-password-1
             */
            password?: string | null;
            /**
             * @description The code that was sent; required with `email_code` and `phone_code`.
             * @example 424242
             */
            code?: string | null;
        };
        /** @description The codes of a 400 to an attempt to reverify. A server may add codes. */
        AttemptSessionVerificationBadRequestErrorCode: ("malformed_request_parameters" | "origin_invalid" | "origin_authorization_headers_conflict" | "host_invalid" | "verification_expired" | "verification_failed" | "verification_missing") | string;
        /** @description The codes of a 422 to an attempt to reverify. A server may add codes. */
        AttemptSessionVerificationErrorCode: ("form_param_value_invalid" | "form_param_missing" | "form_password_incorrect" | "form_code_incorrect") | string;
    };
    responses: {
        /** @description Any other status. Something between the caller and the server, such as a proxy or an edge, may respond with 404, 405, 502, 503 or another status and any body: HTML, text, nothing, or errors in the usual shape. Check the shape before you read it. Unless the status is a 4xx, it is unknown whether a change was made. */
        Other: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"];
            };
        };
        /** @description The password was changed. `response` is the user, and `client` lists the sessions of this browser. */
        PasswordChanged: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserAnswer"];
            };
        };
        /** @description The request itself is wrong, independent of the user. */
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
        /** @description No active session. */
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
        /** @description The user is signed in but not allowed to do this now. */
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
        /** @description A field is missing or wrong. `meta.param_name` names the field. */
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
                 * @description When to send the next request: a number of seconds (fractions are allowed) or an HTTP date. It may be missing.
                 * @example 30
                 */
                "Retry-After"?: string;
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
        /** @description The server failed. It is unknown whether the operation was carried out. */
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
        /** @description The password was removed. No session ended. */
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
        /** @description The current password is missing or wrong. `meta.param_name` names the field. */
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
        /** @description The account cannot be used. */
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
                "Set-Cookie": components["headers"]["SetCookie"];
                Authorization: components["headers"]["ClientToken"];
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
        /** @description The sign-in. If `status` is `complete`, a session was created. */
        SignInCreated: {
            headers: {
                "Set-Cookie": components["headers"]["SetCookie"];
                Authorization: components["headers"]["ClientToken"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SignInAnswer"];
            };
        };
        /** @description The sign-in continues elsewhere, for example at an identity provider. A sign-in by password does not get this response. */
        SignInRedirected: {
            headers: {
                /**
                 * @description The URL at which the sign-in continues.
                 * @example https://accounts.example.com/authorize
                 */
                Location?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request itself is wrong, or this sign-in is not possible. */
        SignInBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["SignInBadRequestErrorCode"];
                    })[];
                };
            };
        };
        /** @description The browser is not known, or a captcha is required. */
        SignInUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["SignInUnauthorizedErrorCode"];
                    })[];
                };
            };
        };
        /** @description The instance cannot sign anybody in. */
        SignInConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["SignInConflictErrorCode"];
                    })[];
                };
            };
        };
        /** @description A field is missing or wrong. `meta.param_name` names the field. */
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
        /** @description The reverification, with the factors that the user can verify. */
        SessionVerificationStarted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SessionVerificationAnswer"];
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
        /** @description The code was sent. `first_factor_verification` has its expiry time. */
        SessionVerificationPrepared: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SessionVerificationAnswer"];
            };
        };
        /** @description A field is missing or wrong. `meta.param_name` names the field. */
        SessionVerificationPrepareUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["PrepareSessionVerificationErrorCode"];
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
        /** @description The request itself is wrong, or the code can no longer be used. */
        SessionVerificationAttemptBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"] & {
                    errors?: (components["schemas"]["ClerkError"] & {
                        code?: components["schemas"]["AttemptSessionVerificationBadRequestErrorCode"];
                    })[];
                };
            };
        };
        /** @description The password or the code is missing or wrong. */
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
        /** @description The session to act for. Without it, the server uses the session that was active last on this client. */
        SessionId: string;
        /** @description The date of the API version that the caller was written for. */
        ApiVersion: string;
        /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
        SdkVersion: string;
        /**
         * @description The satellite domain of the page, if it is on one.
         * @example satellite.example.com
         */
        Domain: string;
        /**
         * @description Number of this retry of a read, counted from 1. The vendor's browser SDK sends it.
         * @example 1
         */
        RetryAttempt: number;
        /**
         * @description A one-time value that a native application receives after a sign-in in a browser and exchanges for a new client token.
         * @example rtn_2xAmple0000000000000000001
         */
        RotatingTokenNonce: string;
        /** @description The method. Browsers send only GET and POST, so this parameter carries the real one. */
        MethodDelete: "DELETE";
        /** @description The session to reverify. It has to belong to this client. */
        PathSessionId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Sets the `__client` cookie in a browser of a production instance.
         * @example __client=cl_2xAmple0000000000000000001; Path=/; HttpOnly; SameSite=Lax
         */
        SetCookie: string;
        /**
         * @description The client token for a native application (`_is_native=1`). Send it as the bearer token from then on. A later response may replace it.
         * @example cl_2xAmple0000000000000000001
         */
        ClientToken: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    changePassword: {
        parameters: {
            query?: {
                /** @description The session to act for. Without it, the server uses the session that was active last on this client. */
                _clerk_session_id?: components["parameters"]["SessionId"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
                /** @description The session to act for. Without it, the server uses the session that was active last on this client. */
                _clerk_session_id?: components["parameters"]["SessionId"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
                /** @description The session to act for. Without it, the server uses the session that was active last on this client. */
                _clerk_session_id?: components["parameters"]["SessionId"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description Number of this retry of a read, counted from 1. The vendor's browser SDK sends it.
                 * @example 1
                 */
                _clerk_retry_attempt?: components["parameters"]["RetryAttempt"];
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
            404: components["responses"]["NotFound"];
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
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
                /**
                 * @description Number of this retry of a read, counted from 1. The vendor's browser SDK sends it.
                 * @example 1
                 */
                _clerk_retry_attempt?: components["parameters"]["RetryAttempt"];
                /**
                 * @description A one-time value that a native application receives after a sign-in in a browser and exchanges for a new client token.
                 * @example rtn_2xAmple0000000000000000001
                 */
                rotating_token_nonce?: components["parameters"]["RotatingTokenNonce"];
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
            403: components["responses"]["AccountForbidden"];
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
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
            307: components["responses"]["SignInRedirected"];
            400: components["responses"]["SignInBadRequest"];
            401: components["responses"]["SignInUnauthorized"];
            403: components["responses"]["AccountForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["SignInConflict"];
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
                /** @description The method. Browsers send only GET and POST, so this parameter carries the real one. */
                _method: components["parameters"]["MethodDelete"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
            404: components["responses"]["NotFound"];
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
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
            };
            header?: never;
            path: {
                /** @description The session to reverify. It has to belong to this client. */
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
    prepareSessionVerification: {
        parameters: {
            query?: {
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
            };
            header?: never;
            path: {
                /** @description The session to reverify. It has to belong to this client. */
                session_id: components["parameters"]["PathSessionId"];
            };
            cookie?: never;
        };
        /** @description Form fields, as UTF-8. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SessionVerificationPrepareRequest"];
            };
        };
        responses: {
            200: components["responses"]["SessionVerificationPrepared"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccountForbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["SessionVerificationPrepareUnprocessable"];
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
                /**
                 * @description The satellite domain of the page, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
            };
            header?: never;
            path: {
                /** @description The session to reverify. It has to belong to this client. */
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
            400: components["responses"]["SessionVerificationAttemptBadRequest"];
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
