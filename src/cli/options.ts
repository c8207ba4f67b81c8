/** The options of `user-password-api emulator`: one table for parsing, for `--help`, for errors and for the documentation. */
import { parseArgs } from 'node:util';

/** The arguments of a command are wrong. The message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Option {
  readonly short?: string;
  /** Placeholder of its value in the help; undefined for a switch. */
  readonly value?: string;
  readonly isRepeatable?: true;
  /** The value if the option is not given. */
  readonly byDefault?: string;
  readonly help: string;
}

/** Every option with its help, in the order of `--help`. */
export const emulatorOptions = {
  port: { short: 'p', value: 'PORT', byDefault: '4010', help: 'Port to listen on; 0 takes any free one.' },
  host: {
    value: 'ADDRESS',
    byDefault: 'localhost',
    help: 'Address to listen on; localhost is 127.0.0.1 and ::1. Only this machine reaches the default one. With any other, such as 0.0.0.0, everyone who reaches it can read and change all users.',
  },
  'allow-host': {
    value: 'NAME',
    isRepeatable: true,
    help: "Additional Host header to accept, besides localhost, IP addresses and this machine's name. Can be repeated.",
  },
  'allow-origin': {
    value: 'ORIGIN',
    isRepeatable: true,
    help: 'Additional origin of pages to accept, such as https://app.example or capacitor://localhost, besides those on this machine. Can be repeated.',
  },
  seed: { value: 'FILE', help: 'Users, sessions and settings to start with, in YAML or JSON.' },
  watch: { help: 'Reload the seed file when it changes, and restore it.' },
  persist: {
    value: 'FILE',
    help: 'Save users, sessions, settings, clock and outbox in this file, and resume from it at the next start, even after a crash. The seed then applies to the first start and to a reset only.',
  },
  https: { help: 'Serve HTTPS with a new self-signed certificate. The output says how to trust it.' },
  packages: {
    value: 'FOLDER',
    byDefault: '.',
    help: 'Folder of your app. Pages that load @clerk/clerk-js and @clerk/ui from the emulator, as all frameworks do, get those that are installed there.',
  },
  latency: { value: 'MS', byDefault: '0', help: 'Milliseconds to wait before each response.' },
  verbose: { help: 'Log requests with their fields. Passwords are never shown.' },
  quiet: { help: 'Log no requests.' },
  json: { help: 'Print one line of JSON when ready, and nothing else, for programs.' },
  help: { short: 'h', help: 'Print this help.' },
} as const satisfies Readonly<Record<string, Option>>;

type Name = keyof typeof emulatorOptions;
const isName = (name: string): name is Name => Object.hasOwn(emulatorOptions, name);
const optionOf = (name: Name): Option => emulatorOptions[name];
const names = Object.keys(emulatorOptions).filter(isName);

/** What is said if another program listens on a port. */
export const takenPort = (port: number, where = ''): UsageError =>
  new UsageError(`Port ${port} is taken${where}: end what listens there, or choose another with --port (0 for any).`);

/** What is said where the system does not let this account listen on a port. */
export function forbiddenPort(port: number): UsageError {
  const advice =
    port < 1024
      ? 'choose one from 1024 up'
      : 'choose another with --port (0 for any); Windows reserves ranges of ports for Hyper-V and Docker';
  return new UsageError(`This account may not listen on port ${port}: ${advice}.`);
}

export type LogLevel = 'quiet' | 'normal' | 'verbose';

export interface EmulatorCommand {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly seed: string | undefined;
  readonly watch: boolean;
  readonly persist: string | undefined;
  readonly https: boolean;
  /** Folder whose node_modules has the browser SDK. */
  readonly packages: string;
  /** Milliseconds. */
  readonly latency: number;
  readonly log: LogLevel;
  readonly json: boolean;
  /** The command to run beside it, if there is one. */
  readonly command: readonly string[];
}

/** How many letters of one word the other lacks, both ways. */
function lettersApart(one: string, other: string): number {
  const left = [...other];
  let missing = 0;
  for (const letter of one) {
    const at = left.indexOf(letter);
    if (at === -1) missing++;
    else left.splice(at, 1);
  }
  return missing + left.length;
}

