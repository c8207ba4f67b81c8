/** A server for the SDK's tests: answers with the contract's own examples, and remembers what it was asked. */
import { inspect } from 'node:util';
import { Clerk, type ClerkOptions } from 'user-password-api';
import type { Schemas } from 'user-password-api/client';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import document from '../../generated/openapi.json' with { type: 'json' };

/** What is typed as a password in these tests. It may travel in a request body and be found nowhere else. */
export const CANARY = 'cänary-Passw0rd&=+%🦜';

export const KEY = `pk_test_${btoa('example.clerk.accounts.dev$')}`;
export const LIVE_KEY = `pk_live_${btoa('clerk.example.com$')}`;

type ExampleName = keyof typeof document.components.examples;

/** The examples have the piggybacked client, which other responses may leave out. */
type WithClient<Body> = Body & { client: Schemas['Client'] };

/** A copy of a body that the contract shows. */
export function example(name: 'signed_in' | 'no_client' | 'signed_out_everywhere'): Schemas['ClientAnswer'];
export function example(
  name: 'password_changed' | 'password_removed' | 'current_user' | 'other_sessions_ended' | 'first_password_set',
): WithClient<Schemas['UserAnswer']>;
export function example(name: 'signed_in_by_password' | 'needs_password'): WithClient<Schemas['SignInAnswer']>;
export function example(
  name: 'verification_started' | 'verification_prepared' | 'verification_complete',
): WithClient<Schemas['SessionVerificationAnswer']>;
export function example(name: ExampleName): object;
export function example(name: ExampleName): object {
  return structuredClone(document.components.examples[name].value);
}

/** Every error example of the contract: its name and its body. */
export const errorExamples = Object.values(document.components.examples).flatMap(({ value }) =>
  'errors' in value ? [value] : [],
);

/** Answers one request; the last part of its path picks the answer. */
export type Answers = Readonly<Record<string, (request: Request, count: number) => Response | Promise<Response>>>;

export const json = (body: object, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

const usual: Answers = {
  dev_browser: () => json(example('dev_browser')),
  client: () => json(example('signed_in')),
  sign_ins: () => json(example('signed_in_by_password')),
  sessions: () => json(example('signed_out_everywhere')),
  me: () => json(example('current_user')),
  change_password: () => json(example('password_changed')),
  remove_password: () => json(example('password_removed')),
  verify: () => json(example('verification_started')),
  attempt_first_factor: () => json(example('verification_complete')),
};

/** One request as the server saw it. */
export interface Seen {
  readonly path: string;
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly init: RequestInit;
}

/** A Clerk on a server that answers as told, and otherwise as if all went well. */
export function setUp(answers: Answers = {}, options: ClerkOptions = {}, key: string = KEY) {
  const requests: Seen[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    const { pathname, searchParams } = new URL(url);
    const name = pathname.split('/').at(-1) ?? '';
    const body = typeof init.body === 'string' ? init.body : '';
    requests.push({
      path: pathname,
      method: request.method,
      query: Object.fromEntries(searchParams),
      form: Object.fromEntries(new URLSearchParams(body)),
      headers: request.headers,
      init,
    });
    const answer = answers[name] ?? usual[name];
    if (answer === undefined) throw new Error(`Nothing answers ${name}`);
    return answer(request, requests.filter((one) => one.path === pathname).length);
  };
  const clerk = new Clerk(key, { fetch, ...options });
  return { clerk, requests, fetch, sent: (name: string) => requests.filter(({ path }) => path.endsWith(`/${name}`)) };
}

/** The same, with somebody signed in. */
export async function signedIn(answers: Answers = {}, options: ClerkOptions = {}, key: string = KEY) {
  const server = setUp(answers, options, key);
  await server.clerk.load();
  const { user } = server.clerk;
  if (!user) throw new Error('Nobody is signed in');
  return { ...server, user };
}

/** A promise to settle by hand. */
export function later<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const seen: unknown[] = [];

/** What a promise rejects with; kept, to be searched for the canary after the test. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    seen.push(error);
    return error;
  }
  throw new Error('It resolved');
}

/** Every form in which a thing can end up in a log. */
function printed(thing: unknown): string {
  const forms = [String(thing), inspect(thing, { depth: 20, showHidden: true, getters: true })];
  try {
    forms.push(JSON.stringify(thing) ?? '');
  } catch {
    // Cyclic: `inspect` has shown it.
  }
  if (thing instanceof Error) forms.push(String(thing.stack), printed(thing.cause));
  return forms.join('\n');
}

/** Fails if something that was printed, thrown or handed over holds the password. */
export function expectNoCanary(...things: readonly unknown[]): void {
  const text = things.map(printed).join('\n');
  for (const form of [CANARY, encodeURIComponent(CANARY), JSON.stringify(CANARY).slice(1, -1), 'Passw0rd']) {
    expect(text).not.toContain(form);
  }
}

/** Searches everything that a test of the file saw go wrong or be logged. */
export function watchForCanary(): void {
  beforeEach(() => {
    for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const) {
      vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void seen.push(...args));
    }
  });
  afterEach(() => {
    expectNoCanary(...seen.splice(0));
  });
}
