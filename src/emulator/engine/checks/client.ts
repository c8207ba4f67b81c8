/** Who calls, by bearer token in native applications, by development token, else by cookie; and how often. */
import { forcedRefusal } from '../answer/refusal.ts';
import type { Call } from '../call.ts';
import type { Stop } from './check.ts';

/** The value of a cookie, or undefined. */
function cookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals !== -1 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}

/** Finds the client; refuses nobody. */
export function identify(call: Call): undefined {
  const { query, request, state } = call;
  const native = query.get('_is_native');
  if (native === '1' || native === 'true') {
    call.proof = 'native';
    call.client = state.clients.byToken((request.header('authorization') ?? '').replace(/^Bearer\s+/i, ''));
    return;
  }
  const token = query.get('__clerk_db_jwt') || query.get('__dev_session');
  if (token !== undefined && token !== '') {
    call.proof = 'development';
    call.client = state.clients.byToken(token);
    return;
  }
  const value = cookie(request.header('cookie'), '__client');
  call.client = value === undefined ? undefined : state.clients.byToken(value);
}

export function client(call: Call): Stop | undefined {
  identify(call);
  return call.proof === 'development' && call.client === undefined
    ? call.refusal('dev_browser_unauthenticated')
    : undefined;
}

export function rateLimit(call: Call): Stop | undefined {
  const { client, world, state } = call;
  const limit = world.settings.rateLimit;
  if (limit === null) return undefined;
  const now = world.now();
  const length = limit.seconds * 1000;
  const before = client?.attempts ?? world.anonymousAttempts;
  const isOver = now - before.windowStart >= length;
  const attempts = isOver ? { windowStart: now, count: 1 } : { ...before, count: before.count + 1 };
  if (client === undefined) world.anonymousAttempts = attempts;
  else state.clients.change(client, { attempts });
  if (attempts.count <= limit.requests) return undefined;
  const wait = Math.ceil((attempts.windowStart + length - now) / 1000);
  return forcedRefusal(call.operation, 'too_many_requests', wait);
}
