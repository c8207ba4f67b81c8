/**
 * One request on its way through the checks. The order, as a real server has it:
 *
 *  1. host (400)                         8. account: banned, deactivated, locked (403)
 *  2. query (400), route (404)           9. content type (415), form (400), fields by the schema and lengths (422)
 *  3. origin (400), satellite (403)      10. magic value, then what the situation forbids:
 *  4. forced answers                         no_password_set, password_required (400)
 *  5. body size (413)                    11. reverification (403)
 *  6. client (401), rate limit (429)     12. current password (422)
 *  7. session (401)                      13. rules for the new password (422)
 *
 * Steps 1 to 6 are in handle.ts, 7 to 9 here, the rest in the operations. From step 7 on the user's requests go one by one.
 */
import type { KnownErrorCode } from '../../../generated/errors.ts';
import { makeId } from '../state/random.ts';
import type { StoredClient, StoredSession, StoredUser } from '../state/state.ts';
import { type ErrorMeta, forcedRefusal, isKnownCode, placeOf, Refusal, refusal, wireError } from './answer/refusal.ts';
import { type CheckedForm, checkForm, type FormOperation } from './checks/fields.ts';
import { type FormField, parseForm } from './checks/form.ts';
import type { Core } from './core.ts';
import type { WireRequest } from './wire.ts';

/** How the caller says who it is. */
export type Proof = 'cookie' | 'development' | 'native';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What an operation comes to. A refusal can also be thrown. */
export type Result = Answer | Refusal;

const MAGIC = 'magic:';

/** Whether the body says that it is a form: the type alone or with the one charset that forms have. */
const isFormType = (type: string | undefined): boolean =>
  type === 'application/x-www-form-urlencoded' ||
  (type !== undefined && /^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?;?$/i.test(type.trim()));

export class Call {
  readonly core: Core;
  readonly operation: string;
  readonly request: WireRequest;
  readonly query: ReadonlyMap<string, string>;
  readonly pathId: string;
  readonly proof: Proof;
  client: StoredClient | undefined;
  /** Names and harmless values of the form, for the request log. */
  form: readonly FormField[] = [];
  /** Whether the client was made by this request, so that the answer has to hand out its token. */
  clientIsNew = false;

  constructor(parts: Pick<Call, 'core' | 'operation' | 'request' | 'query' | 'pathId' | 'proof' | 'client'>) {
    this.core = parts.core;
    this.operation = parts.operation;
    this.request = parts.request;
    this.query = parts.query;
    this.pathId = parts.pathId;
    this.proof = parts.proof;
    this.client = parts.client;
  }

  refuse(code: KnownErrorCode, meta?: ErrorMeta): never {
    throw refusal(this.operation, code, meta);
  }

  /** The client of the caller, made now if there is none yet. */
  ensureClient(): StoredClient {
    if (this.client === undefined) {
      this.client = this.core.state.createClient(makeId(this.core.random, 'cl'));
      this.clientIsNew = true;
    }
    return this.client;
  }

  /** The session that acts: the one that the query names, else the one that was last active on this client. */
  session(): { readonly session: StoredSession; readonly client: StoredClient; readonly user: StoredUser } {
    const { state } = this.core;
    const { client } = this;
    if (client === undefined) return this.refuse('authentication_invalid');
    const named = this.query.get('_clerk_session_id');
    const id = named === undefined || named === '' ? client.lastActiveSessionId : named;
    if (id === null) return this.refuse('authentication_invalid');
    const session = state.sessions.get(id);
    if (session?.clientId !== client.id) return this.refuse('action_for_session_not_authorized');
    return this.#acting(session, client);
  }

  /** The session in the path. */
  pathSession(): { readonly session: StoredSession; readonly client: StoredClient; readonly user: StoredUser } {
    const { client } = this;
    if (client === undefined) return this.refuse('authentication_invalid');
    const session = this.core.state.sessions.get(this.pathId);
    if (session === undefined) return this.refuse('resource_not_found');
    if (session.clientId !== client.id) return this.refuse('action_for_session_not_authorized');
    return this.#acting(session, client);
  }

  #acting(session: StoredSession, client: StoredClient): ReturnType<Call['session']> {
    const user = this.core.state.users.get(session.userId);
    if (user === undefined || !this.core.state.isActive(session)) {
      // An ended session that nobody named is no session at all.
      return this.refuse(
        this.query.get('_clerk_session_id') || this.pathId !== '' ? 'signed_out' : 'authentication_invalid',
        { session_id: session.id },
      );
    }
    return { session, client, user };
  }

  /** Refuses closed and, unless the call only reads, locked accounts. */
  checkAccount(user: StoredUser, lockCounts = true): void {
    if (user.banned) this.refuse('user_banned');
    if (user.deactivated) this.refuse('user_deactivated');
    if (lockCounts && this.core.state.isLocked(user)) {
      const seconds = this.core.state.lockedForSeconds(user);
      this.refuse('user_locked', seconds === undefined ? {} : { lockout_expires_in_seconds: seconds });
    }
  }

  /** The fields of the body. A request without a body is an empty form, whatever its type. */
  readForm(): readonly FormField[] {
    const { body } = this.request;
    if (body.length === 0) return [];
    if (!isFormType(this.request.header('content-type'))) return this.refuse('unsupported_content_type');
    this.form = parseForm(body) ?? this.refuse('malformed_request_parameters');
    return this.form;
  }

  /** Reads the body and checks it against the contract, but throws nothing for its fields yet. */
  checkFields(operation: FormOperation): CheckedForm {
    return checkForm(operation, this.readForm());
  }

  /** The refusal for problems with fields, if there are any. To be returned: throwing costs more than all the rest of a refusal. */
  refusalOf(problems: CheckedForm['problems']): Refusal | undefined {
    if (problems.length === 0) return undefined;
    const errors = problems.map(({ code, field }) => wireError(this.operation, code, { param_name: field }));
    return new Refusal(422, errors);
  }

  /** Brings about the situation that a password such as `magic:form_password_pwned` names, if it is one of this operation. */
  heedMagic(...values: readonly (string | boolean | null | undefined)[]): void {
    if (!this.core.settings.magicValues) return;
    for (const value of values) {
      if (typeof value !== 'string' || !value.startsWith(MAGIC)) continue;
      const code = value.slice(MAGIC.length);
      if (isKnownCode(code) && placeOf(code, this.operation) !== undefined) throw forcedRefusal(this.operation, code);
    }
  }
}
