/** The checks of signing in and of reverification: who it is, and whether the password or the code is right. */
import { matchesPassword } from '../../state/password-hash.ts';
import type { SentCode, StoredUser } from '../../state/records.ts';
import { Refusal } from '../answer/refusal.ts';
import { firstFactors } from '../answer/resources.ts';
import { vendorRefusal } from '../answer/vendor-errors.ts';
import type { Call } from '../call.ts';
import type { Stop } from './check.ts';

/** The code that every email and every text message holds here, as in the vendor's test mode. */
export const CODE = '424242';

const STRATEGIES: readonly string[] = ['password', 'email_code', 'phone_code'];

const isOffered = (user: StoredUser, strategy: string): boolean =>
  firstFactors(user).some((factor) => factor.strategy === strategy);

/** How the user signs in; empty if that is left for later. A password or a ticket alone says it too. */
export const strategyOf = (call: Call): string =>
  call.text('strategy') || ['ticket', 'password'].find((name) => call.text(name) !== '') || '';

export const strategyToBegin = (call: Call): Stop | undefined =>
  ['', 'ticket', ...STRATEGIES].includes(strategyOf(call)) ? undefined : call.refusal('form_param_value_invalid');

export const strategyToFinish = (call: Call): Stop | undefined =>
  STRATEGIES.includes(call.text('strategy')) ? undefined : call.refusal('form_param_value_invalid');

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
  const { signsIn: user, client, signIn } = call;
  const strategy = strategyOf(call);
  // A ticket was found good with its user; a sign-in that only begins has its factor in the next request.
  if (strategy === 'ticket' || strategy === '') return undefined;
  if (!isOffered(user, strategy)) return call.refusal('strategy_for_user_invalid');
  if (strategy === 'password') return passwordFactor(call, user);
  // A code is sent first and given later.
  if (client === undefined || signIn === undefined) return undefined;
  return codeFactor(call, user, signIn.sentCode ?? null, (sentCode) =>
    call.state.clients.change(client, { signIn: { ...signIn, sentCode } }),
  );
}

export const verificationUnderWay = (call: Call): Stop | undefined =>
  call.acting.session.verification === null ? call.refusal('resource_not_found') : undefined;

/** The factor by which the form asks for a code, to an address or number of the user; or why not. */
function factorToPrepare(call: Call, user: StoredUser): Stop | undefined {
  const strategy = call.text('strategy');
  const offers = firstFactors(user).filter((factor) => factor.strategy === strategy);
  if (strategy === 'password' || offers.length === 0) return call.refusal('form_param_value_invalid');
  const field = strategy === 'email_code' ? 'email_address_id' : 'phone_number_id';
  const wanted = call.text(field);
  if (wanted === '') return call.refusal('form_param_missing', { param_name: field });
  return offers.some((factor) => factor[field] === wanted)
    ? undefined
    : call.refusal('form_param_value_invalid', { param_name: field });
}

export const factorToSignIn = (call: Call): Stop | undefined => factorToPrepare(call, call.signsIn);
export const factorToVerify = (call: Call): Stop | undefined => factorToPrepare(call, call.acting.user);

/** The password of a reverification, or the code that was sent. */
export function verificationFactor(call: Call): Stop | undefined {
  const { user, session } = call.acting;
  if (call.text('strategy') !== 'password')
    return codeFactor(call, user, session.sentCode, (sentCode) =>
      call.state.clients.changeSession(session, { sentCode }),
    );
  if (user.password === null) return call.refusal('form_param_value_invalid', { param_name: 'strategy' });
  return passwordFactor(call, user);
}

function passwordFactor(call: Call, user: StoredUser): Stop | undefined {
  const given = call.text('password');
  if (given === '') return call.refusal('form_param_missing', { param_name: 'password' });
  if (user.password === null || !matchesPassword(user.password, given)) {
    call.state.users.countFailure(user, call.world.settings.lockout);
    return call.refusal('form_password_incorrect');
  }
  call.state.users.clearFailures(user);
  return undefined;
}

/** How many wrong codes may be tried before a new one has to be sent. */
const CODE_ATTEMPTS = 3;

/** The code that was sent for a sign-in or for a reverification; `keep` stores that a wrong one was tried. */
function codeFactor(
  call: Call,
  user: StoredUser,
  sent: SentCode | null,
  keep: (sent: SentCode) => void,
): Stop | undefined {
  const code = call.text('code');
  if (code === '') return call.refusal('form_param_missing', { param_name: 'code' });
  if (sent?.strategy !== call.text('strategy')) return call.refusal('verification_missing');
  if (call.world.now() >= sent.expireAt) return call.refusal('verification_expired');
  if (sent.attempts >= CODE_ATTEMPTS) return call.refusal('verification_failed');
  if (code !== CODE) {
    keep({ ...sent, attempts: sent.attempts + 1 });
    call.state.users.countFailure(user, call.world.settings.lockout);
    return call.refusal('form_code_incorrect', { param_name: 'code' });
  }
  call.state.users.clearFailures(user);
  return undefined;
}
