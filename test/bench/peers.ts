/** The peers of the parts about the documentation. They have a package of their own, so that `npm ci` stays light. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'peers');
if (!existsSync(join(folder, 'node_modules'))) {
  console.log('Installing Lighthouse and Scalar, which only this bench needs (npm ci --prefix test/bench/peers) …');
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', folder], { stdio: 'inherit' });
  if (install.status !== 0) throw new Error('npm ci failed: the npm registry is needed for the peers of this bench.');
}

/** The main file of a peer. */
export const peerFile: (name: string) => string = createRequire(join(folder, 'package.json')).resolve;

/** The folder of a peer, as `report` takes it. */
export const peerPackage = (name: string): string => `../test/bench/peers/node_modules/${name}`;
