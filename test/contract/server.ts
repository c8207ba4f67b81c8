/**
 * The server that the contract suite runs against. CONTRACT_TARGET says which:
 *
 * - `prism` (default): the contract mock, started once by prism.setup.ts
 * - `emulator`: the emulator on a free port
 * - `proxy`: the emulator behind Prism, which reports every deviation in `sl-violations`
 *
 * With CONTRACT_URL it is the server at that address, behind Prism where CONTRACT_TARGET is `proxy`.
 */
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { createClient, type GeneratedClient } from '../../generated/client.ts';
import { responseValidators } from '../../generated/validators.js';
import { startPrism } from '../../src/cli/prism.ts';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import type { Create } from './clients.ts';

/** A development token that the server under test knows. */
export const TOKEN = process.env['CONTRACT_TOKEN'] ?? 'dvb_local';

export interface ServerUnderTest {
  readonly url: string;
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
  const server = { url: given ?? (answersExamples ? inject('prismUrl') : ''), isPrism, answersExamples, session: '' };
  const emulator = createEmulator();
  const running: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    if (given === undefined && target !== 'prism') {
      const { url, close } = await serve(emulator);
      server.url = url;
      running.push(close);
    }
    if (target === 'proxy') {
      const prism = await startPrism({ port: 0, upstream: server.url });
      server.url = prism.url;
      running.push(prism.stop);
    }
  });
  beforeEach(() => {
    emulator.reset();
    server.session = process.env['CONTRACT_SESSION'] ?? emulator.users.sessions('user@example.com')[0]?.id ?? '';
  });
  afterAll(() => Promise.all(running.map((stop) => stop())));
  return server;
}

/** A client with a development token that checks whole responses. */
export function clientOf(
  url: string,
  create: Create = createClient,
  query: () => Record<string, string> = () => ({ __clerk_db_jwt: TOKEN }),
): GeneratedClient {
  return create({ baseUrl: url, query, validators: responseValidators });
}
