/** What a machine may lack: the emulator works without, or says what is missing. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createEmulator } from 'user-password-api/emulator';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { clientFor } from './browser.ts';

const entry = new URL('../../src/emulator/index.ts', import.meta.url).href;
const body = { current_password: 'current-password-1', new_password: 'a new one for me' };

describe('the emulator', () => {
  test('can be imported where there is no TextEncoder and no randomness yet', () => {
    const script = `delete globalThis.TextEncoder; delete globalThis.TextDecoder;
      crypto.getRandomValues = () => { throw new Error('not at the top of a module'); };
      const { createEmulator } = await import(${JSON.stringify(entry)});
      try { createEmulator(); } catch (error) { console.log(error.message); }`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/crypto\.getRandomValues.*In a worker, make the emulator when the first request comes/);
  });

  test('takes the AbortSignal of a document that has its own, as jsdom has, and heeds it', async () => {
    const controller = new AbortController();
    // Not one of Node's: its Request refuses it.
    const signal = new Proxy(controller.signal, {
      getPrototypeOf: () => EventTarget.prototype,
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    expect(() => new Request('http://localhost/', { signal })).toThrow(TypeError);
    const emulator = createEmulator();
    const url = 'http://localhost/v1/environment';
    expect((await emulator.fetch(url, { signal })).status).toBe(200);
    emulator.force('getEnvironment', { latency: 60_000 });
    const waiting = emulator.fetch(url, { signal });
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });

  test('takes the Request of another fetch than the global one, as of the package undici', async () => {
    const own = new Request('http://localhost/v1/me/change_password?__clerk_db_jwt=dvb_local', {
      method: 'POST',
      body: new URLSearchParams({ current_password: 'current-password-1', new_password: 'a new one for me' }),
    });
    const foreign = new Proxy(own, {
      getPrototypeOf: () => Object.prototype,
      get: (target, name) => Reflect.get(target, name),
    });
    expect(() => new Request(foreign)).toThrow(TypeError);
    const emulator = createEmulator();
    expect((await emulator.fetch(foreign)).status).toBe(200);
    expect(emulator.outbox).toHaveLength(1);
  });

  test.each([false, true])(
    'takes the AbortSignal of React Native, which is older, and heeds it (aborted: %s)',
    async (isAborted) => {
      const controller = new AbortController();
      if (isAborted) controller.abort();
      const signal = new Proxy(controller.signal, {
        getPrototypeOf: () => EventTarget.prototype,
        get: (target, name) => {
          const member: unknown =
            name === 'throwIfAborted' || name === 'reason' ? undefined : Reflect.get(target, name);
          return typeof member === 'function' ? member.bind(target) : member;
        },
      });
      const emulator = createEmulator();
      emulator.force('getEnvironment', { latency: 60_000 });
      const waiting = emulator.fetch('http://localhost/v1/environment', { signal });
      controller.abort();
      await expect(waiting).rejects.toThrow('The request was aborted.');
    },
  );

  test('changes passwords without crypto.subtle, says that tokens need it, and leaves no promise without a handler', async () => {
    const lost: unknown[] = [];
    const lose = (reason: unknown) => lost.push(reason);
    process.on('unhandledRejection', lose);
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    onTestFinished(() => {
      process.off('unhandledRejection', lose);
      vi.unstubAllGlobals();
    });
    const told: unknown[] = [];
    const emulator = createEmulator({ onError: (error) => told.push(error) });
    expect((await clientFor(emulator).changePassword({ body })).ok).toBe(true);
    const [session] = emulator.users.sessions('user@example.com');
    const token = await emulator.fetch(
      `http://localhost/v1/client/sessions/${session?.id}/tokens?__clerk_db_jwt=dvb_local`,
      { method: 'POST' },
    );
    const keys = await emulator.fetch('http://localhost/.well-known/jwks.json');
    expect([token.status, keys.status]).toEqual([500, 500]);
    const missing = expect.objectContaining({
      message: expect.stringMatching(/crypto\.subtle.*https or as localhost/),
    });
    expect(told).toEqual([missing, missing]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(lost).toEqual([]);
  });
});

describe('users and sessions', () => {
  test('are refused when an id is the name of another user, so that a name means one user', () => {
    const { users } = createEmulator({ seed: { users: [{ username: 'grace' }] } });
    expect(() => users.create({ id: 'grace', email: 'other@example.com' })).toThrow('There is a user grace already.');
    expect(users.get('grace')).toMatchObject({ username: 'grace' });
  });

  test('are refused when a second session of a user is asked for by id on one token, and said how to have it', () => {
    const sessions = [
      { user: 'user@example.com', token: 'dvb_one', id: 'sess_1' },
      { user: 'user@example.com', token: 'dvb_one', id: 'sess_2' },
    ];
    const users = [{ email: 'user@example.com' }];
    expect(() => createEmulator({ seed: { users, sessions } })).toThrow(
      'user@example.com has the session sess_1 on this token already: give the session sess_2 another token.',
    );
  });
});
