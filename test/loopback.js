/**
 * Keeps a process of Node on this machine: `node --import ./test/loopback.js …`. Whatever it connects to, sends to or looks up, if that is
 * elsewhere the call throws, and the file that LOOPBACK_LOG names gets a line. `npm test` starts every process with it and fails if the
 * file is not empty. Plain JavaScript, for every version of Node that the tests use.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

const isLoopback = (host) => /^(localhost|.*\.localhost|127\.[\d.]+|0\.0\.0\.0|::1?|::ffff:127\.[\d.]+)$/i.test(host);

/** Also under the other names and addresses that this machine has. */
function isHere(host) {
  if (isLoopback(host) || host === hostname()) return true;
  return Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === host));
}

function check(host) {
  if (isHere(host)) return;
  const log = process.env.LOOPBACK_LOG;
  if (log) appendFileSync(log, `${host}, asked by ${process.argv.join(' ')}\n`);
  throw new Error(`${host} is not on this machine, and the tests ask nobody else`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  // Node itself passes on what it has sorted out as an array of options and callback.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const { path, host } =
    typeof first === 'object' ? first : { path: Number.isNaN(Number(first)) ? first : undefined, host: second };
  if (!path && typeof host === 'string') check(host);
  return connect.apply(this, args);
};

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...args) {
  const host = args.slice(1).findLast((arg) => typeof arg === 'string');
  if (host) check(host);
  return send.apply(this, args);
};

for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(owner).filter((name) => /^(lookup$|resolve)/.test(name))) {
    const ask = owner[name];
    owner[name] = function (host, ...rest) {
      // An address is looked up without asking anybody.
      if (typeof host === 'string' && host !== '' && !net.isIP(host)) check(host);
      return ask.call(this, host, ...rest);
    };
  }
}
syncBuiltinESMExports();
