/** The checks of signing in and of reverification: who it is, and whether the password or the code is right. */
import { matchesPassword } from '../../state/password-hash.ts';
import type { StoredSession, StoredUser } from '../../state/records.ts';
import { Refusal } from '../answer/refusal.ts';
import { factorsToReverify, firstFactors } from '../answer/resources.ts';
import { vendorRefusal } from '../answer/vendor-errors.ts';
import type { Call } from '../call.ts';
import type { Stop } from './check.ts';

/** The code that every email and every text message holds here, as in the vendor's test mode. */
export const CODE = '424242';

const isOffered = (user: StoredUser, strategy: string): boolean =>
  firstFactors(user).some((factor) => factor.strategy === strategy);

/** How the user signs in; empty if that is left for later. A password or a ticket alone says it too. */
export const strategyOf = (call: Call): string =>
  call.text('strategy') || ['ticket', 'password'].find((name) => call.text(name) !== '') || '';

export const strategyToBegin = (call: Call): Stop | undefined =>
  ['', 'password', 'email_code', 'ticket'].includes(strategyOf(call))
    ? undefined
    : call.refusal('form_param_value_invalid');

export const strategyToFinish = (call: Call): Stop | undefined =>
  ['password', 'email_code'].includes(call.text('strategy')) ? undefined : call.refusal('form_param_value_invalid');

/** The sign-in in the path is the one of this client. */
export function signInUnderWay(call: Call): Stop | undefined {
  const signIn = call.client === undefined ? undefined : call.state.signInOf(call.client);
  const user = signIn?.id === call.pathId ? call.state.users.get(signIn.userId) : undefined;
  if (signIn === undefined || user === undefined) return call.refusal('resource_not_found');
  call.signIn = signIn;
  call.signsIn = user;
  return undefined;
}

/** The user of a ticket, who needs no other factor. */
function ticket(call: Call): Stop | undefined {
  const given = call.text('ticket');
  if (given === '') return call.refusal('form_param_missing', { param_name: 'ticket' });
  const token = call.world.signInTokens.find(given, call.world.now());
  if (token instanceof Refusal) return token;
  const user = call.state.users.get(token.userId);
  if (user === undefined) return vendorRefusal('ticket_invalid_code');
  call.signsIn = user;
  return undefined;
}

export function identifier(call: Call): Stop | undefined {
  if (strategyOf(call) === 'ticket') return ticket(call);
  const user = call.state.users.findByIdentifier(call.text('identifier'));
  if (user === undefined) return call.refusal('form_identifier_not_found');
  call.signsIn = user;
  return undefined;
}

/** The password or the code of a sign-in. */
export function firstFactor(call: Call): Stop | undefined {
  const { signsIn: user } = call;
  const strategy = strategyOf(call);
  const isByCode = strategy === 'email_code';
  // A ticket was found good with its user; a sign-in that only begins has its factor in the next request.
  if (strategy === 'ticket' || strategy === '') return undefined;
  if (!isOffered(user, strategy)) return call.refusal('strategy_for_user_invalid');
  // A code is sent first and given later.
  if (isByCode && call.signIn === undefined) return undefined;
  const field = isByCode ? 'code' : 'password';
  const given = call.text(field);
  if (given === '') return call.refusal('form_param_missing', { param_name: field });
  const isRight = isByCode ? given === CODE : user.password !== null && matchesPassword(user.password, given);
  if (!isRight) {
    call.state.users.countFailure(user, call.world.settings.lockout);
    return isByCode
      ? call.refusal('form_code_incorrect', { param_name: 'code' })
      : call.refusal('form_password_incorrect');
  }
  call.state.users.clearFailures(user);
  return undefined;
}

export const verificationUnderWay = (call: Call): Stop | undefined =>
  call.acting.session.verification === null ? call.refusal('resource_not_found') : undefined;

/** The code may be sent where the reverification offers it. */
export function factorToPrepare(call: Call): Stop | undefined {
  const strategy = call.text('strategy');
  const offers = factorsToReverify(call.acting.user).filter((factor) => factor.strategy === strategy);
  if (offers.length === 0) return call.refusal('form_param_value_invalid', { param_name: 'strategy' });
  const field = strategy === 'email_code' ? 'email_address_id' : 'phone_number_id';
  const wanted = call.text(field);
  if (wanted === '') return call.refusal('form_param_missing', { param_name: field });
  const isTheirs = offers.some(({ email_address_id, phone_number_id }) =>
    [email_address_id, phone_number_id].includes(wanted),
  );
  return isTheirs ? undefined : call.refusal('form_param_value_invalid', { param_name: field });
}

/** The password of a reverification, or the code that was sent. */
export function verificationFactor(call: Call): Stop | undefined {
  const { user, session } = call.acting;
  if (call.text('strategy') !== 'password') return sentCode(call, session, user);
  if (user.password === null) return call.refusal('form_param_value_invalid', { param_name: 'strategy' });
  if (call.text('password') === '') return call.refusal('form_param_missing', { param_name: 'password' });
  if (!matchesPassword(user.password, call.text('password'))) {
    call.state.users.countFailure(user, call.world.settings.lockout);
    return call.refusal('form_password_incorrect');
  }
  call.state.users.clearFailures(user);
  return undefined;
}

/** How many wrong codes may be tried before a new one has to be sent. */
const CODE_ATTEMPTS = 3;

function sentCode(call: Call, session: StoredSession, user: StoredUser): Stop | undefined {
  const code = call.text('code');
  if (code === '') return call.refusal('form_param_missing', { param_name: 'code' });
  const sent = session.sentCode;
  if (sent === null || sent.strategy !== call.text('strategy')) return call.refusal('verification_missing');
  if (call.world.now() >= sent.expireAt) return call.refusal('verification_expired');
  if (sent.attempts >= CODE_ATTEMPTS) return call.refusal('verification_failed');
  if (code !== CODE) {
    call.state.clients.changeSession(session, { sentCode: { ...sent, attempts: sent.attempts + 1 } });
    call.state.users.countFailure(user, call.world.settings.lockout);
    return call.refusal('form_code_incorrect');
  }
  call.state.users.clearFailures(user);
  return undefined;
}
