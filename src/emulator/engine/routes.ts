/** Which request is which operation. What is checked before it is in order.ts. */
import type { Answer } from './answer/outcome.ts';
import type { Refusal } from './answer/refusal.ts';
import type { Call } from './call.ts';
import type { Check } from './checks/check.ts';
import * as backend from './operations/backend.ts';
import { handshake } from './operations/handshake.ts';
import * as password from './operations/password.ts';
import * as session from './operations/session.ts';
import * as vendor from './operations/vendor.ts';
import { checksOf } from './order.ts';

/** The result of an operation. */
export type Result = Answer | Refusal;

export interface Route {
  /** The contract's operationId, or a name of its own for what is not in the contract. */
  readonly operation: string;
  readonly checks: readonly Check[];
  readonly act: (call: Call) => Result | Promise<Result>;
}

const acts = {
  changePassword: password.changePassword,
  removePassword: password.removePassword,
  getUser: session.getUser,
  createDevBrowser: session.createDevBrowser,
  getClient: session.getClient,
  createSignIn: session.createSignIn,
  removeSessions: session.removeSessions,
  startSessionVerification: session.startSessionVerification,
  prepareSessionVerification: session.prepareSessionVerification,
  attemptSessionVerification: session.attemptSessionVerification,

  // Only the vendor's SDK asks for these.
  getEnvironment: vendor.getEnvironment,
  createClient: vendor.createClient,
  getSignIn: session.getSignIn,
  prepareSignIn: session.prepareSignIn,
  attemptSignIn: session.attemptSignIn,
  getSession: vendor.getSession,
  touchSession: vendor.touchSession,
  endSession: vendor.endSession,
  removeSession: vendor.removeSession,
  createToken: vendor.createToken,
  getActiveSessions: vendor.getActiveSessions,
  revokeSession: vendor.revokeSession,
  getKeySet: vendor.getKeySet,
  handshake,

  // The vendor's server packages ask for these, with a secret key.
  getBackendKeySet: vendor.getKeySet,
  getHandshakePayload: backend.getHandshakePayload,
  getBackendUsers: backend.getBackendUsers,
  countBackendUsers: backend.countBackendUsers,
  getBackendUser: backend.getBackendUser,
  createSignInToken: backend.createSignInToken,
  createTestingToken: backend.createTestingToken,
} satisfies Readonly<Record<string, Route['act']>>;

/** Method and path; `:id` stands for one part of the path. */
const paths: Readonly<Record<string, keyof typeof acts>> = {
  'POST /v1/me/change_password': 'changePassword',
  'POST /v1/me/remove_password': 'removePassword',
  'GET /v1/me': 'getUser',
  'POST /v1/dev_browser': 'createDevBrowser',
  'GET /v1/client': 'getClient',
  'POST /v1/client/sign_ins': 'createSignIn',
  'DELETE /v1/client/sessions': 'removeSessions',
  'POST /v1/client/sessions/:id/verify': 'startSessionVerification',
  'POST /v1/client/sessions/:id/verify/attempt_first_factor': 'attemptSessionVerification',

  'GET /v1/environment': 'getEnvironment',
  'PATCH /v1/environment': 'getEnvironment',
  'PUT /v1/client': 'createClient',
  'POST /v1/client': 'createClient',
  'DELETE /v1/client': 'removeSessions',
  'GET /v1/client/sign_ins/:id': 'getSignIn',
  'POST /v1/client/sign_ins/:id/prepare_first_factor': 'prepareSignIn',
  'POST /v1/client/sign_ins/:id/attempt_first_factor': 'attemptSignIn',
  'GET /v1/client/sessions/:id': 'getSession',
  'POST /v1/client/sessions/:id/touch': 'touchSession',
  'POST /v1/client/sessions/:id/end': 'endSession',
  'POST /v1/client/sessions/:id/remove': 'removeSession',
  'POST /v1/client/sessions/:id/tokens': 'createToken',
  'POST /v1/client/sessions/:id/tokens/:template': 'createToken',
  'POST /v1/client/sessions/:id/verify/prepare_first_factor': 'prepareSessionVerification',
  'GET /v1/me/sessions/active': 'getActiveSessions',
  'GET /v1/me/sessions': 'getActiveSessions',
  'POST /v1/me/sessions/:id/revoke': 'revokeSession',
  'GET /.well-known/jwks.json': 'getKeySet',
  'GET /v1/.well-known/jwks.json': 'getKeySet',
  'GET /v1/client/handshake': 'handshake',

  'GET /v1/jwks': 'getBackendKeySet',
  'GET /v1/clients/handshake_payload': 'getHandshakePayload',
  'GET /v1/users': 'getBackendUsers',
  'GET /v1/users/count': 'countBackendUsers',
  'GET /v1/users/:id': 'getBackendUser',
  'POST /v1/sign_in_tokens': 'createSignInToken',
  'POST /v1/testing_tokens': 'createTestingToken',
};

const routes = new Map<string, Route>(
  Object.entries(acts).map(([operation, act]) => [operation, { operation, act, checks: checksOf(operation) }]),
);
const NOWHERE: Route = {
  operation: '',
  checks: checksOf(''),
  act: (call) => call.refusal('resource_not_found'),
};
const routeOf = (operation: string): Route => routes.get(operation) ?? NOWHERE;

const fixed = new Map(
  Object.entries(paths)
    .filter(([name]) => !name.includes(':'))
    .map(([name, operation]) => [name, routeOf(operation)]),
);
const patterns = Object.entries(paths)
  .filter(([name]) => name.includes(':'))
  .map(([name, operation]) => ({
    pattern: new RegExp(`^${name.replaceAll(/:\w+/g, '([^/]+)')}$`),
    route: routeOf(operation),
  }));

/** The route of a request and the id in its path (empty if it has none). What fits no route is refused by its checks. */
export function findRoute(method: string, path: string): { readonly route: Route; readonly pathId: string } {
  const name = `${method} ${path}`;
  const found = fixed.get(name);
  if (found !== undefined) return { route: found, pathId: '' };
  for (const { pattern, route } of patterns) {
    const match = pattern.exec(name);
    if (match !== null) return { route, pathId: match[1] ?? '' };
  }
  // As HTTP has it, and as programs ask that wait for a server; the host leaves the body out.
  if (method === 'HEAD') return findRoute('GET', path);
  return { route: NOWHERE, pathId: '' };
}

/** The operations that responses can be forced for. */
export const operations: ReadonlySet<string> = new Set(Object.keys(acts));
