import { Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { parseMock } from '../../src/cli/mock.ts';
import { emulatorHelp, emulatorOptions, parseCommand, UsageError } from '../../src/cli/options.ts';
import { certify, listen, withoutProxy } from '../../src/cli/serving.ts';

describe('--allow-origin', () => {
  test.each([
    'https://app.example',
    'http://192.168.1.5:3000',
    'capacitor://localhost',
    'tauri://localhost',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'app://.',
    'web+https://app',
    'null',
    '*',
  ])('takes %s, as a seed does', (origin) => {
    expect(parseCommand(['--allow-origin', origin]).allowedOrigins).toEqual([origin]);
  });

  test.each([
    'https://app.example/',
    'https://app.example/page',
    'app.example',
    // A browser writes these in another way.
    'https://app.example:443',
    'http://app.example:80',
    'HTTPS://app.example',
    'capacitor://',
    'tauri://localhost/x',
    'a b://c',
  ])('refuses %s with an example', (origin) => {
    expect(() => parseCommand(['--allow-origin', origin])).toThrow(
      /such as https:\/\/app\.example or capacitor:\/\/localhost/,
    );
  });
});

describe('the emulator', () => {
  test.each([
    [['--prot', '1'], 'There is no option --prot; did you mean --port? Or see: user-password-api emulator --help'],
    [['--portss'], 'There is no option --portss; did you mean --port? Or see: user-password-api emulator --help'],
    [['--portsss'], 'There is no option --portsss. See: user-password-api emulator --help'],
    [['--nonsense'], 'There is no option --nonsense. See: user-password-api emulator --help'],
    [['--port', 'x'], '--port must be a whole number from 0 to 65535, not "x".'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536".'],
    [['--port'], '--port needs a value: --port PORT.'],
    [['--port='], '--port needs a value: --port PORT.'],
    [['--port', '--json'], '--port needs a value: --port PORT.'],
    [['--port', '1', '--port', '2'], '--port is given twice.'],
    [['--json=yes'], '--json takes no value.'],
    [
      ['npm', 'test'],
      '"npm" is not an option; to run a command beside the emulator, put -- before it: user-password-api emulator -- npm',
    ],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => parseCommand(args)).toThrow(new UsageError(sentence));
  });

  test.each(['0', '65535'])('takes port %s', (port) => {
    expect(parseCommand(['--port', port]).port).toBe(Number(port));
  });

  test.each([
    [['--'], 'After --, give a command to run.'],
    [['--watch'], '--watch needs a file to watch: --seed FILE.'],
    [['--quiet', '--verbose'], 'Give --quiet or --verbose, not both.'],
    [['--port', '1x'], '--port must be a whole number from 0 to 65535, not "1x".'],
    [['--port=-1'], '--port must be a whole number from 0 to 65535, not "-1".'],
    [['--port', '0x10'], '--port must be a whole number from 0 to 65535, not "0x10".'],
    [['--port', 'x1'], '--port must be a whole number from 0 to 65535, not "x1".'],
    [
      ['--allow-host', 'https://app.example'],
      '--allow-host must be a host such as app.example, without scheme and path, not "https://app.example".',
    ],
    [['--latency', '600001'], '--latency must be a whole number from 0 to 600000, not "600001".'],
  ])('refuses %j, too', (args, sentence) => {
    expect(() => parseCommand(args)).toThrow(new UsageError(sentence));
  });

  const DEFAULTS = {
    help: false,
    port: 4010,
    host: 'localhost',
    allowedHosts: [],
    allowedOrigins: [],
    seed: undefined,
    watch: false,
    persist: undefined,
    https: false,
    packages: '.',
    latency: 0,
    log: 'normal',
    json: false,
    command: [],
  };

  test.each([
    [[], {}],
    [['-h'], { help: true }],
    [['--help'], { help: true }],
    [['-p', '1', '--host', '0.0.0.0'], { port: 1, host: '0.0.0.0' }],
    [['--allow-host', 'one', '--allow-host=two'], { allowedHosts: ['one', 'two'] }],
    [['--host', '[::1]', '--allow-host', 'emulator:4010'], { host: '::1', allowedHosts: ['emulator:4010'] }],
    [['--allow-origin', 'null', '--allow-origin', '*'], { allowedOrigins: ['null', '*'] }],
    // Only the brackets around an address are taken away.
    [['--host', 'x[::1]'], { host: 'x[::1]' }],
    [['--host', '[::1]x'], { host: '[::1]x' }],
    [['--seed', 'seed.yaml', '--watch'], { seed: 'seed.yaml', watch: true }],
    [['--seed', 'seed.yaml', '--persist', 'state.json'], { seed: 'seed.yaml', persist: 'state.json' }],
    [['--https', '--packages', 'app', '--latency', '250'], { https: true, packages: 'app', latency: 250 }],
    [['--seed=-seed.yaml'], { seed: '-seed.yaml' }],
    [['--verbose'], { log: 'verbose' }],
    [['--quiet'], { log: 'quiet' }],
    // Programs read the one line; a command has the terminal for itself.
    [['--json'], { json: true, log: 'quiet' }],
    [['--json', '--verbose'], { json: true, log: 'verbose' }],
    [['--', 'npm', 'test'], { command: ['npm', 'test'], log: 'quiet' }],
    [['--verbose', '--', 'npm', 'test'], { command: ['npm', 'test'], log: 'verbose' }],
    [
      ['--port', '0', '--', 'npm', 'run', 'x', '--', '--port', '1'],
      {
        port: 0,
        command: ['npm', 'run', 'x', '--', '--port', '1'],
        log: 'quiet',
      },
    ],
  ])('reads %j', (args, given) => {
    expect(parseCommand(args)).toEqual({ ...DEFAULTS, ...given });
  });

  test('shows each option in two columns that fit a terminal of 100 characters', () => {
    const block = /\nOptions:\n([\s\S]*?)\n\n/.exec(emulatorHelp())?.[1] ?? '';
    const lines = block.split('\n');
    for (const line of lines) {
      expect(line.length, line).toBeLessThanOrEqual(100);
      expect(line).toMatch(/^( {2}-\w, | {6})--[\w-]+( [A-Z]+)?( {2,}\S.*)?$|^ {24}\S.*$/);
      if (/^ {2}(-| {4}-).* {2,}\S/.test(line)) expect(line[23] === ' ' && line[24] !== ' ', line).toBe(true);
    }
    // No word would have fitted into the line before its own.
    for (const [index, line] of lines.entries()) {
      const word = /^ {24}(\S+)/.exec(lines[index + 1] ?? '')?.[1];
      if (word !== undefined && line.length > 40) expect(line.length + 1 + word.length, line).toBeGreaterThan(99);
    }
    const shown = block.split(/\n(?= {2}-| {6}--)/).map((option) => option.replaceAll(/\s+/g, ' ').trim());
    expect(shown).toEqual(
      Object.entries<{ short?: string; value?: string; byDefault?: string; help: string }>(emulatorOptions).map(
        ([name, { short, value, byDefault, help }]) =>
          [short && `-${short},`, `--${name}`, value, help, byDefault && `Default: ${byDefault}`]
            .filter(Boolean)
            .join(' '),
      ),
    );
  });
});

describe('the mock', () => {
  test.each([
    [['--prot', '1'], 'There is no option --prot. See: user-password-api mock --help'],
    [['4012'], '"4012" is not an option. See: user-password-api mock --help'],
    [['--port', 'x'], '--port must be a whole number from 0 to 65535, not "x".'],
    [['--port=70000'], '--port must be a whole number from 0 to 65535, not "70000".'],
    [['--port'], '--port needs a value: --port PORT.'],
    [['--port', '1', '-p', '2'], '-p is given twice.'],
    [['--help=yes'], '--help takes no value.'],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => parseMock(args)).toThrow(new UsageError(sentence));
  });

  test('takes a port', () => {
    expect(parseMock(['-p', '4013'])).toEqual({ help: false, port: 4013 });
    expect(parseMock(['--'])).toEqual({ help: false, port: 4011 });
  });
});

