import { describe, expect, test } from 'vitest';
import { cmdLine } from '../../src/cli/cmd-quoting.ts';

/** What cmd.exe leaves of a line: a caret takes what follows out of its hands. */
function afterCmd(line: string): string {
  const bare = line.replaceAll(/\^(.)/gs, '');
  expect(bare).not.toMatch(/[()[\]%!^"`<>&|;,*?]/);
  return line.replaceAll(/\^(.)/gs, '$1');
}

/** How a program on Windows reads its command line: the rules of the C runtime. */
function parts(line: string): readonly string[] {
  const found: string[] = [];
  let part: string | undefined;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    if (slashes > 0) {
      const isBeforeQuote = line[at + slashes] === '"';
      part = (part ?? '') + '\\'.repeat(isBeforeQuote ? Math.floor(slashes / 2) : slashes);
      at += slashes - 1;
      if (isBeforeQuote && slashes % 2 === 1) {
        part += '"';
        at++;
      }
    } else if (line[at] === '"') {
      isQuoted = !isQuoted;
      part ??= '';
    } else if (line[at] === ' ' && !isQuoted) {
      if (part !== undefined) found.push(part);
      part = undefined;
    } else part = (part ?? '') + line[at];
  }
  return part === undefined ? found : [...found, part];
}

describe('the line for cmd.exe', () => {
  test.each([
    [['npm', 'test']],
    [['node', '--eval', 'console.log("a b", `c`)']],
    [['C:\\Program Files\\app\\run.exe', 'C:\\dir\\', 'C:\\other dir\\']],
    [['echo', '%PATH%', '!x!', 'a&b|c>d<e', '^', '(x)', 'a;b,c', '*?']],
    [['say', '', '"', '\\"', '\\\\"x', 'ends with \\\\']],
  ])('gives a program the parts %j', (command) => {
    expect(parts(afterCmd(cmdLine(command)))).toEqual(command);
  });

  test('is plain when nothing in it has a meaning', () => {
    expect(cmdLine(['next', 'dev', '--port=3000', 'src/app.ts'])).toBe('next dev --port=3000 src/app.ts');
  });
});
