import { Writable } from 'node:stream';
import { createEmulator, type LoggedRequest } from 'user-password-api/emulator';
import { describe, expect, test } from 'vitest';
import { type Ready, readyLine, requestLine, welcome } from '../../src/cli/output.ts';
import { type Paint, print, printable, sentence } from '../../src/cli/print.ts';

const coloured: Paint = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  green: (text) => `\u001b[32m${text}\u001b[39m`,
  yellow: (text) => `\u001b[33m${text}\u001b[39m`,
  red: (text) => `\u001b[31m${text}\u001b[39m`,
};

/** What a terminal gets. */
function printed(lines: string): string {
  let got = '';
  const terminal = new Writable({
    write: (chunk, _encoding, done) => {
      got += chunk;
      done();
    },
  });
  print(terminal, lines);
  return got;
}

/** Clears the screen, forges a line, turns the direction of the text, hides what follows. */
const NASTY = '\u001b[2J\u001b[H\r\n\u202e\u009b8m\u0007\u007f\u200b';

/** Without the colours of our own. */
const plain = (text: string) =>
  [1, 2, 22, 31, 32, 33, 39].reduce((rest, colour) => rest.replaceAll(`\u001b[${colour}m`, ''), text);

describe('what is printed', () => {
  test('is one line without control characters when each part of a request has them', async () => {
    const emulator = createEmulator();
    const logged: LoggedRequest[] = [];
    emulator.onRequest((request) => logged.push(request));
    await emulator.fetch(`http://localhost/v1/me?_method=${encodeURIComponent(`\u001b[2j\n${NASTY}`)}`, {
      method: 'POST',
    });
    const nasty: LoggedRequest = {
      number: 1,
      at: 0,
      method: NASTY,
      path: NASTY,
      status: 404,
      codes: [NASTY],
      query: { [NASTY]: NASTY },
      form: {},
    };
    expect(logged).toHaveLength(1);
    for (const request of [...logged, nasty]) {
      const line = printed(requestLine(request, coloured, true));
      expect(plain(line)).toMatch(/^[ -~]+\n$/);
    }
  });

  test('is clean when a sentence was made from what others wrote', () => {
    expect(printed(`There is no command "${NASTY}"`)).toMatch(/^[ -~\n]+$/);
    expect(printed(`first\n${coloured.bold('second')}`)).toBe(`first\n${coloured.bold('second')}\n`);
  });

  test('is clean when the names of users and files are not, and the ready line still says them to a program', () => {
    const emulator = createEmulator({ seed: { users: [{ username: `a${NASTY}b` }] } });
    const ready: Ready = {
      version: '0',
      emulator,
      url: 'http://127.0.0.1:1',
      port: 1,
      proxyUrl: 'http://localhost:1',
      docs: undefined,
      seed: {},
      seedFile: NASTY,
      restoredFrom: undefined,
      certificate: undefined,
      packages: {},
    };
    expect(plain(printed(welcome(ready, coloured)))).toMatch(/^[ -~·\n]+$/);
    const line = printed(readyLine(ready));
    expect(line).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(line)).toMatchObject({ users: [{ identifier: `a${NASTY}b` }] });
  });
});

test('each character that is not shown leaves a question mark, so that a text is not mistaken for another', () => {
  expect(printable('a\u0007b\nc')).toBe('a?b?c');
  expect(printed('a\u0007b\nc')).toBe('a?b\nc\n');
});

test('an error is told by its own sentence, and anything else as text', () => {
  expect([sentence(new TypeError('No.')), sentence('No.')]).toEqual(['No.', 'No.']);
});
