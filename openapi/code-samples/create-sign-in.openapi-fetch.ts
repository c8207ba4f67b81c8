import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';

const client = createOpenapiFetchClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const { data, error } = await client.POST('/v1/client/sign_ins', {
  body: {
    identifier: 'user@example.com',
    strategy: 'password',
    password: 'current-password-1',
  },
});
if (error) console.log('Failed:', error.errors[0]?.long_message);
else console.log('Session:', data.response.created_session_id);
