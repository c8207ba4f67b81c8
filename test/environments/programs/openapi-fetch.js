// The client through openapi-fetch.
import { createEmulator } from 'user-password-api/emulator';
import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';

const emulator = createEmulator();
const client = createOpenapiFetchClient({ baseUrl: 'http://emulator.test', fetch: emulator.fetch });
const { data } = await client.POST('/v1/dev_browser');
if (!data?.id) throw new Error('no token');
console.log('works');