test('a command finds its proxy exceptions kept and the address added, in both spellings', () => {
  const env = withoutProxy(
    { NO_PROXY: 'corp.example', no_proxy: 'other.example, localhost' },
    'http://192.168.1.5:4010',
  );
  expect(env.NO_PROXY).toBe('corp.example,other.example,localhost,127.0.0.1,::1,192.168.1.5');
  expect(env.no_proxy).toBe(env.NO_PROXY);
});

test('--https says what to set when no folder can be made for its certificate', async () => {
  vi.stubEnv('TMPDIR', fileURLToPath(import.meta.url));
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(certify([])).rejects.toThrow(
    /^--https needs .* \(ENOTDIR\): set TMPDIR to a folder that can be written\.$/,
  );
});

test.each([
  ['EACCES', 1023, 'This account may not listen on port 1023: choose one from 1024 up.'],
  [
    'EACCES',
    1024,
    'This account may not listen on port 1024: choose another with --port (0 for any); Windows reserves ranges of ports for Hyper-V and Docker.',
  ],
  ['ENOTFOUND', 4010, 'This machine has no address localhost.'],
])('says what to do when the system answers %s for --port %i', async (code, port, sentence) => {
  vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server) {
    queueMicrotask(() => this.emit('error', Object.assign(new Error(`listen ${code}`), { code })));
    return this;
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const handler = { handle: () => ({ status: 204, headers: {}, body: '' }) };
  await expect(listen(handler, { port, host: 'localhost' }, undefined, () => {})).rejects.toThrow(
    new UsageError(sentence),
  );
});
