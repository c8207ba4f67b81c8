import createFetchClient from 'openapi-fetch';
import { expect, expectTypeOf, test } from 'vitest';
import type { paths } from '../../generated/schema.d.ts';
import { TOKEN, useServer } from './server.ts';

const server = useServer();

test('the generated types drive openapi-fetch too, for those who would rather use it', async () => {
  const client = createFetchClient<paths>({ baseUrl: server.url });
  const { data, response } = await client.POST('/v1/me/change_password', {
    body: { current_password: 'current-password-1', new_password: 'a new password' },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: `__client=${TOKEN}` },
  });
  expect(response.status).toBe(200);
  expectTypeOf(data?.response.password_enabled).toEqualTypeOf<boolean | undefined>();
  expect(data?.response.password_enabled).toBe(true);
});
