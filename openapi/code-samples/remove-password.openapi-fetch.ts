import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';

const client = createOpenapiFetchClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const { data, error } = await client.POST('/v1/me/remove_password', {
  body: { current_password: 'current-password-1' },
});
if (error) console.log('Not removed:', error.errors[0]?.long_message);
else
  console.log('Removed. Has a password:', data.response.password_enabled);
