/**
 * The few operations of the vendor's Backend API that its server packages need to know who is signed in. They are described in a
 * contract of their own, openapi/backend.yaml.
 */
import type { Answer } from '../answer/outcome.ts';
import type { Refusal } from '../answer/refusal.ts';
import type { Call } from '../call.ts';

/** Milliseconds that a testing token lives. */
const HOUR = 3_600_000;

/** The cookies of a handshake, once. */
export function getHandshakePayload(call: Call): Answer | Refusal {
  const directives = call.world.handshakes.take(call.query.get('nonce') ?? '');
  return directives === undefined ? call.refusal('resource_not_found') : { status: 200, body: { directives } };
}

export function getBackendUser(call: Call): Answer | Refusal {
  const user = call.state.users.get(call.pathId);
  if (user === undefined) return call.refusal('resource_not_found');
  return { status: 200, body: { ...call.resources.user(user), private_metadata: {}, locale: null } };
}

/** A token by which a test passes the protection against robots, which the emulator does not have. */
export function createTestingToken(call: Call): Answer {
  const expiresAt = Math.floor((call.core.clock() + HOUR) / 1000);
  return { status: 200, body: { object: 'testing_token', token: 'testing_emulator', expires_at: expiresAt } };
}
