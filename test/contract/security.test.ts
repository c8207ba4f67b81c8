import { describe, expect, test } from 'vitest';
import type { CallInit } from '../../generated/client.ts';
import { clients } from './clients.ts';
import { clientOf, TOKEN, useServer } from './server.ts';

const server = useServer();
const body = { current_password: 'current-password-1', new_password: 'a new password' };
/** Says what to answer, so that a server with state changes nothing. */
const prefer = { Prefer: 'code=200, example=password_changed' };

describe.each(clients)('through %s, who may call', (_client, create) => {
  test.each<[string, Record<string, string>, CallInit['headers']]>([
    ['the __client cookie', {}, { Cookie: `__client=${TOKEN}` }],
    ['a development token', { __clerk_db_jwt: TOKEN }, {}],
    ['a development token under its older name', { __dev_session: TOKEN }, {}],
    ['a native token with its flag', { _is_native: '1' }, { Authorization: `Bearer ${TOKEN}` }],
  ])('answers 200 when the caller sends %s', async (_, query, headers) => {
    const client = clientOf(server, create, () => query);
    const result = await client.changePassword({ body }, { headers: { ...prefer, ...headers } });
    expect(result.status).toBe(200);
  });

  test.each<[string, CallInit['headers']]>([
    ['nothing', {}],
    ['a native token without its flag', { Authorization: `Bearer ${TOKEN}` }],
    ['nothing but the wish for a success', prefer],
  ])('answers 401 when the caller sends %s', async (_, headers) => {
    const result = await clientOf(server, create, () => ({})).changePassword({ body }, { headers: { ...headers } });
    expect(result.ok).toBe(false);
    expect(result.status).toBe(401);
    if (result.status === 401) expect(result.errors[0].code).toBe('authentication_invalid');
  });
});
