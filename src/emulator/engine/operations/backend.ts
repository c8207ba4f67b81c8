/**
 * The few operations of the vendor's Backend API that its server packages need to know who is signed in. They are described in a
 * contract of their own, openapi/backend.yaml.
 */
import { makeId } from '../../state/random.ts';
import type { StoredUser } from '../../state/records.ts';
import type { Answer } from '../answer/outcome.ts';
import { Refusal } from '../answer/refusal.ts';
import type { Call } from '../call.ts';

/** Milliseconds that a testing token lives. */
const HOUR = 3_600_000;

/** The cookies of a handshake, once. */
export function getHandshakePayload(call: Call): Answer | Refusal {
  const directives = call.world.handshakes.take(call.query.get('nonce') ?? '');
  return directives === undefined ? call.refusal('resource_not_found') : { status: 200, body: { directives } };
}

const shown = (call: Call, user: StoredUser): unknown => ({
  ...call.resources.user(user),
  private_metadata: {},
  locale: null,
});

export function getBackendUser(call: Call): Answer | Refusal {
  const user = call.state.users.get(call.pathId);
  return user === undefined ? call.refusal('resource_not_found') : { status: 200, body: shown(call, user) };
}

/** The users that the query asks for. A filter that the emulator does not know is rejected: the users would be the wrong ones. */
function* wanted(call: Call, query: URLSearchParams): Generator<StoredUser> {
  const addresses = query.getAll('email_address');
  if (addresses.length === 0) return yield* call.state.users.all();
  for (const address of new Set(addresses.map((one) => one.toLowerCase()))) {
    const user = call.state.users.findByIdentifier(address);
    if (user?.emails.some((email) => email.address.toLowerCase() === address) === true) yield user;
  }
}

/** Its parameters, of which these may be there; an error response if there are others. */
function queryOf(call: Call, ...known: readonly string[]): URLSearchParams | Refusal {
  const query = new URLSearchParams(call.request.target.slice(call.path.length));
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  return unknown === undefined ? query : call.refusal('form_param_unknown', { param_name: unknown });
}

export function getBackendUsers(call: Call): Answer | Refusal {
  const query = queryOf(call, 'email_address', 'limit', 'offset');
  if (query instanceof Refusal) return query;
  const [limit, offset] = [Number(query.get('limit') ?? 10), Number(query.get('offset') ?? 0)];
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    return call.refusal('form_param_value_invalid', { param_name: 'limit' });
  if (!Number.isInteger(offset) || offset < 0)
    return call.refusal('form_param_value_invalid', { param_name: 'offset' });
  const users = [...wanted(call, query)].slice(offset, offset + limit);
  return { status: 200, body: users.map((user) => shown(call, user)) };
}

export function countBackendUsers(call: Call): Answer | Refusal {
  const query = queryOf(call, 'email_address');
  if (query instanceof Refusal) return query;
  return { status: 200, body: { object: 'total_count', total_count: [...wanted(call, query)].length } };
}

/** Seconds that a sign-in token lives if the server does not say it: 30 days. */
const TOKEN_LIFETIME = 2_592_000;

/** A token by which a page signs a user in, once, with no other factor. */
export function createSignInToken(call: Call): Answer | Refusal {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(call.request.body));
  } catch {
    return call.refusal('malformed_request_parameters');
  }
  const userId: unknown = Reflect.get(Object(body), 'user_id');
  const seconds: unknown = Reflect.get(Object(body), 'expires_in_seconds') ?? TOKEN_LIFETIME;
  if (userId === undefined || userId === null) return call.refusal('form_param_missing', { param_name: 'user_id' });
  if (typeof userId !== 'string') return call.refusal('form_param_value_invalid', { param_name: 'user_id' });
  if (typeof seconds !== 'number' || !Number.isSafeInteger(seconds * 1000) || !Number.isInteger(seconds) || seconds < 1)
    return call.refusal('form_param_value_invalid', { param_name: 'expires_in_seconds' });
  if (call.state.users.get(userId) === undefined) return call.refusal('resource_not_found');
  const { random } = call.core;
  const [id, ticket] = [makeId(random, 'sit'), makeId(random, 'ticket')];
  const now = call.world.now();
  call.world.signInTokens.keep(ticket, userId, now + seconds * 1000);
  const url = `${call.request.base}${call.request.mount ?? ''}/v1/tickets/accept?ticket=${ticket}`;
  return {
    status: 200,
    body: {
      object: 'sign_in_token',
      id,
      user_id: userId,
      token: ticket,
      status: 'pending',
      url,
      created_at: now,
      updated_at: now,
    },
  };
}

/** A token by which a test passes the protection against robots, which the emulator does not have. */
export function createTestingToken(call: Call): Answer {
  const expiresAt = Math.floor((call.core.clock() + HOUR) / 1000);
  return { status: 200, body: { object: 'testing_token', token: 'testing_emulator', expires_at: expiresAt } };
}
