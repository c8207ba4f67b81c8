/** `npm run bench`: prints every table, one after the other so that they do not disturb each other. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const tables = readdirSync(folder).filter((name) => /^(sdk|emulator|site)(-.*)?\.ts$/.test(name));
let failed = false;
for (const name of tables.sort()) {
  const { status } = spawnSync(process.execPath, [join(folder, name), ...process.argv.slice(2)], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
