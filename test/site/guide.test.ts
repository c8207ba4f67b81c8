/** Every piece of code in the guide is run: here by itself, in snippets.test.ts as tests, in snippets.browser.test.ts in Chromium. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { promisify } from 'node:util';
import { Clerk, isClerkAPIResponseError, type UpdatePasswordErrorCode, type User } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';
import { errorCatalogue, type KnownErrorCode } from 'user-password-api/errors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createControl } from '../../src/emulator/control/control.ts';
import { type RunningServer, serve } from '../../src/emulator/hosts/node-server.ts';
import { GUIDE } from '../../src/site/pages.ts';
import { remove } from '../../src/site/snippets/errors.ts';
import { type NextStep, nextStep } from '../../src/site/snippets/every-code.ts';
import { asksForCurrentPassword, savePassword } from '../../src/site/snippets/first-password.ts';
import { changeForSure, removeForSure } from '../../src/site/snippets/lost-response.ts';
import { createClerk as createNativeClerk, tokenStorage } from '../../src/site/snippets/native.ts';
import { changeAndSignOutOthers, checkSession, onSignedOut } from '../../src/site/snippets/other-sessions.ts';
import { createClerk } from '../../src/site/snippets/reverification.ts';
import { removePassword, waysWithoutPassword } from '../../src/site/snippets/ways-to-sign-in.ts';
import { DOCUMENTED, runSnippet } from '../snippet.ts';
import { runIn } from './snippet-runs.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The snippets that were not imported but run as they stand. */
const run = new Set<string>();
function snippet(name: string): string {
  run.add(name);
  return read(`../../src/site/snippets/${name}`);
}

const PASSWORD = 'current-password-1';
const NEXT = 'correct horse battery staple';
const emulator = createEmulator();
let server: RunningServer;
/** Counts calls, so that the last test can tell what of the guide's code has run. */
const profiler = new Session();
beforeAll(async () => {
  profiler.connect();
  await profiler.post('Profiler.enable');
  await profiler.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  server = await serve(createControl(emulator));
});
afterAll(async () => {
  profiler.disconnect();
  await server.close();
});
beforeEach(() => emulator.reset());

async function signIn(options: ConstructorParameters<typeof Clerk>[1] = {}): Promise<{ clerk: Clerk; user: User }> {
  const clerk = new Clerk(emulator.publishableKey, { fetch: emulator.fetch, ...options });
  await clerk.load();
  const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: PASSWORD });
  return { clerk, user };
}

/** Signed in as the one who has no password, whose session the seed began. */
async function withoutPassword(): Promise<User> {
  const storage = { getItem: () => 'dvb_no_password', setItem: () => undefined };
  const clerk = new Clerk(emulator.publishableKey, { fetch: emulator.fetch, storage });
  await clerk.load();
  if (!clerk.user) throw new Error('nobody is signed in');
  return clerk.user;
}

describe('the code of the guide', () => {
  const pages = GUIDE.map((name) => read(`../../src/site/guide/${name}.md`)).join('\n');
  const files = readdirSync(new URL('../../src/site/snippets/', import.meta.url));

  test('is a file, a sample of the contract, or marked as text where it is a command or a setting of a host', () => {
    const fences = [...pages.matchAll(/^```(.*)\n[\s\S]*?^```$/gm)].map(([, info]) => info);
    expect(fences.length).toBeGreaterThan(0);
    expect(fences.filter((info) => !/^(sh|yaml|toml|nginx) (text|\.env)$/.test(info ?? ''))).toEqual([]);
  });

  test('is shown once and run by a test when it is a file', () => {
    const shown = [...pages.matchAll(/^\{\{snippet (\S+).*\}\}$|(?<==)([\w.-]+\.js)(?=[ }])/gm)].map(
      ([, name, inTab]) => name ?? inTab,
    );
    expect(shown.toSorted()).toEqual(files.toSorted());
    expect([...new Set(Object.values(runIn).flat())].toSorted()).toEqual(files.toSorted());
  });

  test('belongs to an application that npm run test:frameworks runs when it is not a file of snippets/', () => {
    const run = read('../frameworks/frameworks.ts');
    const shown = [...pages.matchAll(/^\{\{app ([^/]+)\/.*\}\}$/gm)].map(([, folder]) => folder);
    expect(shown.length).toBeGreaterThan(0);
    for (const folder of shown) expect(run).toContain(`folder: '${folder}'`);
  });

  test('first-call.ts prints when the password was changed, also when it is run again', async () => {
    const code = snippet('first-call.ts');
    expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
    for (let run = 0; run < 2; run++) {
      expect(await runSnippet(code, server.url)).toEqual([expect.stringMatching(/^Changed at \w{3} /)]);
      expect(emulator.outbox).toMatchObject([{ kind: 'password_changed' }]);
    }
  });

  test('the first example of the README prints that the password was changed, also when it is run again', async () => {
    const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(read('../../README.md')) ?? [];
    expect(await runSnippet(code, server.url)).toEqual(['Changed']);
    expect(await runSnippet(code, server.url)).toEqual(['Changed']);
  });

  test('openapi-fetch.ts prints whose password was changed', async () => {
    const code = snippet('openapi-fetch.ts');
    expect(await runSnippet(code, server.url)).toEqual([expect.stringMatching(/^Changed for user_/)]);
    expect(await runSnippet(code, server.url)).toEqual([
      `Not changed: ${errorCatalogue.form_password_incorrect.longMessage}`,
    ]);
  });

  test('in-process.ts prints which notice was sent', async () => {
    expect(await runSnippet(snippet('in-process.ts'), server.url)).toEqual(['password_removed']);
  });

  test('users.sh prints the notice about its own user when it is pasted into a shell', async () => {
    const script = snippet('users.sh').replaceAll(DOCUMENTED, server.url);
    const { stdout } = await promisify(execFile)('sh', ['-c', script]);
    const notices: unknown = JSON.parse(stdout.slice(stdout.lastIndexOf('[{"kind"')));
    expect(notices).toMatchObject([{ kind: 'password_removed', to: 'grace@example.com' }]);
  });

  test.each([
    ['prefer.sh', 'form_password_pwned'],
    ['control.sh', 'user_locked'],
  ])('%s answers with the code that was asked for when it is pasted into a shell', async (name, code) => {
    const script = snippet(name).replaceAll(DOCUMENTED, server.url);
    const { stdout } = await promisify(execFile)('sh', ['-c', script]);
    // Control says what waits before it.
    expect(JSON.parse(stdout.slice(stdout.indexOf('{"errors"')))).toMatchObject({ errors: [{ code }] });
  });
});

