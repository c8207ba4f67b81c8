/** Answers one request: the outer checks in their order (see call.ts), then the operation. Never throws, never fails. */

import { makeHex } from '../state/random.ts';
import type { StoredClient } from '../state/state.ts';
import { forcedRefusal, Refusal, refusal } from './answer/refusal.ts';
import { type Answer, Call, type Proof, type Result } from './call.ts';
import { corsHeaders, isHostAllowed, isOriginAllowed, isSatellite, preflightHeaders } from './checks/caller.ts';
import { parseQuery } from './checks/form.ts';
import type { Core } from './core.ts';
import type { ForcedAnswer } from './forced.ts';
import { preferredAnswer } from './prefer.ts';
import type { RequestLog } from './request-log.ts';
import { findRoute, type Route } from './routes.ts';
import { BODY_LIMIT, type WireAnswer, type WireRequest } from './wire.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const NO_QUERY: ReadonlyMap<string, string> = new Map();

/** The value of a cookie, or undefined. */
function cookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals !== -1 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}

/** Who calls: by bearer token in native applications, by development token, else by cookie. */
function identify(
  core: Core,
  request: WireRequest,
  query: ReadonlyMap<string, string>,
): { readonly proof: Proof; readonly client: StoredClient | undefined; readonly unknownToken: boolean } {
  if (query.get('_is_native') === '1' || query.get('_is_native') === 'true') {
    const token = (request.header('authorization') ?? '').replace(/^Bearer\s+/i, '');
    return { proof: 'native', client: core.state.clientOf(token), unknownToken: false };
  }
  const token = query.get('__clerk_db_jwt') || query.get('__dev_session');
  if (token !== undefined && token !== '') {
    const client = core.state.clientOf(token);
    return { proof: 'development', client, unknownToken: client === undefined };
  }
  const value = cookie(request.header('cookie'), '__client');
  return { proof: 'cookie', client: value === undefined ? undefined : core.state.clientOf(value), unknownToken: false };
}

function checkRate(call: Call, client: StoredClient | undefined): void {
  const { core } = call;
  const limit = core.settings.rateLimit;
  if (limit === null) return;
  const attempts = client?.attempts ?? core.anonymousAttempts;
  const now = core.now();
  const length = limit.seconds * 1000;
  if (now - attempts.windowStart >= length) {
    attempts.windowStart = now;
    attempts.count = 0;
  }
  if (++attempts.count <= limit.requests) return;
  const wait = Math.ceil((attempts.windowStart + length - now) / 1000);
  throw forcedRefusal(call.operation, 'too_many_requests', wait);
}

interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
  readonly codes: readonly string[];
}

/** Headers that hand out the token of a client. */
function tokenHeaders(call: Call): Record<string, string> {
  const { client, proof } = call;
  if (client === undefined) return {};
  if (proof === 'native') return { authorization: client.token };
  if (!call.clientIsNew || proof === 'development') return {};
  const site = call.request.base.startsWith('https:') ? 'SameSite=None; Secure' : 'SameSite=Lax';
  return { 'set-cookie': `__client=${client.token}; Path=/; HttpOnly; ${site}` };
}

const answered = (answer: Answer, headers: Record<string, string>): Outcome => ({
  status: answer.status,
  body: JSON.stringify(answer.body),
  headers,
  codes: [],
});

function refused(core: Core, { status, errors, headers }: Refusal): Outcome {
  const body = JSON.stringify({ errors, clerk_trace_id: makeHex(core.random) });
  return { status, body, headers: { ...headers }, codes: errors.map(({ code }) => code) };
}

/** What no request can bring about; if one does all the same, the answer has the contract's form. */
const failed = (core: Core, operation: string, error: unknown): Outcome =>
  refused(core, error instanceof Refusal ? error : refusal(operation, 'internal_clerk_error'));

/** The method that is meant: the vendor's SDK sends all but GET as POST and says the real one in the query. */
function methodOf(request: WireRequest, query: ReadonlyMap<string, string>): string {
  const named = request.method === 'POST' ? query.get('_method') : undefined;
  return named === undefined || named === '' ? request.method : named.toUpperCase();
}

