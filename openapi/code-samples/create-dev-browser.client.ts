import { createClient } from 'user-password-api/client';

const client = createClient({
  baseUrl: 'http://127.0.0.1:4010',
});
const result = await client.createDevBrowser();
if (result.ok) console.log('Token:', result.data.id);
else
  console.log('Failed:', result.errors[0]?.long_message ?? result.status);