describe('errors', () => {
  test('say what to show and beside which field when the server refuses, is not there, or is content', async () => {
    const { user } = await signIn();
    expect(await remove(user, 'not it')).toMatchObject({ code: 'form_password_incorrect', field: 'current_password' });
    emulator.force('removePassword', { fault: 'drop' });
    expect(await remove(user, PASSWORD)).toMatchObject({ code: 'no-answer', longMessage: expect.any(String) });
    expect(await remove(user, PASSWORD)).toBeNull();
  });

  test('have a next step that fits the catalogue for each code that updatePassword can answer', async () => {
    const fits: Readonly<Record<string, readonly NextStep[]>> = {
      corrected: ['correct-current-password', 'correct-new-password', 'fix-the-program'],
      'signed-in': ['sign-in'],
      verified: ['verify'],
      later: ['wait', 'find-out'],
      never: ['contact-support', 'fix-the-program'],
    };
    const codes = Object.entries(errorCatalogue).filter(([, { places }]) =>
      places.some(({ operation }) => operation === 'changePassword'),
    );
    expect(codes.length).toBeGreaterThan(30);
    for (const [code, { retry }] of codes) {
      const { user } = await signIn();
      // A key of the catalogue is a known code. Twice, because the SDK gets itself a new development token once.
      emulator.force('changePassword', { code: code as KnownErrorCode, times: 2 });
      const error = await user.updatePassword({ newPassword: NEXT }).catch((caught: unknown) => caught);
      if (!isClerkAPIResponseError<UpdatePasswordErrorCode>(error)) throw error;
      expect(error.errors[0].code).toBe(code);
      expect(fits[retry], code).toContain(nextStep(error));
      emulator.unforce();
    }
  });
});

test('a native application is still signed in when it is started again', async () => {
  const kept = new Map<string, string>();
  const storage = tokenStorage({
    getItemAsync: async (key) => kept.get(key) ?? null,
    setItemAsync: async (key, value) => {
      expect(key).toMatch(/^[\w.-]+$/);
      kept.set(key, value);
    },
  });
  const first = createNativeClerk(emulator.publishableKey, storage, server.url);
  await first.load();
  await first.signInWithPassword({ identifier: 'user@example.com', password: PASSWORD });
  const second = createNativeClerk(emulator.publishableKey, storage, server.url);
  await second.load();
  expect(second.user?.id).toBe(first.user?.id);
  expect(emulator.requests.every(({ query }) => query['_is_native'] === '1')).toBe(true);
});

test('a first password is set without a current one, and the next one with it', async () => {
  const user = await withoutPassword();
  const form = new FormData();
  form.set('new-password', NEXT);
  expect(asksForCurrentPassword(user)).toBe(false);
  expect(asksForCurrentPassword(await savePassword(user, form))).toBe(true);
  form.set('current-password', NEXT);
  form.set('new-password', 'an even better one');
  await savePassword(user, form);
  expect(emulator.outbox.map(({ kind }) => kind)).toEqual(['password_set', 'password_changed']);
});

test('another device shows the sign-in form when a change ended its session', async () => {
  const [here, there] = [await signIn(), await signIn()];
  let shown = 0;
  const stop = onSignedOut(there.clerk, () => void shown++);
  await changeAndSignOutOthers(here.user, PASSWORD, NEXT);
  await checkSession(here.clerk);
  await checkSession(there.clerk);
  expect(shown).toBe(1);
  expect(here.clerk.user).not.toBeNull();
  stop();
});

