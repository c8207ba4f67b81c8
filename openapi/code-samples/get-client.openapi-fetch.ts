import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';

const client = createOpenapiFetchClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const { data, error } = await client.GET('/v1/client');
if (error) console.log('Failed:', error.errors[0]?.long_message);
else console.log('Sessions:', data.response?.sessions.length ?? 0);
