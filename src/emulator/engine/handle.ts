/** Answers one request: the checks in their order (order.ts), then the operation (routes.ts). Never throws, never rejects. */
import { loadWordLists, needsWordLists } from '../state/password-rules.ts';
import { type Outcome, refused, succeeded } from './answer/outcome.ts';
import { Refusal, refusal } from './answer/refusal.ts';
import { Call } from './call.ts';
import { corsHeaders, isEmbedded, preflightHeaders } from './checks/caller.ts';
import type { Stop } from './checks/check.ts';
import { forcedStop, isAnswer } from './checks/forced.ts';
import type { Core } from './core.ts';
import { giveTokens } from './operations/handshake.ts';
import { preferredAnswer } from './prefer.ts';
import type { RequestLog } from './request-log.ts';
import { findRoute, type Result, type Route } from './routes.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

// No charset: JSON has none, and the vendor's server package compares the whole.
const JSON_TYPE = 'application/json';

export function handle(core: Core, log: RequestLog, request: WireRequest): WireAnswer | Promise<WireAnswer> {
  const call = new Call(core, request);
  if (request.method === 'OPTIONS') return preflight(call);
  const at = call.world.now();
  const { route, pathId } = findRoute(call.method, call.path);
  call.operation = route.operation;
  call.pathId = pathId;

  const finish = (stop: Stop): WireAnswer => {
    const made = overruled(call, stop);
    const outcome = made instanceof Refusal ? refused(made, core.random) : made;
    const { method, path, query, sent } = call;
    const { status, codes, body } = outcome;
    // What began before a reset leaves no trace, and what a page elsewhere embeds takes no room from what was asked here.
    if (call.world === core.world && !isEmbedded(request))
      log.add({ at, method, path, operation: route.operation, status, codes }, query, sent, body);
    return respond(call, outcome);
  };
  // What no request should bring about; if one does, the developer is told, and the response has the contract's form.
  const fail = (error: unknown): WireAnswer => {
    core.onError(error);
    return finish(refusal(route.operation, 'internal_clerk_error'));
  };
  const end = (result: Result): WireAnswer | Promise<WireAnswer> => {
    if (result instanceof Refusal) return finish(result);
    const done = (): WireAnswer => finish(succeeded(result, tokenHeaders(call)));
    return giveTokens(call)?.then(done, fail) ?? done();
  };
  const walk = (): WireAnswer | Promise<WireAnswer> => {
    try {
      for (const check of route.checks) {
        const stop = check.run(call);
        if (stop !== undefined) return finish(stop);
      }
      const result = route.act(call);
      return result instanceof Promise ? result.then(end).catch(fail) : end(result);
    } catch (error) {
      return fail(error);
    }
  };
  const loading = load(call, route);
  return loading === undefined ? walk() : loading.then(walk, fail);
}

/** Loads what only few requests need, before any check, so that from the first check to the last change nothing waits. */
function load(call: Call, { operation }: Route): Promise<unknown> | undefined {
  const prefer = call.request.header('prefer');
  if (prefer !== undefined && operation !== '') {
    return preferredAnswer(operation, prefer).then((preferred) => {
      call.preferred = preferred;
      return needsWordLists(call.world.settings.password) ? loadWordLists() : undefined;
    });
  }
  return operation === 'changePassword' && needsWordLists(call.world.settings.password) ? loadWordLists() : undefined;
}

function preflight({ mayRead, origin, request }: Call): WireAnswer {
  const headers = mayRead && origin !== undefined ? { ...corsHeaders(origin), ...preflightHeaders(request) } : {};
  return { status: 204, headers: { vary: 'Origin', ...headers }, body: '' };
}

/** If a response was forced for after the operation, it replaces the operation's own. */
const overruled = (call: Call, stop: Stop): Stop =>
  call.forced?.carriedOut === true && isAnswer(call.forced) ? forcedStop(call, call.forced) : stop;

/** Headers that hand out the token of a client. */
function tokenHeaders({ client, proof, clientIsNew, request }: Call): Record<string, string> {
  if (client === undefined) return {};
  if (proof === 'native') return { authorization: client.token };
  if (!clientIsNew || proof === 'development') return {};
  const site = request.base.startsWith('https:') ? 'SameSite=None; Secure' : 'SameSite=Lax';
  return { 'set-cookie': `__client=${client.token}; Path=${request.mount ?? '/'}; HttpOnly; ${site}` };
}

/** The headers that every response has, and over them what was forced. */
function respond({ mayRead, origin, forced }: Call, { status, headers, body }: Outcome): WireAnswer {
  const whole: Record<string, string> = {
    'content-type': JSON_TYPE,
    'cache-control': 'no-store',
    vary: 'Origin',
    ...(mayRead && origin !== undefined ? corsHeaders(origin) : {}),
    ...headers,
  };
  if (forced === undefined) return { status, headers: whole, body };
  const { contentType, retryAfter, latency, fault } = forced;
  if (contentType !== undefined) whole['content-type'] = contentType;
  if (retryAfter !== undefined) whole['retry-after'] = String(retryAfter);
  return {
    status,
    headers: whole,
    body,
    ...(fault === undefined ? {} : { fault }),
    ...(latency === undefined ? {} : { delay: latency }),
  };
}
