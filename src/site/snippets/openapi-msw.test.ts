import { setupServer } from 'msw/node';
import { createOpenApiHttp } from 'openapi-msw';
import { errorCatalogue } from 'user-password-api/errors';
import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';
import type { paths } from 'user-password-api/schema';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const baseUrl = 'https://clerk.example.com';
const client = createOpenapiFetchClient({ baseUrl });
const http = createOpenApiHttp<paths>({ baseUrl });
const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('says that the new password was found in a breach', async () => {
  const code = 'form_password_pwned';
  const { message, longMessage } = errorCatalogue[code];
  const errors = [{ code, message, long_message: longMessage }];
  server.use(
    http.post('/v1/me/change_password', ({ response }) =>
      response(422).json({ errors }),
    ),
  );
  const { error } = await client.POST('/v1/me/change_password', {
    body: { new_password: 'password1' },
  });
  expect(error?.errors[0]?.long_message).toBe(longMessage);
});
