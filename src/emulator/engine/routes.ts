/** Which request is which operation. */
import type { Call, Result } from './call.ts';
import { changePassword, removePassword } from './operations/password.ts';
import * as sessions from './operations/session.ts';
import * as vendor from './operations/vendor.ts';

export interface Route {
  /** The contract's operationId, or a name of its own for what is not in the contract. */
  readonly operation: string;
  readonly handle: (call: Call) => Result | Promise<Result>;
  /** Whether a body is read, so that it can be too large. */
  readonly hasBody: boolean;
  /** Whether passwords are tried here, so that the rate limit counts it. */
  readonly isAttempt: boolean;
  /** Whether it is open to a browser that the instance does not know. */
  readonly isOpen: boolean;
  /** Whether it manages an account, which satellite domains may not. */
  readonly isManagement: boolean;
}

type Flag = 'hasBody' | 'isAttempt' | 'isOpen' | 'isManagement';

const route = (operation: string, handle: Route['handle'], ...flags: readonly Flag[]): Route => ({
  operation,
  handle,
  hasBody: flags.includes('hasBody'),
  isAttempt: flags.includes('isAttempt'),
  isOpen: flags.includes('isOpen'),
  isManagement: flags.includes('isManagement'),
});

/** Method and path; `:id` stands for one part of the path. */
const table: Readonly<Record<string, Route>> = {
  'POST /v1/me/change_password': route('changePassword', changePassword, 'hasBody', 'isAttempt', 'isManagement'),
  'POST /v1/me/remove_password': route('removePassword', removePassword, 'hasBody', 'isAttempt', 'isManagement'),
  'GET /v1/me': route('getUser', sessions.getUser, 'isManagement'),
  'POST /v1/dev_browser': route('createDevBrowser', sessions.createDevBrowser, 'isOpen'),
  'GET /v1/client': route('getClient', sessions.getClient),
  'POST /v1/client/sign_ins': route('createSignIn', sessions.createSignIn, 'hasBody', 'isAttempt', 'isManagement'),
  'DELETE /v1/client/sessions': route('removeSessions', sessions.removeSessions),
  'POST /v1/client/sessions/:id/verify': route(
    'startSessionVerification',
    sessions.startSessionVerification,
    'hasBody',
    'isManagement',
  ),
  'POST /v1/client/sessions/:id/verify/attempt_first_factor': route(
    'attemptSessionVerification',
    sessions.attemptSessionVerification,
    'hasBody',
    'isAttempt',
    'isManagement',
  ),

  // Only the vendor's SDK asks for these.
  'GET /v1/environment': route('getEnvironment', vendor.getEnvironment, 'isOpen'),
  'PATCH /v1/environment': route('getEnvironment', vendor.getEnvironment, 'isOpen'),
  'PUT /v1/client': route('createClient', vendor.createClient),
  'POST /v1/client': route('createClient', vendor.createClient),
  'DELETE /v1/client': route('removeSessions', sessions.removeSessions),
  'GET /v1/client/sign_ins/:id': route('getSignIn', vendor.getSignIn),
  'POST /v1/client/sign_ins/:id/prepare_first_factor': route('prepareSignIn', vendor.prepareSignIn, 'hasBody'),
  'POST /v1/client/sign_ins/:id/attempt_first_factor': route(
    'attemptSignIn',
    sessions.attemptSignIn,
    'hasBody',
    'isAttempt',
    'isManagement',
  ),
  'GET /v1/client/sessions/:id': route('getSession', vendor.getSession),
  'POST /v1/client/sessions/:id/touch': route('touchSession', vendor.touchSession, 'hasBody'),
  'POST /v1/client/sessions/:id/end': route('endSession', vendor.endSession),
  'POST /v1/client/sessions/:id/remove': route('removeSession', vendor.removeSession),
  'POST /v1/client/sessions/:id/tokens': route('createToken', vendor.createToken),
  'POST /v1/client/sessions/:id/tokens/:template': route('createToken', vendor.createToken),
  'POST /v1/client/sessions/:id/verify/prepare_first_factor': route(
    'prepareVerification',
    vendor.prepareVerification,
    'hasBody',
  ),
  'GET /v1/me/sessions/active': route('getActiveSessions', vendor.getActiveSessions),
  'GET /v1/me/sessions': route('getActiveSessions', vendor.getActiveSessions),
  'POST /v1/me/sessions/:id/revoke': route('revokeSession', vendor.revokeSession),
  'GET /.well-known/jwks.json': route('getKeySet', vendor.getKeySet, 'isOpen'),
  'GET /v1/.well-known/jwks.json': route('getKeySet', vendor.getKeySet, 'isOpen'),
};

const fixed = new Map(Object.entries(table).filter(([name]) => !name.includes(':')));
const patterns = Object.entries(table)
  .filter(([name]) => name.includes(':'))
  .map(([name, found]) => ({ pattern: new RegExp(`^${name.replaceAll(/:\w+/g, '([^/]+)')}$`), route: found }));

/** The route of a request and the id in its path (empty where it has none). */
export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly pathId: string } | undefined {
  const name = `${method} ${path}`;
  const found = fixed.get(name);
  if (found !== undefined) return { route: found, pathId: '' };
  for (const { pattern, route: matched } of patterns) {
    const match = pattern.exec(name);
    if (match !== null) return { route: matched, pathId: match[1] ?? '' };
  }
  return undefined;
}

/** The operations that answers can be forced for. */
export const operations: ReadonlySet<string> = new Set(Object.values(table).map(({ operation }) => operation));