export function handle(core: Core, log: RequestLog, request: WireRequest): WireAnswer | Promise<WireAnswer> {
  const mark = request.target.indexOf('?');
  const path = mark === -1 ? request.target : request.target.slice(0, mark);
  const query = mark === -1 ? NO_QUERY : parseQuery(request.target.slice(mark + 1));
  const method = methodOf(request, query ?? NO_QUERY);
  const at = core.now();
  const found = findRoute(method, path);
  const operation = found?.route.operation;

  const origin = request.header('origin');
  const mayRead = origin !== undefined && isOriginAllowed(origin, request, core.settings);
  let forced: ForcedAnswer | undefined;
  let call: Call | undefined;

  const finish = (made: Outcome): WireAnswer => {
    const replaced = forced?.carriedOut === true && isAnswer(forced);
    const outcome = replaced && forced !== undefined ? forcedOutcome(core, operation ?? '', forced) : made;
    const form = call?.form ?? [];
    const { status, codes } = outcome;
    log.add({ at, method, path, operation, status, codes }, query ?? NO_QUERY, form);
    return withForced(
      {
        status: outcome.status,
        headers: {
          'content-type': JSON_TYPE,
          'cache-control': 'no-store',
          vary: 'Origin',
          ...(mayRead ? corsHeaders(origin) : {}),
          ...outcome.headers,
        },
        body: outcome.body,
      },
      forced,
    );
  };

  if (request.method === 'OPTIONS') {
    const headers = { vary: 'Origin', ...(mayRead ? { ...corsHeaders(origin), ...preflightHeaders(request) } : {}) };
    return { status: 204, headers, body: '' };
  }

  try {
    if (!isHostAllowed(request.header('host'), core.settings)) throw refusal(operation ?? '', 'host_invalid');
    // Before the route: the method may be in the query.
    if (query === undefined) throw refusal(operation ?? '', 'malformed_request_parameters');
    if (found === undefined) throw refusal('', 'resource_not_found');
    const { route } = found;
    checkOrigin(core, route, request, mayRead);
    const proceed = (): WireAnswer | Promise<WireAnswer> => {
      if (forced !== undefined && forced.carriedOut !== true && isAnswer(forced)) {
        return finish(forcedOutcome(core, route.operation, forced));
      }
      if (route.hasBody && (request.bodyTooLarge === true || request.body.length > BODY_LIMIT)) {
        throw refusal(route.operation, 'request_body_too_large');
      }
      const { proof, client, unknownToken } = identify(core, request, query);
      if (unknownToken && !route.isOpen) throw refusal(route.operation, 'dev_browser_unauthenticated');
      const made = new Call({ core, operation: route.operation, request, query, pathId: found.pathId, proof, client });
      call = made;
      if (route.isAttempt) checkRate(made, client);
      const result = route.handle(made);
      const end = (answer: Result): WireAnswer =>
        finish(answer instanceof Refusal ? refused(core, answer) : answered(answer, tokenHeaders(made)));
      return result instanceof Promise ? result.then(end) : end(result);
    };
    const fail = (error: unknown): WireAnswer => finish(failed(core, route.operation, error));
    forced = core.forced.take(route.operation);
    const prefer = request.header('prefer');
    if (forced === undefined && prefer !== undefined) {
      return preferredAnswer(route.operation, prefer)
        .then((preferred) => {
          forced = preferred;
          return proceed();
        })
        .catch(fail);
    }
    const answer = proceed();
    return answer instanceof Promise ? answer.catch(fail) : answer;
  } catch (error) {
    return finish(failed(core, operation ?? '', error));
  }
}

function checkOrigin(core: Core, route: Route, request: WireRequest, mayRead: boolean): void {
  const origin = request.header('origin');
  if (origin === undefined) return;
  if (request.header('authorization') !== undefined) {
    throw refusal(route.operation, 'origin_authorization_headers_conflict');
  }
  if (!mayRead) throw refusal(route.operation, 'origin_invalid');
  if (route.isManagement && isSatellite(origin, core.settings)) {
    throw refusal(route.operation, 'operation_not_allowed_on_satellite_domain');
  }
}

/** Whether something is answered instead; else only the way of answering is forced. */
const isAnswer = ({ code, status, body, fault }: ForcedAnswer): boolean =>
  code !== undefined || status !== undefined || body !== undefined || fault === 'drop';

function forcedOutcome(core: Core, operation: string, forced: ForcedAnswer): Outcome {
  if (forced.code !== undefined) return refused(core, forcedRefusal(operation, forced.code, forced.retryAfter));
  return { status: forced.status ?? 200, body: forced.body ?? '', headers: {}, codes: [] };
}

/** Lays what was forced over an answer. */
function withForced(answer: WireAnswer, forced: ForcedAnswer | undefined): WireAnswer {
  if (forced === undefined) return answer;
  const { contentType, retryAfter, latency, fault } = forced;
  return {
    status: answer.status,
    headers: {
      ...answer.headers,
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: answer.body,
    ...(fault === undefined ? {} : { fault }),
    ...(latency === undefined ? {} : { delay: latency }),
  };
}
