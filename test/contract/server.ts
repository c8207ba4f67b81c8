/** The server that the contract suite runs against: Prism on a free port, or the one that CONTRACT_URL names. */
import { afterAll, beforeAll } from 'vitest';
import { createClient, type GeneratedClient } from '../../generated/client.ts';
import { responseValidators } from '../../generated/validators.js';
import { type Prism, startPrism } from '../../src/contract-mock.ts';

/** A development token that the server under test knows. */
export const TOKEN = process.env['CONTRACT_TOKEN'] ?? 'dvb_local';

export interface ServerUnderTest {
  readonly url: string;
  /** Whether it is Prism, which alone says with `sl-violations` what broke the contract. */
  readonly isPrism: boolean;
}

/** Call at the top of a test file. The answer is filled before the first test. */
export function useServer(): ServerUnderTest {
  const given = process.env['CONTRACT_URL'];
  const server = { url: given ?? '', isPrism: given === undefined };
  let prism: Prism | undefined;
  beforeAll(async () => {
    if (given !== undefined) return;
    prism = await startPrism({ port: 0 });
    server.url = prism.url;
  });
  afterAll(() => prism?.stop());
  return server;
}

/** A generated client with a development token that checks whole answers. */
export function clientOf(
  url: string,
  query: () => Record<string, string> = () => ({ __clerk_db_jwt: TOKEN }),
): GeneratedClient {
  return createClient({ baseUrl: url, query, validators: responseValidators });
}
