import { createClient } from 'user-password-api/client';

const client = createClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const result = await client.createSignIn({
  body: {
    identifier: 'user@example.com',
    strategy: 'password',
    password: 'current-password-1',
  },
});
if (result.ok)
  console.log('Session:', result.data.response.created_session_id);
else
  console.log('Failed:', result.errors[0]?.long_message ?? result.status);
