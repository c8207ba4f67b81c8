/** The two operations that everything is about. See call.ts for the order of the checks. */
import type { Answer, Call } from './call.ts';
import { matchesPassword, storePassword } from './password-hash.ts';
import { lengthProblem, newPasswordProblems } from './password-rules.ts';
import { Refusal } from './refusal.ts';
import type { StoredClient, StoredSession, StoredUser } from './state.ts';

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
function asUser(call: Call, task: (acting: Acting) => Promise<Answer>): Promise<Answer> {
  const { user } = call.session();
  // The turn may come after a request that ended this session or locked the account: who acts is looked up again.
  return call.core.inTurn(user, async () => {
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

export const changePassword = (call: Call): Promise<Answer> =>
  asUser(call, async (acting) => {
    const { core } = call;
    const { session, user } = acting;
    const { fields, bare, problems } = call.checkFields('changePassword');
    const newPassword = textOf(fields['new_password']);
    const currentPassword = textOf(fields['current_password']);

    const isLength = (code: string): boolean => code.startsWith('form_password_length');
    call.refuseProblems(problems.filter(({ code }) => !isLength(code)));
    const length = lengthProblem(newPassword, core.settings.password);
    if (length !== undefined) throw new Refusal(422, [length]);

    call.heedMagic(newPassword, currentPassword);
    checkFreshness(call, session);
    if (user.password !== null) {
      if (currentPassword !== '') await checkCurrentPassword(call, user, currentPassword);
      else if (!core.settings.reverification) {
        call.refuse(bare.has('current_password') ? 'form_param_nil' : 'form_param_missing');
      }
    }
    const wrong = await newPasswordProblems(newPassword, user, core.settings.password);
    if (wrong.length > 0) throw new Refusal(422, wrong);

    core.notify(user.password === null ? 'password_set' : 'password_changed', user);
    user.password = storePassword(newPassword, core.random);
    user.passwordLastUpdatedAt = core.now();
    if (fields['sign_out_of_other_sessions'] === true) {
      for (const other of core.state.sessionsOf(user.id)) {
        if (other !== session) core.state.endSession(other, 'revoked');
      }
    }
    return done(call, acting);
  });

export const removePassword = (call: Call): Promise<Answer> =>
  asUser(call, async (acting) => {
    const { core } = call;
    const { session, user } = acting;
    const { fields, problems } = call.checkFields('removePassword');
    const currentPassword = textOf(fields['current_password']);

    // Whether a current password is asked for depends on the situation: that it was not given is said at its turn.
    const notGiven = problems.filter(({ code }) => code === 'form_param_missing' || code === 'form_param_nil');
    call.refuseProblems(problems.filter((problem) => !notGiven.includes(problem)));
    call.heedMagic(currentPassword);
    if (user.password === null) call.refuse('no_password_set');
    if (core.settings.password.required) call.refuse('password_required');
    checkFreshness(call, session);
    call.refuseProblems(notGiven);
    await checkCurrentPassword(call, user, currentPassword);

    core.notify('password_removed', user);
    user.password = null;
    user.passwordLastUpdatedAt = null;
    return done(call, acting);
  });
