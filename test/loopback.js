/**
 * Keeps a process of Node on this machine: `node --import ./test/loopback.js …`. If it connects to another one, sends to it or looks up
 * a name, that fails, and the file that LOOPBACK_LOG names gets a line. `npm test` starts every process with it and fails if the file is
 * not empty. Plain JavaScript, for every version of Node that the tests use.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';
import { constants, hostname, networkInterfaces } from 'node:os';

/** Also under the other names and addresses that this machine has. */
function isHere(host) {
  if (/^(localhost|.*\.localhost|127\.[\d.]+|0\.0\.0\.0|::1?|::ffff:127\.[\d.]+)$/i.test(host)) return true;
  if (host === hostname()) return true;
  return Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === host));
}

function note(host) {
  const log = process.env.LOOPBACK_LOG;
  if (log) appendFileSync(log, `${host}, asked by ${process.argv.join(' ')}, ${new Error('here').stack}\n`);
}

// Beneath `net`, where every connection passes: a test that intercepts connections never gets here. Under its permission model, Node
// lets nobody in there.
const { prototype } = process.permission ? {} : process.binding('tcp_wrap').TCP;
for (const name of prototype ? ['connect', 'connect6'] : []) {
  const connect = prototype[name];
  prototype[name] = function (request, address, ...rest) {
    if (isHere(address)) return connect.call(this, request, address, ...rest);
    note(address);
    return -constants.errno.ENETUNREACH;
  };
}

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...args) {
  const host = args.slice(1).find((arg) => typeof arg === 'string');
  if (!host || isHere(host)) return send.apply(this, args);
  note(host);
  throw new Error(`${host} is not on this machine`);
};

for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(owner).filter((name) => /^(lookup$|resolve)/.test(name))) {
    const ask = owner[name];
    owner[name] = function (host, ...rest) {
      // An address is looked up without asking anybody.
      if (typeof host !== 'string' || host === '' || isIP(host) || isHere(host)) return ask.call(this, host, ...rest);
      note(host);
      throw new Error(`${host} is not on this machine`);
    };
  }
}
syncBuiltinESMExports();
