import { createClient } from 'user-password-api/client';

const client = createClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const result = await client.getUser();
if (result.ok)
  console.log('Has a password:', result.data.response.password_enabled);
else
  console.log('Failed:', result.errors[0]?.long_message ?? result.status);