/** `name` is the option without its dashes. */
function unknownOption(written: string, name: string): UsageError {
  const meant = names.find((known) => lettersApart(name.toLowerCase(), known) <= 2);
  const advice = meant === undefined ? '. See:' : `; did you mean --${meant}? Or see:`;
  return new UsageError(`There is no option ${written}${advice} user-password-api emulator --help`);
}

/** The values that were given, by the name of the option. */
function readValues(args: readonly string[]): ReadonlyMap<Name, readonly string[]> {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      names.map((name) => {
        const { short, value } = optionOf(name);
        return [name, { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) }];
      }),
    ),
  });
  const values = new Map<Name, readonly string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new UsageError(
        `"${token.value}" is not an option; to run a command beside the emulator, put -- before it: user-password-api emulator -- ${token.value}`,
      );
    }
    if (token.kind === 'option-terminator') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isName(name)) throw unknownOption(rawName, name);
    const option = optionOf(name);
    if (option.value === undefined) {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
      values.set(name, []);
      continue;
    }
    if (value === undefined || value === '' || (inlineValue === false && value.startsWith('-'))) {
      throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`);
    }
    if (values.has(name) && option.isRepeatable !== true) throw new UsageError(`${rawName} is given twice.`);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

function numberOf(name: Name, value: string, largest: number): number {
  if (/^\d{1,7}$/.test(value) && Number(value) <= largest) return Number(value);
  throw new UsageError(`--${name} must be a whole number from 0 to ${largest}, not "${value}".`);
}

/** The `Origin` that browsers and webviews send: a scheme and a host, also of schemes that `URL` gives no origin. */
function isOrigin(text: string): boolean {
  if (/^https?:/i.test(text)) return URL.canParse(text) && new URL(text).origin === text;
  return text === '*' || text === 'null' || /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+$/.test(text);
}

/** Reads the arguments after `emulator`. Throws a `UsageError`. */
export function parseCommand(args: readonly string[]): EmulatorCommand {
  const end = args.indexOf('--');
  const values = readValues(end === -1 ? args : args.slice(0, end));
  const command = end === -1 ? [] : args.slice(end + 1);
  const one = (name: Name): string | undefined => values.get(name)?.[0];
  if (end !== -1 && command.length === 0) throw new UsageError('After --, give a command to run.');
  if (values.has('watch') && !values.has('seed')) throw new UsageError('--watch needs a file to watch: --seed FILE.');
  if (values.has('quiet') && values.has('verbose')) throw new UsageError('Give --quiet or --verbose, not both.');
  const origins = values.get('allow-origin') ?? [];
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined) {
    throw new UsageError(
      `--allow-origin must be an origin such as https://app.example or capacitor://localhost, without a path, not "${wrong}".`,
    );
  }
  const names = values.get('allow-host') ?? [];
  const noName = names.find((name) => /[/@?#\s]/.test(name));
  if (noName !== undefined) {
    throw new UsageError(`--allow-host must be a host such as app.example, without scheme and path, not "${noName}".`);
  }
  const logsByDefault = !values.has('json') && command.length === 0;
  return {
    help: values.has('help'),
    port: numberOf('port', one('port') ?? emulatorOptions.port.byDefault, 65_535),
    // An IPv6 address may be given as it stands in an address of the web.
    host: (one('host') ?? emulatorOptions.host.byDefault).replace(/^\[(.*)\]$/, '$1'),
    allowedHosts: names,
    allowedOrigins: origins,
    seed: one('seed'),
    watch: values.has('watch'),
    persist: one('persist'),
    https: values.has('https'),
    packages: one('packages') ?? emulatorOptions.packages.byDefault,
    latency: numberOf('latency', one('latency') ?? emulatorOptions.latency.byDefault, 600_000),
    log: values.has('verbose') ? 'verbose' : values.has('quiet') || !logsByDefault ? 'quiet' : 'normal',
    json: values.has('json'),
    command,
  };
}

const WIDTH = 100;
const INDENT = 24;

/** Breaks a text into lines that fit beside the names of the options. */
function wrap(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (INDENT + line.length + word.length >= WIDTH) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(INDENT)}`);
}

function linesOf(name: Name): string {
  const { short, value, byDefault, help } = optionOf(name);
  const text = byDefault === undefined ? help : `${help} Default: ${byDefault}`;
  const written = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  // Names that leave no room have their text below them.
  const gap = written.length + 4 > INDENT ? `\n${' '.repeat(INDENT)}` : ' '.repeat(INDENT - 2 - written.length);
  return `  ${written}${gap}${wrap(text)}`;
}

/** The text of `--help`. */
export const emulatorHelp =
  (): string => `Starts the emulator: a local server that behaves like the password endpoints of a Clerk instance and keeps
state. It needs no account and no network.

Usage: user-password-api emulator [options] [-- COMMAND ARGS]

Options:
${names.map(linesOf).join('\n')}

Examples:
  user-password-api emulator
      Three users on http://127.0.0.1:4010. The output has code to paste into your app.
  user-password-api emulator --seed seed.yaml --watch
      Your own users. Changes take effect when you save the file.
  user-password-api emulator --persist state.json
      Password changes survive a restart.
  user-password-api emulator -- next dev
      A Next.js app with @clerk/nextjs, offline: the environment below is its whole set-up.
  user-password-api emulator --port 0 -- npm test
      Runs the tests with their own emulator and exits with their exit code.

The environment of COMMAND contains:
  CLERK_EMULATOR_URL      the address, such as http://127.0.0.1:4010
  CLERK_PUBLISHABLE_KEY   the key for new Clerk(key, { proxyUrl })
  CLERK_PROXY_URL         the proxyUrl
  CLERK_JS_URL, CLERK_UI_URL
                          where the emulator serves the browser SDK that is installed in your app
  CLERK_TELEMETRY_DISABLED  1
  CLERK_API_URL           the address, for the vendor's server packages
  PUBLIC_CLERK_API_URL    the same, for svelte-clerk
  CLERK_SECRET_KEY        sk_test_emulator
  CLERK_JWT_KEY           the public key of session tokens
  NEXT_PUBLIC_CLERK_…     those for pages (key, proxyUrl, the two addresses, telemetry) once more, as Next.js shows
  VITE_CLERK_…            them to pages; likewise as Vite, Astro and SvelteKit (PUBLIC_), Expo (EXPO_PUBLIC_) and
                          Nuxt (NUXT_PUBLIC_) do
  NODE_EXTRA_CA_CERTS     with --https: the certificate, so that Node trusts it

A seed file replaces the three users. Every part is optional. For completion in editors, begin it with
# yaml-language-server: $schema=http://127.0.0.1:4010/__emulator/seed.schema.json
  users:
    - id: user_ada                   # omit it for a new id at each start
      email: ada@example.com         # or a list; also username, phoneNumber, firstName, lastName
      password: a long password      # omit it for a user without a password
    - username: grace
      locked: true                   # also banned, deactivated
  sessions:
    - user: ada@example.com          # signed in from the start
      token: dvb_ada                 # for requests with ?__clerk_db_jwt=dvb_ada
  settings:
    password: { minLength: 12, requireNumber: true }
    lockout: { attempts: 5, seconds: 60 }
    reverification: true

With --https, accept the certificate once in the browser. If a line in the hosts file points
example.clerk.accounts.dev at this machine and the port is 443, your app needs the key only, and no proxyUrl.

The page at / shows and changes users, sessions, settings and the next responses. Programs can do the same over
HTTP: GET /__emulator lists the routes. Put /instances/NAME in front of a path, or at the end of the proxyUrl, for a
separate emulator. It starts with the seed; --persist saves it and --watch restores it too.

The documentation, with live examples, is at /docs/. /.well-known/change-password redirects to one of them, or to the
setting changePasswordUrl.

GET /health responds with 200 once the emulator is ready, and with 503 while it loads a large seed. Ctrl+C stops it.

Only one process at a time can use a --persist file; FILE.lock names it. A kill loses no change that got a
response; a power cut can lose the last ones. If the file cannot be written, the change is undone and the
response is a 500.
`;
