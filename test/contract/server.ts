/**
 * The server that the contract suite runs against: Prism on a free port, or the one that CONTRACT_URL names.
 * With CONTRACT_PROXY=1 Prism stands in front of that one and reports every deviation in `sl-violations`.
 */
import { afterAll, beforeAll } from 'vitest';
import { createClient, type GeneratedClient } from '../../generated/client.ts';
import { responseValidators } from '../../generated/validators.js';
import { type Prism, startPrism } from '../../src/contract-mock.ts';

/** A development token that the server under test knows. */
export const TOKEN = process.env['CONTRACT_TOKEN'] ?? 'dvb_local';

export interface ServerUnderTest {
  readonly url: string;
  /** Whether Prism answers or looks on: it alone says with `sl-violations` what broke the contract. */
  readonly isPrism: boolean;
}

/** Call at the top of a test file. The answer is filled before the first test. */
export function useServer(): ServerUnderTest {
  const given = process.env['CONTRACT_URL'];
  const proxied = given !== undefined && process.env['CONTRACT_PROXY'] === '1';
  const server = { url: given ?? '', isPrism: given === undefined || proxied };
  let prism: Prism | undefined;
  beforeAll(async () => {
    if (!server.isPrism) return;
    prism = await startPrism({ port: 0, ...(given !== undefined && { upstream: given }) });
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
