import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';

const client = createOpenapiFetchClient({
  baseUrl: 'http://127.0.0.1:4010',
  query: () => ({ __clerk_db_jwt: 'dvb_local' }),
});
const current = await client.GET('/v1/client');
const session_id = current.data?.response?.last_active_session_id ?? '';
await client.POST('/v1/client/sessions/{session_id}/verify', {
  params: { path: { session_id } },
  body: { level: 'first_factor' },
});
const { data, error } = await client.POST(
  '/v1/client/sessions/{session_id}/verify/attempt_first_factor',
  {
    params: { path: { session_id } },
    body: { strategy: 'password', password: 'current-password-1' },
  },
);
if (error) console.log('Failed:', error.errors[0]?.long_message);
else console.log('Reverification:', data.response.status);
