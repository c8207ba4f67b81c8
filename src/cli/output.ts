/** The output of the command: the welcome, the ready line for programs, and requests as they come. */
import type { Emulator, LoggedRequest, Seed } from '../emulator/index.ts';
import { defaultSeed } from '../emulator/index.ts';
import { type Paint, printable } from './print.ts';
import type { FoundPackages } from './vendor-packages.ts';

export interface Ready {
  readonly version: string;
  readonly emulator: Emulator;
  readonly url: string;
  readonly port: number;
  readonly proxyUrl: string;
  /** Where the documentation is, if this package has it. */
  readonly docs: string | undefined;
  readonly seed: Seed;
  /** The seed file, if one was given. */
  readonly seedFile: string | undefined;
  /** The state file, if it was gone on from. */
  readonly restoredFrom: string | undefined;
  /** File with the certificate, where https is served. */
  readonly certificate: string | undefined;
  /** The vendor's browser SDK, as far as it is installed. */
  readonly packages: FoundPackages;
}

/** The first ones, in either form. */
const USERS_SHOWN = 10;

interface ReadyUser {
  readonly id: string;
  /** A user to sign in with. */
  readonly identifier: string;
  readonly hasPassword: boolean;
  /** Only of the built-in users, whose passwords are published. */
  readonly password?: string;
  /** The token of a session that the user has from the start; likewise. */
  readonly token?: string;
  readonly state: 'locked' | 'banned' | 'deactivated' | 'open';
}

/** Passwords and tokens of anything but the built-in seed are the file's own and not shown. */
function usersOf({ emulator, seed, restoredFrom }: Ready): readonly ReadyUser[] {
  const isPublished = seed.users === defaultSeed.users && restoredFrom === undefined;
  return emulator.users.list(USERS_SHOWN).map((user) => {
    const identifier = user.emails[0] ?? user.username ?? user.phoneNumber ?? user.id;
    const seeded = isPublished ? defaultSeed.users?.find(({ email }) => email === identifier) : undefined;
    const session = isPublished ? defaultSeed.sessions?.find((one) => one.user === identifier) : undefined;
    return {
      id: user.id,
      identifier,
      hasPassword: user.hasPassword,
      ...(typeof seeded?.password === 'string' && { password: seeded.password }),
      ...(session?.token !== undefined && { token: session.token }),
      state: user.locked ? 'locked' : user.banned ? 'banned' : user.deactivated ? 'deactivated' : 'open',
    };
  });
}

/** One line of JSON, in ASCII. */
export function readyLine(ready: Ready): string {
  const { version, emulator, url, port, proxyUrl, docs, certificate, packages } = ready;
  return JSON.stringify({
    ready: true,
    version,
    url,
    port,
    pid: process.pid,
    publishableKey: emulator.publishableKey,
    proxyUrl,
    page: `${url}/`,
    docs,
    control: `${url}/__emulator`,
    health: `${url}/health`,
    certificate,
    packages,
    users: usersOf(ready),
    userCount: ready.emulator.users.count,
  }).replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function userLines(ready: Ready, paint: Paint): readonly string[] {
  const users = usersOf(ready);
  const shown = users.map((user) => {
    const { hasPassword, password, token, state } = user;
    return {
      identifier: printable(user.identifier),
      password: hasPassword ? (password ?? 'has a password') : 'no password',
      note: state !== 'open' ? state : token === undefined ? '' : `signed in as ${token}`,
    };
  });
  const wide = (name: 'identifier' | 'password'): number => Math.max(0, ...shown.map((user) => user[name].length));
  const lines = shown.map(
    ({ identifier, password, note }) =>
      `${identifier.padEnd(wide('identifier'))}   ${password.padEnd(wide('password'))}   ${paint.dim(note)}`,
  );
  const more = ready.emulator.users.count - users.length;
  if (more > 0) lines.push(`and ${more} more`);
  return lines.length > 0 ? lines : ['none'];
}

/** The first thing that people see. */
export function welcome(ready: Ready, paint: Paint): string {
  const { version, emulator, url, proxyUrl, docs, certificate, seedFile, restoredFrom, packages } = ready;
  const found = Object.entries(packages).map(([name, of]) => `${name} ${printable(of)}`);
  const from =
    restoredFrom !== undefined
      ? `as left in ${printable(restoredFrom)}`
      : seedFile === undefined
        ? ''
        : `of ${printable(seedFile)}`;
  const rows: (readonly [string, string])[] = [
    ['Address', paint.bold(url)],
    ['Page', `${url}/`],
    ...(docs === undefined ? [] : [['Docs', docs] as const]),
    ['Key', emulator.publishableKey],
    ...(found.length === 0 ? [] : [['Serves', `${found.join(', ')} under /npm/`] as const]),
    ...userLines(ready, paint).map((line, index) => [index === 0 ? 'Users' : '', line] as const),
    ...(from === '' ? [] : [['', paint.dim(from)] as const]),
  ];
  const [first] = usersOf(ready);
  const trust = certificate === undefined ? '' : ` --cacert ${certificate}`;
  const sections = [
    `  ${paint.bold('User Password API')} ${version} ${paint.dim('· the emulator is ready')}`,
    rows.map(([name, text]) => `  ${paint.dim(name.padEnd(10))}${text}`.trimEnd()).join('\n'),
    `  ${paint.dim('In your app, with @clerk/clerk-js or with user-password-api:')}

    import { Clerk } from '@clerk/clerk-js';
    const clerk = new Clerk('${emulator.publishableKey}', { proxyUrl: '${proxyUrl}' });
    await clerk.load();`,
    ...(first?.token === undefined
      ? []
      : [
          `  ${paint.dim('Or from here:')}

    curl${trust} '${url}/v1/me/change_password?__clerk_db_jwt=${first.token}' \\
      -d current_password=${first.password} -d new_password=correct-horse-battery`,
        ]),
    ...(certificate === undefined
      ? []
      : [
          `  ${paint.dim('To trust its certificate, which is new with each start:')}

    Node      NODE_EXTRA_CA_CERTS=${certificate}
    browser   open ${proxyUrl}/health once and accept the warning, or import that file`,
        ]),
    `  ${paint.dim('Options: --help · Stop: Ctrl+C')}`,
  ];
  return `\n${sections.join('\n\n')}\n`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** One request, such as `14:03:22  422  POST    /v1/me/change_password  form_password_incorrect`. */
export function requestLine(request: LoggedRequest, paint: Paint, isVerbose: boolean): string {
  const { at, status, method, path, codes, query, form } = request;
  const date = new Date(at);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  const colour = status < 400 ? paint.green : status < 500 ? paint.yellow : paint.red;
  const fields = isVerbose ? Object.entries({ ...query, ...form }).map(([name, value]) => `${name}=${value}`) : [];
  const tail = [...codes.map(printable), ...(fields.length > 0 ? [paint.dim(printable(fields.join(' ')))] : [])];
  const name = printable(method).padEnd(6);
  return [paint.dim(time), colour(String(status)), name, printable(path), ...tail].join('  ');
}
