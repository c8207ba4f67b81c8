/**
 * The server that the contract suite runs against. CONTRACT_TARGET says which:
 *
 * - `prism` (default): the contract mock, started once by prism.setup.ts
 * - `emulator`: the emulator on a free port
 * - `proxy`: the emulator behind Prism, which reports every deviation in `sl-violations`, started once by proxy.setup.ts
 *
 * With CONTRACT_URL it is the server at that address, behind Prism where CONTRACT_TARGET is `proxy`.
 */
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { type ClientOptions, createClient, type GeneratedClient } from '../../generated/client.ts';
import { responseValidators } from '../../generated/validators.js';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import type { Create } from './clients.ts';

/** A development token that the server under test knows. */
export const TOKEN = process.env['CONTRACT_TOKEN'] ?? 'dvb_local';

/** A server, and how to send to it where that takes more than its address. */
export interface Reachable {
  readonly url: string;
  readonly fetch?: NonNullable<ClientOptions['fetch']>;
}

/** A server as it looks from behind Prism. */
export function through(upstream: string): { readonly url: string; readonly fetch: typeof fetch } {
  return {
    url: inject('proxyUrl'),
    fetch: (input, init) => {
      const request = new Request(input, init);
      request.headers.set('X-Upstream', upstream);
      return fetch(request);
    },
  };
}

export interface ServerUnderTest extends Reachable {
  /** Whether Prism answers or looks on: it alone says with `sl-violations` what broke the contract. */
  readonly isPrism: boolean;
  /** Whether answers are the contract's examples to the letter, as the stateless mock gives them. */
  readonly answersExamples: boolean;
  /** A session of the client that has the token. */
  readonly session: string;
}

/** Call at the top of a test file. The answer is filled before the first test; the emulator starts anew for each test. */
export function useServer(): ServerUnderTest {
  const target = process.env['CONTRACT_TARGET'] ?? 'prism';
  const given = process.env['CONTRACT_URL'];
  const answersExamples = target === 'prism' && given === undefined;
  const isPrism = target === 'proxy' || answersExamples;
  const url = given ?? (answersExamples ? inject('prismUrl') : '');
  const server = { url, isPrism, answersExamples, session: '' };
  const emulator = createEmulator();
  let close = async (): Promise<void> => undefined;
  beforeAll(async () => {
    if (given === undefined && target !== 'prism') {
      ({ url: server.url, close } = await serve(emulator));
    }
    if (target === 'proxy') Object.assign(server, through(server.url));
  });
  beforeEach(() => {
    emulator.reset();
    server.session = process.env['CONTRACT_SESSION'] ?? emulator.users.sessions('user@example.com')[0]?.id ?? '';
  });
  afterAll(() => close());
  return server;
}

/** A client with a development token that checks whole responses. */
export function clientOf(
  { url, fetch }: Reachable,
  create: Create = createClient,
  query: () => Record<string, string> = () => ({ __clerk_db_jwt: TOKEN }),
): GeneratedClient {
  return create({ baseUrl: url, query, validators: responseValidators, ...(fetch !== undefined && { fetch }) });
}
