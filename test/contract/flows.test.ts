import { Clerk } from 'user-password-api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import { through } from './server.ts';

const emulator = createEmulator();
let server: RunningServer;
let prism: ReturnType<typeof through>;
beforeAll(async () => {
  server = await serve(emulator);
  prism = through(server.url);
});
afterAll(() => server.close());

/** What Prism found wrong with what passed, and how much passed. */
const seen = { answers: 0, violations: [] as string[] };
beforeEach(() => {
  emulator.reset();
  seen.answers = 0;
  seen.violations.length = 0;
});

async function watched(url: string, init: RequestInit): Promise<Response> {
  const response = await prism.fetch(url, init);
  const violations = response.headers.get('sl-violations');
  seen.answers++;
  if (violations !== null)
    seen.violations.push(`${init.method} ${new URL(url).pathname} ${response.status}: ${violations}`);
  return response;
}

const KEEP = 'current-password-1';
const account = { identifier: 'user@example.com', password: KEEP };

async function device(): Promise<Clerk> {
  const clerk = new Clerk(emulator.publishableKey, {
    proxyUrl: prism.url,
    fetch: watched,
    onReverification: ({ verifyWithPassword }) => verifyWithPassword(KEEP),
  });
  await clerk.load();
  return clerk;
}

/** What an error of the server looks like whose first code is this. */
const refused = (code: string) => ({ errors: [{ code }] });

const userOf = ({ user }: Clerk) => user ?? expect.fail('nobody is signed in');

test('Prism finds no violation when the SDK goes through every flow on the emulator', async () => {
  const [here, there] = [await device(), await device()];
  await expect(here.signInWithPassword({ ...account, identifier: 'nobody@example.com' })).rejects.toMatchObject(
    refused('form_identifier_not_found'),
  );
  await expect(here.signInWithPassword({ ...account, password: 'not it' })).rejects.toMatchObject(
    refused('form_password_incorrect'),
  );
  await here.signInWithPassword(account);
  await there.signInWithPassword(account);

  const change = { currentPassword: KEEP, newPassword: 'correct horse battery staple' };
  await expect(userOf(here).updatePassword({ ...change, currentPassword: 'not it' })).rejects.toMatchObject(
    refused('form_password_incorrect'),
  );
  await expect(userOf(here).updatePassword({ ...change, newPassword: KEEP })).rejects.toMatchObject(
    refused('form_new_password_matches_current'),
  );
  await expect(userOf(here).updatePassword({ ...change, newPassword: 'user@example.com' })).rejects.toMatchObject(
    refused('form_password_matches_identifier'),
  );
  await userOf(here).updatePassword({ ...change, signOutOfOtherSessions: true });
  await expect(userOf(there).reload()).rejects.toMatchObject({ status: 401 });
  expect(there.user).toBeNull();

  await userOf(here).updatePassword({ currentPassword: change.newPassword, newPassword: KEEP });
  emulator.configure({ reverification: true });
  emulator.advance(11 * 60_000);
  await userOf(here).updatePassword({ newPassword: change.newPassword });
  emulator.configure({ reverification: false });
  const removed = await userOf(here).removePassword({ currentPassword: change.newPassword });
  expect(removed.passwordEnabled).toBe(false);
  await expect(userOf(here).removePassword({ currentPassword: KEEP })).rejects.toMatchObject(
    refused('no_password_set'),
  );
  await userOf(here).updatePassword({ newPassword: KEEP });
  await userOf(here).reload();
  await here.signOut();
  expect(here.user).toBeNull();

  expect(seen.violations).toEqual([]);
  expect(seen.answers).toBeGreaterThan(20);
});

test('Prism does report when the server answers what the contract does not say', async () => {
  const clerk = await device();
  const user = await clerk.signInWithPassword(account);
  emulator.force('getUser', { status: 200, body: '{"response":{"object":"client"},"client":null}' });
  await expect(user.reload()).rejects.toMatchObject({ reason: 'wrong-shape' });
  expect(seen.violations).toHaveLength(1);
});
