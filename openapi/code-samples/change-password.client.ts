import { createClient } from 'user-password-api/client';

const client = createClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const result = await client.changePassword({
  body: {
    current_password: 'current-password-1',
    new_password: 'correct horse battery staple',
  },
});
if (result.ok)
  console.log(
    'Changed. Has a password:',
    result.data.response.password_enabled,
  );
else
  console.log(
    'Not changed:',
    result.errors[0]?.long_message ?? result.status,
  );
