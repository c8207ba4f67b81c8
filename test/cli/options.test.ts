import { describe, expect, test } from 'vitest';
import { parseMock } from '../../src/cli/mock.ts';
import { parseCommand, UsageError } from '../../src/cli/options.ts';
import { withoutProxy } from '../../src/cli/serving.ts';

describe('--allow-origin', () => {
  test.each([
    'https://app.example',
    'http://192.168.1.5:3000',
    'capacitor://localhost',
    'tauri://localhost',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'app://.',
    'null',
    '*',
  ])('takes %s, as a seed does', (origin) => {
    expect(parseCommand(['--allow-origin', origin]).allowedOrigins).toEqual([origin]);
  });

  test.each([
    'https://app.example/',
    'https://app.example/page',
    'app.example',
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
