/** The two operations that everything is about. See call.ts for the order of the checks. */

import { matchesPassword, storePassword } from '../../state/password-hash.ts';
import { lengthProblem, newPasswordProblems } from '../../state/password-rules.ts';
import type { StoredClient, StoredSession, StoredUser } from '../../state/state.ts';
import { Refusal } from '../answer/refusal.ts';
import type { Answer, Call, Result } from '../call.ts';

/** How long a proof of the first factor counts as fresh. */
export const FRESH_FOR = 10 * 60_000;

/** The last API version in which a wrong current password had its older code. */
const LAST_VERSION_OF_OLDER_CODES = '2024-10-01';

type Acting = { readonly session: StoredSession; readonly client: StoredClient; readonly user: StoredUser };

const textOf = (value: string | boolean | null | undefined): string =>
  value === undefined || value === null ? '' : String(value);

function checkFreshness(call: Call, session: StoredSession): void {
  const { core } = call;
  if (core.settings.reverification && core.now() - session.verifiedAt > FRESH_FOR) {
    call.refuse('session_reverification_required');
  }
}

async function checkCurrentPassword(call: Call, user: StoredUser, given: string): Promise<void> {
  if (user.password !== null && (await matchesPassword(user.password, given))) {
    user.failedAttempts = 0;
    return;
  }
  call.core.state.countFailure(user, call.core.settings.lockout);
  const version = call.query.get('__clerk_api_version') ?? '';
  const older = version !== '' && version <= LAST_VERSION_OF_OLDER_CODES;
  return call.refuse(
    older || call.core.settings.olderErrorCodes ? 'form_password_validation_failed' : 'form_password_incorrect',
  );
}

/** Runs an operation of the signed-in user, after that user's earlier requests. */
function asUser(call: Call, task: (acting: Acting) => Result | Promise<Answer>): Result | Promise<Result> {
  const { user } = call.session();
  // The turn may come after a request that ended this session or locked the account: who acts is looked up again.
  return call.core.inTurn(user, () => {
    const acting = call.session();
    call.checkAccount(acting.user);
    return task(acting);
  });
}

function done(call: Call, { session, client, user }: Acting): Answer {
  const now = call.core.now();
  user.updatedAt = now;
  user.lastActiveAt = now;
  session.lastActiveAt = now;
  client.updatedAt = now;
  const resources = call.core.resources();
  return { status: 200, body: { response: resources.user(user), client: resources.client(client) } };
}

export const changePassword = (call: Call): Result | Promise<Result> =>
  asUser(call, (acting) => {
    const { core } = call;
    const { session, user } = acting;
    const { fields, bare, problems } = call.checkFields('changePassword');
    const newPassword = textOf(fields['new_password']);
    const currentPassword = textOf(fields['current_password']);

    const isLength = (code: string): boolean => code.startsWith('form_password_length');
    const refused = call.refusalOf(problems.filter(({ code }) => !isLength(code)));
    if (refused !== undefined) return refused;
    const length = lengthProblem(newPassword, core.settings.password);
    if (length !== undefined) return new Refusal(422, [length]);

    call.heedMagic(newPassword, currentPassword);
    checkFreshness(call, session);
    if (user.password !== null && currentPassword === '' && !core.settings.reverification) {
      call.refuse(bare.has('current_password') ? 'form_param_nil' : 'form_param_missing');
    }
    return replacePassword(call, acting, currentPassword, newPassword, fields['sign_out_of_other_sessions'] === true);
  });

async function replacePassword(
  call: Call,
  acting: Acting,
  currentPassword: string,
  newPassword: string,
  endsOthers: boolean,
): Promise<Answer> {
  const { core } = call;
  const { session, user } = acting;
  if (user.password !== null && currentPassword !== '') await checkCurrentPassword(call, user, currentPassword);
  const wrong = await newPasswordProblems(newPassword, user, core.settings.password);
  if (wrong.length > 0) throw new Refusal(422, wrong);

  core.notify(user.password === null ? 'password_set' : 'password_changed', user);
  user.password = storePassword(newPassword, core.random);
  user.passwordLastUpdatedAt = core.now();
  if (endsOthers) {
    for (const other of core.state.sessionsOf(user.id)) {
      if (other !== session) core.state.endSession(other, 'revoked');
    }
  }
  return done(call, acting);
}

export const removePassword = (call: Call): Result | Promise<Result> =>
  asUser(call, (acting) => {
    const { core } = call;
    const { session, user } = acting;
    const { fields, problems } = call.checkFields('removePassword');
    const currentPassword = textOf(fields['current_password']);

    // Whether a current password is asked for depends on the situation: that it was not given is said at its turn.
    const isNotGiven = (code: string): boolean => code === 'form_param_missing' || code === 'form_param_nil';
    const refused = call.refusalOf(problems.filter(({ code }) => !isNotGiven(code)));
    if (refused !== undefined) return refused;
    call.heedMagic(currentPassword);
    if (user.password === null) call.refuse('no_password_set');
    if (core.settings.password.required) call.refuse('password_required');
    checkFreshness(call, session);
    return call.refusalOf(problems) ?? dropPassword(call, acting, currentPassword);
  });

async function dropPassword(call: Call, acting: Acting, currentPassword: string): Promise<Answer> {
  const { user } = acting;
  await checkCurrentPassword(call, user, currentPassword);
  call.core.notify('password_removed', user);
  user.password = null;
  user.passwordLastUpdatedAt = null;
  return done(call, acting);
}
