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
         *     | user has a password | reverification | last verified | required |
         *     | --- | --- | --- | --- |
         *     | no | off | any time | nothing else: `new_password` alone sets a first password |
         *     | yes | off | any time | the current password |
         *     | no | on | 10 minutes ago or less | nothing else |
         *     | no | on | more than 10 minutes ago | reverification (403 `session_reverification_required`) |
         *     | yes | on | 10 minutes ago or less | nothing else; if you send a current password anyway, it must be correct |
         *     | yes | on | more than 10 minutes ago | reverification (403 `session_reverification_required`) |
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
         * @description Use it if a user wants to sign in by other means only. Make sure that there is one, for example a verified email
         *     address or a passkey: the server does not check it.
         *
         *     | user has a password | reverification | last verified | required |
         *     | --- | --- | --- | --- |
         *     | no | any | any time | nothing: there is nothing to remove (400 `no_password_set`) |
         *     | yes | off | any time | the current password |
         *     | yes | on | 10 minutes ago or less | the current password |
         *     | yes | on | more than 10 minutes ago | reverification (403 `session_reverification_required`), then the current password |
         *
         *     Nobody is signed out: every session of the user goes on. In the response, `password_enabled` is false.
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
        /** @description Details that go with a code. Which ones are there depends on the code. */
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
            /** @description How to make a weak password stronger. */
            zxcvbn?: {
                /** @description One piece of advice each. */
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
        /** @description One reason. */
        ClerkError: {
            /**
             * @description What happened, in a few words.
             * @example Incorrect password
             */
            message: string;
            /**
             * @description What happened and what to do, in a sentence that a page can show. If it is null or missing, `message` stands in for it.
             * @example The current password is not right. Check it and try again.
             */
            long_message?: string | null;
            /**
             * @description The stable name of this reason. Branch on this.
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
        /** @description Something that the person has to do before a pending session becomes active. */
        SessionTask: {
            /**
             * @description What is to be done, for example `reset-password`.
             * @example reset-password
             */
            key: string;
        };
        /**
         * Format: int64
         * @description A moment, in milliseconds since 1970-01-01T00:00:00Z, or null if it never came.
         * @example 1760000000000
         */
        NullableTimestamp: number | null;
        /** @description How far a proof of ownership has come. Which fields are filled depends on the strategy; all strategies share these. */
        Verification: {
            /**
             * @description The kind of verification, for example `verification_otp`.
             * @example verification_otp
             */
            object?: string;
            /**
             * @description Where it stands.
             * @example verified
             */
            status: ("unverified" | "verified" | "failed" | "expired" | "transferable") | string;
            /**
             * @description How it is proven, for example `email_code` or `password`.
             * @example email_code
             */
            strategy: string;
            /**
             * @description How many tries were used.
             * @example 1
             */
            attempts?: number | null;
            expire_at?: components["schemas"]["NullableTimestamp"];
            /**
             * @description What a wallet or passkey is to sign, where one is asked for.
             * @example 1a2b3c
             */
            nonce?: string | null;
            /**
             * Format: uri
             * @description Where to send the browser, for proofs that happen elsewhere.
             * @example https://accounts.example.com/authorize
             */
            external_verification_redirect_url?: string | null;
            /**
             * @description The client that completed it, where it was another one.
             * @example client_2xAmple00000000000000001
             */
            verified_at_client?: string | null;
            /** @description Why it failed, or null. */
            error?: components["schemas"]["ClerkError"] | null;
            /**
             * @description The text that a wallet is to sign, if one is asked for.
             * @example Sign in to Example
             */
            message?: string | null;
            /**
             * @description How a phone code travels, for example `sms` or `whatsapp`.
             * @example sms
             */
            channel?: string | null;
        };
        /** @description The proof that goes with it, or null where none was asked for. */
        NullableVerification: components["schemas"]["Verification"] | null;
        /** @description Another way to sign in that this one is tied to. */
        IdentificationLink: {
            /**
             * @description What kind of identification, for example `oauth_google` or `saml`.
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
             * @description Whether the address is held for this user without being theirs yet.
             * @example false
             */
            reserved: boolean;
            verification: components["schemas"]["NullableVerification"];
            /** @description Other ways to sign in that rest on this address. */
            linked_to: components["schemas"]["IdentificationLink"][];
            /**
             * @description Whether the domain belongs to a single-sign-on connection.
             * @example false
             */
            matches_sso_connection?: boolean;
            created_at: components["schemas"]["Timestamp"];
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
             * @description Whether it serves as a second factor.
             * @example false
             */
            reserved_for_second_factor?: boolean;
            /**
             * @description Whether it is the second factor that is offered first.
             * @example false
             */
            default_second_factor?: boolean;
            /**
             * @description Whether the number is held for this user without being theirs yet.
             * @example false
             */
            reserved: boolean;
            verification: components["schemas"]["NullableVerification"];
            /** @description Other ways to sign in that rest on this number. */
            linked_to: components["schemas"]["IdentificationLink"][];
            /**
             * @description Codes for when the phone is lost; filled only when they were just made.
             * @example [
             *       "abcd1234"
             *     ]
             */
            backup_codes?: string[] | null;
            created_at: components["schemas"]["Timestamp"];
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
            created_at: components["schemas"]["Timestamp"];
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
             * @description What the user or the device calls it, or null.
             * @example Example
             */
            name: string | null;
            last_used_at?: components["schemas"]["NullableTimestamp"];
            verification: components["schemas"]["NullableVerification"];
            created_at?: components["schemas"]["Timestamp"];
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
             * @description What people call it.
             * @example Example
             */
            name: string;
            /**
             * @description Its name in addresses, or null if organizations have none.
             * @example example
             */
            slug?: string | null;
            /**
             * @description Its picture.
             * @example https://img.example.com/ada.png
             */
            image_url?: string;
            /**
             * @description Whether somebody chose that picture.
             * @example true
             */
            has_image: boolean;
            /**
             * @description How many belong to it.
             * @example 3
             */
            members_count?: number;
            /**
             * @description How many were asked and have not answered.
             * @example 0
             */
            pending_invitations_count?: number;
            /**
             * @description How many may belong to it; 0 for no limit.
             * @example 5
             */
            max_allowed_memberships: number;
            /**
             * @description Whether an administrator may delete it.
             * @example false
             */
            admin_delete_enabled: boolean;
            public_metadata: components["schemas"]["Metadata"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description What others may see of a user. */
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
             * @description Whether the person chose that picture.
             * @example true
             */
            has_image: boolean;
            /**
             * @description What the person signs in with, for example an email address.
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
             * @description The user that this describes.
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
        /** @description What others may see of the user, or null. */
        NullablePublicUserData: components["schemas"]["PublicUserData"] | null;
        /** @description That a user belongs to an organization, and as what. */
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
             * @description The role as programs know it, for example `org:admin`.
             * @example org:admin
             */
            role: string;
            /**
             * @description The role as people know it.
             * @example Admin
             */
            role_name: string;
            /**
             * @description What the role allows.
             * @example [
             *       "org:sys_profile:manage"
             *     ]
             */
            permissions: string[] | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            organization: components["schemas"]["Organization"];
            public_user_data?: components["schemas"]["NullablePublicUserData"];
        };
        /** @description An account elsewhere that the user signs in with. */
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
             * @description Who runs it, for example `oauth_google`.
             * @example google
             */
            provider: string;
            /**
             * @description The identification that it belongs to.
             * @example idn_2xAmple00000000000000000005
             */
            identification_id: string;
            /**
             * @description What the provider calls this person.
             * @example 1234567890
             */
            provider_user_id: string;
            /**
             * @description What the person allowed, separated by spaces.
             * @example email profile
             */
            approved_scopes: string;
            /**
             * @description The address that the provider reports, or an empty string.
             * @example user@example.com
             */
            email_address: string;
            /**
             * @description Whether the provider vouches for that address.
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
             * @description What an administrator calls this account.
             * @example Work
             */
            label?: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            verification?: components["schemas"]["NullableVerification"];
        };
        /** @description A work account that the user signs in with through SAML. */
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
             * @description Who runs the identity provider.
             * @example google
             */
            provider: string;
            /**
             * @description Whether the connection may be used.
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
             * @description What the identity provider calls this person.
             * @example 1234567890
             */
            provider_user_id: string | null;
            /**
             * @description The enterprise connection behind it.
             * @example entconn_2xAmple0000000000000001
             */
            enterprise_connection_id?: string | null;
            last_authenticated_at?: components["schemas"]["NullableTimestamp"];
            public_metadata: components["schemas"]["Metadata"];
            verification: components["schemas"]["NullableVerification"];
            /**
             * @description The connection that it came through, as the server describes it.
             * @example {
             *       "id": "samlc_2xAmple00000000000000001",
             *       "name": "Example"
             *     }
             */
            saml_connection: Record<string, never> | null;
        };
        /** @description How an organization signs its people in. */
        EnterpriseConnection: {
            /**
             * @description Identifier.
             * @example entconn_2xAmple0000000000000001
             */
            id: string;
            /**
             * @description What people call it.
             * @example Example
             */
            name: string;
            /**
             * @description Whether it may be used.
             * @example true
             */
            active?: boolean;
            /**
             * @description How it signs in, for example `saml`.
             * @example saml
             */
            protocol?: string;
            /**
             * @description Who runs the identity provider.
             * @example google
             */
            provider?: string;
            /**
             * @description The email domain that it serves.
             * @example example.com
             */
            domain?: string | null;
            /**
             * @description Its picture.
             * @example https://img.example.com/logo.png
             */
            logo_public_url?: string | null;
            /**
             * @description Whether a sign-in may begin at the identity provider.
             * @example false
             */
            allow_idp_initiated?: boolean;
            /**
             * @description Whether it serves subdomains of its domain.
             * @example true
             */
            allow_subdomains?: boolean;
            /**
             * @description Whether its users may not add other ways to sign in.
             * @example false
             */
            disable_additional_identifications?: boolean;
            /**
             * @description Whether names follow the identity provider.
             * @example false
             */
            sync_user_attributes?: boolean;
            created_at?: components["schemas"]["Timestamp"];
            updated_at?: components["schemas"]["Timestamp"];
        };
        /** @description A work account, whatever its protocol. Servers of older API versions send none of this, so nothing is required. */
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
             * @description Who runs the identity provider.
             * @example google
             */
            provider?: string;
            /**
             * @description Whether the account may be used; while one may, the password cannot be edited.
             * @example true
             */
            active?: boolean;
            /**
             * @description How it signs in, for example `saml` or `oauth`.
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
             * @description What the provider calls this user.
             * @example 1234567890
             */
            provider_user_id?: string | null;
            /**
             * @description The connection that it came through.
             * @example entconn_2xAmple0000000000000001
             */
            enterprise_connection_id?: string | null;
            public_metadata?: components["schemas"]["Metadata"];
            verification?: components["schemas"]["NullableVerification"];
            last_authenticated_at?: components["schemas"]["NullableTimestamp"];
            /** @description The connection that it came through, or null. */
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
             * @description Username, where the instance has them.
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
             * @description Picture, chosen or drawn from the name.
             * @example https://img.example.com/ada.png
             */
            image_url?: string;
            /**
             * @description Whether the person chose that picture.
             * @example true
             */
            has_image: boolean;
            /**
             * @description The email address that notices go to.
             * @example idn_2xAmple0000000000000000001
             */
            primary_email_address_id: string | null;
            /**
             * @description The phone number that messages go to.
             * @example idn_2xAmple00000000000000000002
             */
            primary_phone_number_id: string | null;
            /**
             * @description The wallet used by default.
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
            /**
             * @description What another system calls this user.
             * @example customer-1
             */
            external_id: string | null;
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
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /**
             * @description Whether the person may delete the account.
             * @example true
             */
            delete_self_enabled: boolean;
            /**
             * @description Whether the person may found organizations.
             * @example true
             */
            create_organization_enabled: boolean;
            /**
             * @description How many organizations the person may found; missing, null or 0 for no limit.
             * @example 5
             */
            create_organizations_limit?: number | null;
            last_active_at: components["schemas"]["NullableTimestamp"];
            mfa_enabled_at: components["schemas"]["NullableTimestamp"];
            mfa_disabled_at: components["schemas"]["NullableTimestamp"];
            legal_accepted_at: components["schemas"]["NullableTimestamp"];
            /**
             * @deprecated
             * @description Older name of `image_url`.
             * @example https://img.example.com/ada.png
             */
            profile_image_url?: string | null;
        };
        /** @description One signed-in use of an account on one client. */
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
             * @description Only an `active` session may act.
             * @example active
             */
            status: ("active" | "pending" | "revoked" | "ended" | "expired" | "removed" | "abandoned") | string;
            expire_at: components["schemas"]["Timestamp"];
            abandon_at: components["schemas"]["Timestamp"];
            last_active_at: components["schemas"]["Timestamp"];
            /** @description The newest token of the session, or null. */
            last_active_token?: components["schemas"]["Token"] | null;
            /**
             * @description Who acts in the user's place, where somebody does.
             * @example {}
             */
            actor?: Record<string, never> | null;
            /** @description What has to be done before a pending session becomes active. */
            tasks?: components["schemas"]["SessionTask"][] | null;
            /**
             * @description The organization that was chosen last.
             * @example org_2xAmple00000000000000000001
             */
            last_active_organization_id: string | null;
            user?: components["schemas"]["User"];
            public_user_data: components["schemas"]["NullablePublicUserData"];
            /**
             * @description Minutes since the first and since the second factor were last proven, in this order; -1 where that factor was never asked for. Reverification looks at the first number.
             * @example [
             *       4,
             *       -1
             *     ]
             */
            factor_verification_age: number[] | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One way to sign in or to reverify. */
        SignInFactor: {
            /**
             * @description How, for example `password` or `email_code`.
             * @example password
             */
            strategy: string;
            /**
             * @description Where a code would go, partly hidden.
             * @example u***@example.com
             */
            safe_identifier?: string;
            /**
             * @description The email address concerned.
             * @example idn_2xAmple0000000000000000001
             */
            email_address_id?: string;
            /**
             * @description The phone number concerned.
             * @example idn_2xAmple00000000000000000002
             */
            phone_number_id?: string;
            /**
             * @description The wallet concerned.
             * @example idn_2xAmple00000000000000000003
             */
            web3_wallet_id?: string;
            /**
             * @description The passkey concerned.
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
        /** @description A check by the bot protection that a sign-in waits for. A password page does not carry it out. */
        ProtectCheck: {
            /**
             * @description Where it stands; `pending` while a client sees it.
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
             * @description The script that carries it out.
             * @example https://protect.example.com/sdk.js
             */
            sdk_url: string;
            /**
             * Format: int64
             * @description When it ends, in milliseconds since 1970-01-01T00:00:00Z.
             * @example 1760000000000
             */
            expires_at?: number;
            /**
             * @description How to present it.
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
             * @description What is still missing. `complete` means that a session was created.
             * @example complete
             */
            status: ("abandoned" | "needs_identifier" | "needs_first_factor" | "needs_second_factor" | "needs_client_trust" | "needs_new_password" | "needs_protect_check" | "complete") | string;
            /**
             * @description What a person may identify with.
             * @example [
             *       "email_address"
             *     ]
             */
            supported_identifiers: string[];
            /** @description First factors on offer; null before the user is known. */
            supported_first_factors: components["schemas"]["SignInFactor"][] | null;
            /** @description Second factors on offer; null where none is wanted. */
            supported_second_factors: components["schemas"]["SignInFactor"][] | null;
            first_factor_verification: components["schemas"]["NullableVerification"];
            second_factor_verification: components["schemas"]["NullableVerification"];
            /**
             * @description What the person gave.
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
                 * @description Whether the person chose that picture.
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
             * @description The session that came of it.
             * @example sess_2xAmplePaloAlto0000000000001
             */
            created_session_id: string | null;
            abandon_at: components["schemas"]["Timestamp"];
            /**
             * @description Whether this client was seen before.
             * @example known
             */
            client_trust_state?: ("pending" | "new" | "known") | (string | null);
            /** @description The check by the bot protection that is still open, or null. */
            protect_check?: components["schemas"]["ProtectCheck"] | null;
        };
        /** @description An attempt to open an account. A password page never starts one and only has to leave it alone, so this lists no more than what every server sends. */
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
             * @description Where it stands.
             * @example complete
             */
            status: ("abandoned" | "missing_requirements" | "complete") | string;
        };
        /** @description What the server knows about one browser or device: its sessions and what it is in the middle of. Beside a `response` it is the *piggybacked client*, the state after the operation. */
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
             * @description The session that acted last and acts by default.
             * @example sess_2xAmplePaloAlto0000000000001
             */
            last_active_session_id: string | null;
            /**
             * @description How the last sign-in was proven.
             * @example password
             */
            last_authentication_strategy?: string | null;
            cookie_expires_at: components["schemas"]["NullableTimestamp"];
            /**
             * @description Whether this client is spared the proof that it is no robot.
             * @example false
             */
            captcha_bypass?: boolean;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The client, or null where there is none. */
        NullableClient: components["schemas"]["Client"] | null;
        /** @description Details that concern the whole response. */
        ClerkErrorsMeta: {
            /** @description The piggybacked client, if the server sends one beside an error. */
            client?: components["schemas"]["NullableClient"];
        } & {
            [key: string]: unknown;
        };
        /** @description Why a request was refused. Show the first error's `long_message`. */
        ClerkErrors: {
            /** @description What was wrong, most important first. */
            errors: components["schemas"]["ClerkError"][];
            meta?: components["schemas"]["ClerkErrorsMeta"];
            /**
             * @description Identifies this answer in the server's records; quote it when asking for help.
             * @example 0af7651916cd43dd8448eb211c80319c
             */
            clerk_trace_id?: string;
        };
        /** @description The user after the operation, and the client beside it. */
        UserAnswer: {
            response: components["schemas"]["User"];
            /** @description The piggybacked client: what this browser has after the operation. It may be null or missing; what is known of its sessions then stays as it was. */
            client?: components["schemas"]["NullableClient"];
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
            /**
             * Format: password
             * @description The current password, which shows that the request comes from its owner.
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
        /** @description The token that stands in for a cookie on development instances. */
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
             * @description Null, as a rule. The vendor's documents give it no further type, and `response` already says everything.
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
             * @description The email address, phone number or username that the user is known by.
             * @example user@example.com
             */
            identifier: string;
            /**
             * @description How to sign in. `password` together with the field of that name completes the sign-in in one step.
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
            /** @description The piggybacked client: what this browser has after the operation. It may be null or missing; what is known of its sessions then stays as it was. */
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
             * @description Which proof is wanted. `first_factor` is what the two password operations ask for.
             * @example first_factor
             * @enum {string}
             */
            level: "first_factor" | "second_factor" | "multi_factor";
        };
        /** @description A session as a reverification carries it: what a session has, but only its identity is sure to be there. */
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
            expire_at?: components["schemas"]["NullableTimestamp"];
            abandon_at?: components["schemas"]["NullableTimestamp"];
            last_active_at?: components["schemas"]["NullableTimestamp"];
            /**
             * @description The organization that it acts for.
             * @example org_2xAmple00000000000000000001
             */
            last_active_organization_id?: string | null;
            /**
             * @description Who acts in the name of the user, if anybody does.
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
            created_at?: components["schemas"]["NullableTimestamp"];
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
             * @description Which proof is wanted.
             * @example first_factor
             */
            level: ("first_factor" | "second_factor" | "multi_factor") | string;
            /**
             * @description What is still missing. After `complete` the refused call can be sent again.
             * @example complete
             */
            status: ("needs_first_factor" | "needs_second_factor" | "complete") | string;
            /** @description First factors on offer. */
            supported_first_factors: components["schemas"]["SignInFactor"][] | null;
            /** @description Second factors on offer. */
            supported_second_factors: components["schemas"]["SignInFactor"][] | null;
            first_factor_verification: components["schemas"]["NullableVerification"];
            second_factor_verification: components["schemas"]["NullableVerification"];
            /** @description The session that is verified again. Its user may be missing. */
            session: components["schemas"]["VerifiedSession"];
        };
        /** @description The reverification, and the client after it. */
        SessionVerificationAnswer: {
            response: components["schemas"]["SessionVerification"];
            /** @description The piggybacked client: what this browser has after the operation. It may be null or missing; what is known of its sessions then stays as it was. */
            client?: components["schemas"]["NullableClient"];
        };
        /** @description The codes of a 422 to the start of a reverification. A server may add codes. */
        StartSessionVerificationErrorCode: "form_param_value_invalid" | string;
        /** @description Form fields that have a code sent. */
        SessionVerificationPrepareRequest: {
            /**
             * @description How to reverify, one of the strategies that the reverification offers.
             * @example email_code
             * @enum {string}
             */
            strategy: "email_code" | "phone_code";
            /**
             * @description Where to send the code; required with `email_code`. The reverification offers it.
             * @example idn_2xAmple0000000000000000001
             */
            email_address_id?: string | null;
            /**
             * @description Where to send the code; required with `phone_code`. The reverification offers it.
             * @example idn_2xAmple00000000000000000002
             */
            phone_number_id?: string | null;
        };
        /** @description The codes of a 422 to the preparation of a factor. A server may add codes. */
        PrepareSessionVerificationErrorCode: ("form_param_value_invalid" | "form_param_missing") | string;
        /** @description Form fields of one attempt to reverify the first factor. */
        SessionVerificationAttemptRequest: {
            /**
             * @description The strategy of this attempt, one of those that the reverification offers.
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
        /** @description Any other status. Something between the caller and the server, such as a proxy or an edge, may respond with 404, 405, 502, 503 or another status and any body: HTML, text, nothing, or errors in the usual shape. Check the shape before you read it. Whether a change was made is then unknown, unless the status is a 4xx. */
        Other: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClerkErrors"];
            };
        };
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
        /** @description The sign-in as far as it came. With `status` `complete` there is a session. */
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
                 * @description Where it continues.
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
        /** @description The browser is not known, or it has to show that a person uses it. */
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
        /** @description The reverification and what it offers. */
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
        /** @description The code is on its way. `first_factor_verification` says until when it counts. */
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
        /** @description The session that acts. Without it the server takes the one that was last active on this client. */
        SessionId: string;
        /** @description The date of the API version that the caller was written for. */
        ApiVersion: string;
        /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
        SdkVersion: string;
        /**
         * @description The satellite domain that the page is on, if it is on one.
         * @example satellite.example.com
         */
        Domain: string;
        /**
         * @description How often a read was retried, counted from 1. The vendor's browser SDK sends it.
         * @example 1
         */
        RetryAttempt: number;
        /**
         * @description A one-time value that a native application gets back from a sign-in in a browser, in exchange for a new client token.
         * @example rtn_2xAmple0000000000000000001
         */
        RotatingTokenNonce: string;
        /** @description Browsers send only GET and POST here, so the real verb travels in this parameter. */
        MethodDelete: "DELETE";
        /** @description The session to verify again. It has to belong to this client. */
        PathSessionId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Hands out the `__client` cookie to a browser of a production instance.
         * @example __client=cl_2xAmple0000000000000000001; Path=/; HttpOnly; SameSite=Lax
         */
        SetCookie: string;
        /**
         * @description Hands out the client token to a native application (`_is_native=1`). Send it as the bearer token from then on. A later response may replace it.
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
                /** @description The session that acts. Without it the server takes the one that was last active on this client. */
                _clerk_session_id?: components["parameters"]["SessionId"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description The satellite domain that the page is on, if it is on one.
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
                /** @description The session that acts. Without it the server takes the one that was last active on this client. */
                _clerk_session_id?: components["parameters"]["SessionId"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description The satellite domain that the page is on, if it is on one.
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
                /** @description The session that acts. Without it the server takes the one that was last active on this client. */
                _clerk_session_id?: components["parameters"]["SessionId"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description How often a read was retried, counted from 1. The vendor's browser SDK sends it.
                 * @example 1
                 */
                _clerk_retry_attempt?: components["parameters"]["RetryAttempt"];
                /**
                 * @description The satellite domain that the page is on, if it is on one.
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
                 * @description The satellite domain that the page is on, if it is on one.
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
                 * @description How often a read was retried, counted from 1. The vendor's browser SDK sends it.
                 * @example 1
                 */
                _clerk_retry_attempt?: components["parameters"]["RetryAttempt"];
                /**
                 * @description A one-time value that a native application gets back from a sign-in in a browser, in exchange for a new client token.
                 * @example rtn_2xAmple0000000000000000001
                 */
                rotating_token_nonce?: components["parameters"]["RotatingTokenNonce"];
                /**
                 * @description The satellite domain that the page is on, if it is on one.
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
                 * @description The satellite domain that the page is on, if it is on one.
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
                /** @description Browsers send only GET and POST here, so the real verb travels in this parameter. */
                _method: components["parameters"]["MethodDelete"];
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description The satellite domain that the page is on, if it is on one.
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
                 * @description The satellite domain that the page is on, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
    prepareSessionVerification: {
        parameters: {
            query?: {
                /** @description The date of the API version that the caller was written for. */
                __clerk_api_version?: components["parameters"]["ApiVersion"];
                /** @description The version of the SDK that sends the request. Servers use it for statistics only. */
                _clerk_js_version?: components["parameters"]["SdkVersion"];
                /**
                 * @description The satellite domain that the page is on, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
                 * @description The satellite domain that the page is on, if it is on one.
                 * @example satellite.example.com
                 */
                __domain?: components["parameters"]["Domain"];
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
