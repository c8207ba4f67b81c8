import { describe, expect, test } from 'vitest';
import type { GeneratedClient } from '../../generated/client.ts';
import type { AnyResult } from './calls.ts';
import { type Create, clients } from './clients.ts';
import { clientOf, TOKEN, useServer } from './server.ts';

const server = useServer();
const text = { headers: { 'Content-Type': 'text/plain' } };

/** What somebody sends who takes the operations for JSON ones. */
const asJson = (create: Create): GeneratedClient =>
  create({
    baseUrl: server.url,
    query: () => ({ __clerk_db_jwt: TOKEN }),
    headers: () => ({ 'Content-Type': 'application/json' }),
    fetch: (url, init) => fetch(url, { ...init, body: '{"new_password":"a new password"}' }),
  });

interface Row {
  readonly kind: string;
  readonly status: number;
  /** What Prism reports: the failed keyword, or the status. */
  readonly violation: string | number;
  readonly call: (client: GeneratedClient, create: Create) => Promise<AnyResult>;
}

/** Each wrong call is also a type error: the compiler fails if it stops being one. */
const rows: readonly Row[] = [
  {
    kind: 'a change without new_password',
    status: 422,
    violation: 'required',
    // @ts-expect-error new_password is required
    call: (client) => client.changePassword({ body: { current_password: 'current-password-1' } }),
  },
  {
    kind: 'a change with a new password of 7 characters',
    status: 422,
    violation: 'minLength',
    call: (client) => client.changePassword({ body: { new_password: '7 chars' } }),
  },
  {
    kind: 'a change with a new password of 7 emoji, which are 14 UTF-16 units',
    status: 422,
    violation: 'minLength',
    call: (client) => client.changePassword({ body: { new_password: '🔑'.repeat(7) } }),
  },
  {
    kind: 'a change with a new password of 73 characters',
    status: 422,
    violation: 'maxLength',
    call: (client) => client.changePassword({ body: { new_password: 'x'.repeat(73) } }),
  },
  {
    kind: 'a change with sign_out_of_other_sessions that is no boolean',
    status: 422,
    violation: 'type',
    call: (client) =>
      client.changePassword({
        // @ts-expect-error it is a boolean
        body: { new_password: 'a new password', sign_out_of_other_sessions: 'perhaps' },
      }),
  },
  {
    kind: 'a change with no body',
    status: 422,
    violation: 'required',
    // @ts-expect-error the body is required
    call: (client) => client.changePassword({}),
  },
  {
    kind: 'a change as JSON',
    status: 415,
    violation: 415,
    call: (_, create) => asJson(create).changePassword({ body: { new_password: 'a new password' } }),
  },
  {
    kind: 'a change as plain text',
    status: 415,
    violation: 415,
    call: (client) => client.changePassword({ body: { new_password: 'a new password' } }, text),
  },
  {
    kind: 'a removal without current_password',
    status: 422,
    violation: 'required',
    // @ts-expect-error current_password is required
    call: (client) => client.removePassword({ body: {} }),
  },
  {
    kind: 'a removal with an empty current_password',
    status: 422,
    violation: 'minLength',
    call: (client) => client.removePassword({ body: { current_password: '' } }),
  },
  {
    kind: 'a removal as plain text',
    status: 415,
    violation: 415,
    call: (client) => client.removePassword({ body: { current_password: 'current-password-1' } }, text),
  },
  {
    kind: 'a sign-in without identifier',
    status: 422,
    violation: 'required',
    // @ts-expect-error identifier is required
    call: (client) => client.createSignIn({ body: { password: 'current-password-1' } }),
  },
];

describe.each(clients)('through %s, refuses', (_, create) => {
  test.each(rows)('$kind with $status', async ({ status, violation, call }) => {
    const result = await call(clientOf(server, create), create);
    expect(result.status).toBe(status);
    if (server.isPrism) {
      const violations: readonly { code: string | number }[] = JSON.parse(
        result.response?.headers.get('sl-violations') ?? '[]',
      );
      expect(violations.map(({ code }) => code)).toContain(violation);
    }
  });
});
