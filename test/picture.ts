/**
 * Makes the picture of the README, docs/emulator.png: `npm run picture`. It starts the emulator as a user does, makes three requests, and
 * puts what the terminal printed beside the page at `/`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const emulator = spawn(process.execPath, ['src/cli.ts', 'emulator', '--port', '0'], { cwd: root });
const lines: string[] = [];
const ready = Promise.withResolvers<string>();
createInterface(emulator.stdout).on('line', (line) => {
  lines.push(line);
  const [, address] = /Address +(\S+)/.exec(line) ?? [];
  if (address !== undefined) ready.resolve(address);
});

const url = await ready.promise;
const browser = await launchBrowser();
try {
  const post = (path: string, fields: Record<string, string>): Promise<Response> =>
    fetch(`${url}${path}?__clerk_db_jwt=dvb_local`, { method: 'POST', body: new URLSearchParams(fields) });
  const passwords = { current_password: 'current-password-1', new_password: 'correct horse battery staple' };
  const page = await browser.newPage({ viewport: { width: 1000, height: 760 }, deviceScaleFactor: 1 });
  await page.goto(url);
  await post('/v1/me/change_password', { ...passwords, current_password: 'not it' });
  await post('/v1/me/change_password', passwords);
  await post('/v1/me/remove_password', { current_password: passwords.new_password });
  await page.getByText('/v1/me/remove_password').filter({ visible: true }).first().waitFor();
  const shot = (await page.screenshot()).toString('base64');

  const terminal = ['$ npm start', ...lines].join('\n').replaceAll(`:${new URL(url).port}`, ':4010');
  // A page of its own: the emulator's policy allows no inline style.
  const picture = await browser.newPage({ viewport: { width: 1600, height: 600 } });
  await picture.setContent(`<style>
    body { margin: 0; padding: 20px; display: flex; gap: 20px; align-items: stretch; background: #d9dee6; box-sizing: border-box; height: 600px; }
    pre { margin: 0; padding: 16px; flex: 1; background: #0e1217; color: #e6edf3; font: 11px/1.55 "DejaVu Sans Mono", monospace; border-radius: 8px; overflow: hidden; }
    img { height: 560px; border-radius: 8px; }
  </style><pre>${escapeHtml(terminal)}</pre><img src="data:image/png;base64,${shot}" alt="">`);
  mkdirSync(`${root}docs`, { recursive: true });
  await picture.screenshot({ path: `${root}docs/emulator.png` });
} finally {
  await browser.close();
  emulator.kill();
}
