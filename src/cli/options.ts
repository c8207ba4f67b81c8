/** The options of `user-password-api emulator`: one table for reading them, for their help and for what is said of wrong ones. */
import { parseArgs } from 'node:util';

/** The command was called in a way that it does not understand. The message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Option {
  readonly short?: string;
  /** What stands for its value in the help; left out for a switch. */
  readonly value?: string;
  readonly isRepeatable?: true;
  readonly help: string;
}

const table = {
  port: { short: 'p', value: 'PORT', help: 'Port to listen on; 0 takes any free one. Default: 4010.' },
  host: {
    value: 'ADDRESS',
    help: 'Address to listen on. Default: 127.0.0.1, which only this machine reaches. With any other, such as 0.0.0.0, everybody who reaches it can read and change all users.',
  },
  'allow-host': {
    value: 'NAME',
    isRepeatable: true,
    help: 'A name that this machine may be called by, beside localhost and its addresses. Can be repeated.',
  },
  'allow-origin': {
    value: 'ORIGIN',
    isRepeatable: true,
    help: 'Origin of pages that may call, such as https://app.example or capacitor://localhost, beside those on this machine. Can be repeated.',
  },
  seed: { value: 'FILE', help: 'Users, sessions and settings to start with, in YAML or JSON (see below).' },
  watch: { help: 'Read the seed file again when it changes, and start over with it.' },
  persist: {
    value: 'FILE',
    help: 'Keep users, sessions, settings, clock and outbox in this file, so that the next start goes on from there, even after a crash. The seed then counts for the first start and for a reset.',
  },
  https: { help: 'Serve https, with a certificate made on the spot; the start says how to trust it.' },
  packages: {
    value: 'FOLDER',
    help: 'Folder of your app. Pages that load @clerk/clerk-js and @clerk/ui from the emulator, as all frameworks do, get those that are installed there. Default: the folder that you start in.',
  },
  latency: { value: 'MS', help: 'Wait so many milliseconds before each answer.' },
  verbose: { help: 'Log requests with their fields. Passwords are never shown.' },
  quiet: { help: 'Log no requests.' },
  json: { help: 'Print one line of JSON when ready, and nothing else, for a program to read.' },
  help: { short: 'h', help: 'Print this.' },
} as const satisfies Readonly<Record<string, Option>>;

type Name = keyof typeof table;
const isName = (name: string): name is Name => Object.hasOwn(table, name);
const optionOf = (name: Name): Option => table[name];
const names = Object.keys(table).filter(isName);

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
  /** What to run beside it, or nothing. */
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

function unknownOption(written: string): UsageError {
  const bare = written.replace(/^-+/, '').toLowerCase();
  const meant = names.find((name) => lettersApart(bare, name) <= 2);
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
        `"${token.value}" is no option; to run a command beside the emulator, put -- before it: user-password-api emulator -- ${token.value}`,
      );
    }
    if (token.kind === 'option-terminator') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isName(name)) throw unknownOption(rawName);
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
  throw new UsageError(`--${name} has to be a whole number from 0 to ${largest}, not "${value}".`);
}

/** What browsers and webviews send as `Origin`: a scheme and a host, also of schemes that `URL` gives no origin. */
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
  if (end !== -1 && command.length === 0) throw new UsageError('After -- there has to be a command to run.');
  if (values.has('watch') && !values.has('seed')) throw new UsageError('--watch needs a file to watch: --seed FILE.');
  if (values.has('quiet') && values.has('verbose')) throw new UsageError('Give --quiet or --verbose, not both.');
  const origins = values.get('allow-origin') ?? [];
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined) {
    throw new UsageError(
      `--allow-origin has to be an origin such as https://app.example or capacitor://localhost, without a path, not "${wrong}".`,
    );
  }
  const logsByDefault = !values.has('json') && command.length === 0;
  return {
    help: values.has('help'),
    port: numberOf('port', one('port') ?? '4010', 65_535),
    host: one('host') ?? '127.0.0.1',
    allowedHosts: values.get('allow-host') ?? [],
    allowedOrigins: origins,
    seed: one('seed'),
    watch: values.has('watch'),
    persist: one('persist'),
    https: values.has('https'),
    packages: one('packages') ?? '.',
    latency: numberOf('latency', one('latency') ?? '0', 600_000),
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
    if (line !== '' && INDENT + line.length + word.length >= WIDTH) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(INDENT)}`);
}

const optionLines = names.map((name) => {
  const { short, value, help } = optionOf(name);
  const written = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  // Names that leave no room have their text below them.
  const gap = written.length + 4 > INDENT ? `\n${' '.repeat(INDENT)}` : ' '.repeat(INDENT - 2 - written.length);
  return `  ${written}${gap}${wrap(help)}`;
});

export const emulatorHelp = `Starts the emulator: a server on this machine that answers like a Clerk instance where passwords are
concerned, and remembers what was done. No account, no network.

Usage: user-password-api emulator [options] [-- COMMAND ARGS]

Options:
${optionLines.join('\n')}

Examples:
  user-password-api emulator
      Three users on http://127.0.0.1:4010; what to paste into your app is printed.
  user-password-api emulator --seed seed.yaml --watch
      Your own users. Saved changes of the file take effect at once.
  user-password-api emulator --persist state.json
      Password changes survive a restart.
  user-password-api emulator --port 0 -- npm test
      Runs the tests beside an emulator of their own and ends with their exit code.

COMMAND finds in its environment:
  CLERK_EMULATOR_URL      the address, such as http://127.0.0.1:4010
  CLERK_PUBLISHABLE_KEY   the key for new Clerk(key, { proxyUrl })
  CLERK_PROXY_URL         the proxyUrl
  NODE_EXTRA_CA_CERTS     with --https: the certificate, so that Node trusts it

A seed file takes the place of the three users. All parts may be left out:
  users:
    - email: ada@example.com         # or a list; also username, phoneNumber, firstName, lastName
      password: a long password      # left out: a user without a password
    - username: grace
      locked: true                   # also banned, deactivated
  sessions:
    - user: ada@example.com          # signed in from the start,
      token: dvb_ada                 # for requests with ?__clerk_db_jwt=dvb_ada
  settings:
    password: { minLength: 12, requireNumber: true }
    lockout: { attempts: 5, seconds: 60 }
    reverification: true

With --https a browser accepts the certificate once it was told to. Where example.clerk.accounts.dev leads to
this machine (a line in its hosts file) and the port is 443, the key alone will do, without a proxyUrl.

The page at / shows and changes users, sessions, settings and the next answers; programs do the same over
HTTP, GET /__emulator lists how. /instances/NAME in front of a path, or as proxyUrl, is an emulator of its own;
it begins with the seed, is kept by --persist and started over by --watch.

The documentation, with examples to try, is at /docs/. /.well-known/change-password leads to one of them, or to where
the setting changePasswordUrl says.

GET /health responds 200 once the emulator is ready, and 503 while a large seed is read in. Ctrl+C ends it.

One process has a --persist file at a time; FILE.lock beside it says which. A kill loses no change that was
answered; after a power cut the last moments may be missing. If the file cannot be written, a change is undone
and responds 500.
`;
