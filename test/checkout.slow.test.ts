/** A clone has the files as they are here, whatever the git of its machine is set to. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('a clone on Windows, where git writes its own line ends unless it is told not to, has the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [there, clone] = [join(folder, 'there'), join(folder, 'clone')];
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { stdio: 'pipe' });
  };
  const files = ['.gitattributes', 'generated/client.ts', 'src/site/snippets/users.sh', 'docs/emulator.png'];
  for (const file of files) cpSync(join(root, file), join(there, file));
  git('init', '--quiet', there);
  git('-C', there, 'add', '--all');
  git('-C', there, 'commit', '--quiet', '--message', 'one');
  git('clone', '--quiet', '--config', 'core.autocrlf=true', there, clone);
  for (const file of files) {
    expect(readFileSync(join(clone, file)).equals(readFileSync(join(root, file))), file).toBe(true);
  }
});
