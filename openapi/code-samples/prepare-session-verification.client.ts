import { createClient } from 'user-password-api/client';

const client = createClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const current = await client.getClient();
const session =
  (current.ok && current.data.response?.last_active_session_id) || '';
await client.startSessionVerification({
  path: { session_id: session },
  body: { level: 'first_factor' },
});
const result = await client.prepareSessionVerification({
  path: { session_id: session },
  body: {
    strategy: 'email_code',
    email_address_id: 'idn_2xAmple0000000000000000001',
  },
});
if (result.ok)
  console.log(
    'Code sent with:',
    result.data.response.first_factor_verification?.strategy,
  );
else
  console.log('Failed:', result.errors[0]?.long_message ?? result.status);
