import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/cli/options.ts';
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

test('a command finds its proxy exceptions kept and the address added, in both spellings', () => {
  const env = withoutProxy(
    { NO_PROXY: 'corp.example', no_proxy: 'other.example, localhost' },
    'http://192.168.1.5:4010',
  );
  expect(env.NO_PROXY).toBe('corp.example,other.example,localhost,127.0.0.1,::1,192.168.1.5');
  expect(env.no_proxy).toBe(env.NO_PROXY);
});
