import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';

const client = createOpenapiFetchClient({
  baseUrl: 'http://127.0.0.1:4010',
});
const { data, error } = await client.POST('/v1/dev_browser');
if (error) console.log('Failed:', error.errors[0]?.long_message);
else console.log('Token:', data.id);
