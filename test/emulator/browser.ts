/** A browser without a browser: a client of an emulator that keeps its development token. */
import { createClient, type GeneratedClient } from 'user-password-api/client';
import type { Emulator } from 'user-password-api/emulator';
import { responseValidators } from 'user-password-api/validators';

/** A generated client that checks every answer against the contract. */
export function clientFor(emulator: Emulator, token = 'dvb_local'): GeneratedClient {
  return createClient({
    baseUrl: 'http://127.0.0.1:4010',
    fetch: (url, init) => emulator.fetch(url, init),
    query: () => ({ __clerk_db_jwt: token }),
    validators: responseValidators,
  });
}

/** The code of an answer: 'ok', an error code, or what was unexpected. */
export async function codeOf(call: Promise<{ ok: boolean; errors?: readonly { code: string }[] }>): Promise<string> {
  const result = await call;
  return result.ok ? 'ok' : (result.errors?.[0]?.code ?? `unexpected ${JSON.stringify(result)}`);
}
