import { createClient } from 'user-password-api/client';

const client = createClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const current = await client.getClient();
const session =
  (current.ok && current.data.response?.last_active_session_id) || '';
const result = await client.startSessionVerification({
  path: { session_id: session },
  body: { level: 'first_factor' },
});
if (result.ok) console.log('Next:', result.data.response.status);
else
  console.log('Failed:', result.errors[0]?.long_message ?? result.status);
