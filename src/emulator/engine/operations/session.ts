/** What surrounds the two operations and is in the contract too: the client, the user, signing in, reverification, signing out. */

import { matchesPassword } from '../../state/password-hash.ts';
import { makeId } from '../../state/random.ts';
import type { StoredClient, StoredSession, StoredSignIn, StoredUser, VerificationLevel } from '../../state/state.ts';
import type { Answer, Call, Result } from '../call.ts';

/** The code that every "code by e-mail" is here, as in the vendor's test mode. */
export const EMAIL_CODE = '424242';

const textOf = (value: string | boolean | null | undefined): string =>
  value === undefined || value === null ? '' : String(value);

export function createDevBrowser(call: Call): Answer {
  const client = call.core.state.createClient(makeId(call.core.random, 'dvb'));
  return { status: 200, body: { id: client.token, token: client.token } };
}

export function getClient(call: Call): Answer {
  const client = call.client === undefined ? null : call.core.resources().client(call.client);
  return { status: 200, body: { response: client, client: null } };
}

export function getUser(call: Call): Answer {
  const { client, user } = call.session();
  call.checkAccount(user, false);
  const resources = call.core.resources();
  return { status: 200, body: { response: resources.user(user), client: resources.client(client) } };
}

/** Ends every session of this client. Answers the client as it is then, with nothing beside it: nobody is left to tell. */
export function removeSessions(call: Call): Answer {
  const { client, core } = call;
  if (client !== undefined) {
    for (const session of core.state.activeSessions(client)) core.state.endSession(session, 'removed');
    client.signIn = null;
  }
  return getClient(call);
}

/** The answer to a sign-in that is complete: there is a session. */
function signedIn(call: Call, client: StoredClient, signIn: StoredSignIn, user: StoredUser, strategy: string): Answer {
  const session = call.core.state.startSession(client, user, strategy);
  const resources = call.core.resources();
  return {
    status: 200,
    body: { response: resources.signIn(signIn, session, strategy), client: resources.client(client) },
  };
}

/** Checks a first factor of a user who is not signed in, one attempt at a time. */
export function proveFirstFactor(
  call: Call,
  user: StoredUser,
  strategy: string,
  given: { readonly password: string; readonly code: string },
): void | Promise<void> {
  return call.core.inTurn(user, async () => {
    call.checkAccount(user);
    const { core } = call;
    if (strategy === 'password') {
      if (user.password === null) return call.refuse('strategy_for_user_invalid');
      if (given.password === '') return call.refuse('form_param_missing', { param_name: 'password' });
      call.heedMagic(given.password);
    }
    const right =
      strategy === 'password'
        ? user.password !== null && (await matchesPassword(user.password, given.password))
        : given.code === EMAIL_CODE;
    if (!right) {
      core.state.countFailure(user, core.settings.lockout);
      return call.refuse('form_password_incorrect', strategy === 'password' ? {} : { param_name: 'code' });
    }
    user.failedAttempts = 0;
  });
}

export async function createSignIn(call: Call): Promise<Result> {
  const { fields, problems } = call.checkFields('createSignIn');
  const refused = call.refusalOf(problems);
  if (refused !== undefined) return refused;
  const { state } = call.core;
  const identifier = textOf(fields['identifier']);
  const password = textOf(fields['password']);
  const strategy = textOf(fields['strategy']) || (password === '' ? '' : 'password');
  if (!['', 'password', 'email_code'].includes(strategy)) call.refuse('form_param_value_invalid');
  call.heedMagic(password);
  const user = state.findByIdentifier(identifier);
  if (user === undefined) return call.refuse('form_identifier_not_found');
  call.checkAccount(user);
  if (strategy === 'password') await proveFirstFactor(call, user, strategy, { password, code: '' });
  const client = call.ensureClient();
  const signIn = state.startSignIn(client, user, identifier);
  if (strategy === 'password') return signedIn(call, client, signIn, user, strategy);
  const resources = call.core.resources();
  return { status: 200, body: { response: resources.signIn(signIn), client: resources.client(client) } };
}

/** Proves the first factor of the sign-in that the path names. */
export async function attemptSignIn(call: Call): Promise<Answer> {
  const { client, core } = call;
  const signIn = client?.signIn;
  const user = signIn?.id === call.pathId ? core.state.users.get(signIn.userId) : undefined;
  if (client === undefined || signIn === undefined || signIn === null || user === undefined) {
    return call.refuse('resource_not_found');
  }
  const fields = new Map(call.readForm().map(({ name, value }) => [name, value ?? '']));
  const strategy = fields.get('strategy') ?? '';
  if (strategy !== 'password' && strategy !== 'email_code') return call.refuse('form_param_value_invalid');
  const given = { password: fields.get('password') ?? '', code: fields.get('code') ?? '' };
  await proveFirstFactor(call, user, strategy, given);
  return signedIn(call, client, signIn, user, strategy);
}

function verificationAnswer(call: Call, client: StoredClient, session: StoredSession, complete: boolean): Answer {
  const resources = call.core.resources();
  const response = resources.verification(session, complete);
  if (complete) session.verification = null;
  return { status: 200, body: { response, client: resources.client(client) } };
}

const isLevel = (value: string): value is VerificationLevel =>
  value === 'first_factor' || value === 'second_factor' || value === 'multi_factor';

export function startSessionVerification(call: Call): Answer {
  const { client, session, user } = call.pathSession();
  call.checkAccount(user);
  const { fields, problems } = call.checkFields('startSessionVerification');
  // The contract has one code for this form: a level that is missing is a level that is not allowed.
  if (problems.length > 0) call.refuse('form_param_value_invalid');
  const level = textOf(fields['level']);
  session.verification = isLevel(level) ? level : 'first_factor';
  return verificationAnswer(call, client, session, false);
}

export async function attemptSessionVerification(call: Call): Promise<Result> {
  const { user } = call.pathSession();
  return call.core.inTurn(user, async () => {
    const { client, session } = call.pathSession();
    call.checkAccount(user);
    const { fields, problems } = call.checkFields('attemptSessionVerification');
    const { core } = call;
    const password = textOf(fields['password']);
    if (textOf(fields['strategy']) === 'email_code') {
      // Beyond the contract: how a user without a password proves it again.
      if (session.verification === null) call.refuse('resource_not_found');
      if (user.password !== null) call.refuse('form_param_value_invalid', { param_name: 'strategy' });
      if (textOf(fields['code']) !== EMAIL_CODE) call.refuse('form_password_incorrect', { param_name: 'code' });
    } else {
      const refused = call.refusalOf(problems);
      if (refused !== undefined) return refused;
      call.heedMagic(password);
      if (session.verification === null) call.refuse('resource_not_found');
      if (user.password === null) return call.refuse('form_param_value_invalid', { param_name: 'strategy' });
      if (!(await matchesPassword(user.password, password))) {
        core.state.countFailure(user, core.settings.lockout);
        call.refuse('form_password_incorrect');
      }
    }
    user.failedAttempts = 0;
    session.verifiedAt = core.now();
    session.updatedAt = core.now();
    return verificationAnswer(call, client, session, true);
  });
}