describe('reverification', () => {
  /** A client that answers with these passwords, one after the other, when it is asked to prove who is there. */
  async function start(...answers: (string | undefined)[]) {
    emulator.configure({ reverification: true });
    const asked: boolean[] = [];
    const clerk = createClerk(emulator.publishableKey, { fetch: emulator.fetch }, async ({ wasWrong }) => {
      asked.push(wasWrong);
      return answers.shift();
    });
    await clerk.load();
    const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: PASSWORD });
    emulator.advance(11 * 60_000);
    return { asked, change: () => user.updatePassword({ newPassword: NEXT }) };
  }

  test('asks again and then carries on when the password given was wrong', async () => {
    const { asked, change } = await start('not it', PASSWORD);
    await expect(change()).resolves.toMatchObject({ passwordEnabled: true });
    expect(asked).toEqual([false, true]);
    expect(emulator.outbox).toHaveLength(1);
  });

  test('changes nothing when the person cancels', async () => {
    const { change } = await start(undefined);
    await expect(change()).rejects.toMatchObject({ reason: 'reverification-cancelled' });
    expect(emulator.outbox).toEqual([]);
  });
});

describe('a lost answer', () => {
  const params = { currentPassword: PASSWORD, newPassword: NEXT };

  test.each([
    ['changed', { fault: 'drop', carriedOut: true }],
    ['unchanged', { fault: 'drop' }],
    ['changed', { code: 'internal_clerk_error', carriedOut: true }],
    ['unchanged', { code: 'internal_clerk_error' }],
  ] as const)('is found out to be "%s" when the server did %o', async (outcome, answer) => {
    const { user } = await signIn();
    emulator.advance(1000);
    emulator.force('changePassword', answer);
    expect(await changeForSure(user, params)).toBe(outcome);
    expect(emulator.outbox).toHaveLength(outcome === 'changed' ? 1 : 0);
  });

  test('is found out for a removal too', async () => {
    const { user } = await signIn();
    emulator.force('removePassword', { fault: 'drop' });
    expect(await removeForSure(user, PASSWORD)).toBe('kept');
    emulator.force('removePassword', { fault: 'drop', carriedOut: true });
    expect(await removeForSure(user, PASSWORD)).toBe('removed');
  });

  test('leaves a refusal and an answer that came as they are', async () => {
    const { user } = await signIn();
    await expect(changeForSure(user, { ...params, currentPassword: 'not it' })).rejects.toMatchObject({ status: 422 });
    expect(await changeForSure(user, params)).toBe('changed');
    expect(await removeForSure(user, NEXT)).toBe('removed');
  });
});

describe('removal', () => {
  const byMail = { email: true, phone: true, passkeys: true, connections: true };

  test('is carried out when there is another way in and the person says yes, and not otherwise', async () => {
    const { user } = await signIn();
    expect(waysWithoutPassword(user, byMail)).toEqual(['email']);
    expect(await removePassword(user, PASSWORD, { ...byMail, email: false }, async () => true)).toBe(false);
    expect(await removePassword(user, PASSWORD, byMail, async () => false)).toBe(false);
    expect(emulator.outbox).toEqual([]);
    expect(await removePassword(user, PASSWORD, byMail, async (ways) => ways.includes('email'))).toBe(true);
    expect(emulator.outbox).toMatchObject([{ kind: 'password_removed' }]);
  });
});

test('every snippet of the guide that is listed for this file has run above, and each of its functions was called', async () => {
  const { result } = await profiler.post('Profiler.takePreciseCoverage');
  const scripts = result.filter(({ url }) => url.includes('/src/site/snippets/'));
  const called = (count: number): readonly string[] =>
    scripts.flatMap(({ url, functions }) =>
      functions
        .filter(({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) >= count)
        .map(({ functionName }) => `${url.split('/').at(-1)} ${functionName}`),
    );
  const imported = called(0).map((name) => name.split(' ')[0]);
  expect([...new Set([...run, ...imported])].toSorted()).toEqual(runIn['guide.test.ts']);
  expect(called(0).filter((name) => !called(1).includes(name))).toEqual([]);
});

test('every password field that the guide shows has what the page on security asks for: a label, and its autocomplete', () => {
  const fields = ['../../src/site/examples', '../../src/site/snippets', '../frameworks/apps'].flatMap((folder) =>
    readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(html|[jt]sx|vue|svelte|astro)$/.test(file) && !/(^|\/)(\.|node_modules|dist)/.test(file))
      .flatMap((file) => {
        const text = read(`${folder}/${file}`);
        return [...text.matchAll(/<input[^>]*type="password"[^>]*>/g)].map(([field], index) => ({
          file,
          field,
          isLabelled:
            text.includes(`for="${/\bid="([^"]+)"/.exec(field)?.[1]}"`) ||
            /<label[^>]*>[^<]*$/.test(text.split(/<input[^>]*type="password"/)[index] ?? ''),
        }));
      }),
  );
  expect(fields.length).toBeGreaterThan(15);
  for (const { file, field, isLabelled } of fields) {
    expect(field, file).toMatch(/ autocomplete="(current|new)-password"/i);
    expect([file, field, isLabelled]).toEqual([file, field, true]);
  }
});
