/** The checks of the two password operations that look at the situation: what the user has, what the settings ask for. */
import { errorCatalogue } from '../../../../generated/errors.ts';
import { matchesPassword } from '../../state/password-hash.ts';
import { lengthProblem, newPasswordProblems, type PasswordProblem } from '../../state/password-rules.ts';
import { Refusal, type WireError, wireError } from '../answer/refusal.ts';
import type { Call } from '../call.ts';
import { refusalOf } from './body.ts';
import type { Stop } from './check.ts';

/** How long a proof of the first factor counts as fresh. */
export const FRESH_FOR = 10 * 60_000;

/** The last API version in which a wrong current password had its older code. */
const LAST_VERSION_OF_OLDER_CODES = '2024-10-01';

/** The contract's sentences name its own limits, 8 and 72. Where an instance is stricter, its number takes that place. */
function ruleError({ code, limit, suggestions }: PasswordProblem): WireError {
  const meta = suggestions === undefined ? {} : { zxcvbn: { suggestions } };
  const words = limit === undefined ? undefined : errorCatalogue[code].longMessage.replace(/\b(8|72)\b/, `${limit}`);
  return wireError('changePassword', code, meta, words);
}

export function newPasswordLength(call: Call): Stop | undefined {
  const problem = lengthProblem(call.text('new_password'), call.world.settings.password);
  return problem === undefined ? undefined : new Refusal(422, [ruleError(problem)]);
}

export const hasPassword = (call: Call): Stop | undefined =>
  call.acting.user.password === null ? call.refusal('no_password_set') : undefined;

export const mayBeWithout = (call: Call): Stop | undefined =>
  call.world.settings.password.required ? call.refusal('password_required') : undefined;

export function freshness(call: Call): Stop | undefined {
  const { settings } = call.world;
  const isStale = settings.reverification && call.world.now() - call.acting.session.verifiedAt > FRESH_FOR;
  return isStale ? call.refusal('session_reverification_required') : undefined;
}

export function currentPasswordGivenToChange(call: Call): Stop | undefined {
  const isNeeded = call.acting.user.password !== null && !call.world.settings.reverification;
  if (!isNeeded || call.text('current_password') !== '') return undefined;
  return call.refusal(call.form.bare.has('current_password') ? 'form_param_nil' : 'form_param_missing');
}

/** The problem with the only field, left over from the check of the fields. */
export const currentPasswordGivenToRemove = (call: Call): Stop | undefined => refusalOf(call, call.form.problems);

export function currentPassword(call: Call): Stop | undefined {
  const { user } = call.acting;
  const given = call.text('current_password');
  // It may be left out by a user without a password, and by anybody under reverification: the checks before saw to that.
  if (user.password === null || given === '') return undefined;
  if (matchesPassword(user.password, given)) {
    call.state.users.clearFailures(user);
    return undefined;
  }
  call.state.users.countFailure(user, call.world.settings.lockout);
  const version = call.query.get('__clerk_api_version') ?? '';
  const isOlder = version !== '' && version <= LAST_VERSION_OF_OLDER_CODES;
  return call.refusal(
    isOlder || call.world.settings.olderErrorCodes ? 'form_password_validation_failed' : 'form_password_incorrect',
  );
}

export function newPassword(call: Call): Stop | undefined {
  const { user } = call.acting;
  const given = call.text('new_password');
  const current = call.text('current_password');
  // A current password that was sent has just been found right.
  const isSame = user.password !== null && (current === '' ? matchesPassword(user.password, given) : current === given);
  if (isSame) return call.refusal('form_new_password_matches_current');
  const problems = newPasswordProblems(given, user, call.world.settings.password);
  return problems.length === 0 ? undefined : new Refusal(422, problems.map(ruleError));
}
