import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';

const client = createOpenapiFetchClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const { data, error } = await client.POST('/v1/client/sessions', {
  params: { query: { _method: 'DELETE' } },
});
if (error) console.log('Failed:', error.errors[0]?.long_message);
else console.log('Sessions left:', data.response?.sessions.length ?? 0);
