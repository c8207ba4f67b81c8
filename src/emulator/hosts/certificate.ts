/**
 * A certificate made on the spot, for https on this machine. It is signed by itself: browsers warn, or are told to trust it.
 * Written here, because Node has all of the cryptography and lacks only the few lines of structure (RFC 5280).
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const SET = 0x31;
/** "[0]" and "[3]" around the version and the extensions. */
const EXPLICIT_0 = 0xa0;
const EXPLICIT_3 = 0xa3;
/** Kinds of names in subjectAltName. */
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** One DER value: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const lengthBytes =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...lengthBytes]), content]);
}

const objectId = (hex: string): Buffer => der(OBJECT_ID, Buffer.from(hex, 'hex'));
const ecdsaWithSha256 = der(SEQUENCE, objectId('2a8648ce3d040302'));
const commonName = objectId('550403');
const subjectAltName = objectId('551d11');
const extendedKeyUsage = objectId('551d25');
/** macOS trusts no certificate that does not say that it is a server's. */
const serverAuthentication = objectId('2b06010505070301');

const time = (date: Date): Buffer =>
  der(GENERALIZED_TIME, Buffer.from(`${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`));

/** The 16 bytes of an IPv6 address in its usual writing: `::` stands for as many zeros as are missing, and the end may be IPv4. */
function ipv6Bytes(written: string): Buffer {
  const address = written.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [before = [], after = []] = address.split('::').map((half) => half.split(':'));
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function altName(name: string): Buffer {
  const version = isIP(name);
  if (version === 0) return der(DNS_NAME, Buffer.from(name));
  return der(IP_ADDRESS, version === 4 ? Buffer.from(name.split('.').map(Number)) : ipv6Bytes(name));
}

const DAY = 86_400_000;

/** Key and certificate in PEM form, for the given host names and addresses, valid for a year. */
export function makeCertificate(names: readonly string[]): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, commonName, der(UTF8_STRING, Buffer.from('user-password-api emulator')))),
  );
  const serial = randomBytes(16);
  // A serial number is positive and in its shortest form: the first byte is between 1 and 127.
  serial[0] = 0x40;
  const extension = (id: Buffer, ...values: readonly Buffer[]): Buffer =>
    der(SEQUENCE, id, der(OCTET_STRING, der(SEQUENCE, ...values)));
  const extensions = [
    extension(subjectAltName, ...names.map((name) => altName(name))),
    extension(extendedKeyUsage, serverAuthentication),
  ];
  const content = der(
    SEQUENCE,
    der(EXPLICIT_0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, serial),
    ecdsaWithSha256,
    subject,
    der(SEQUENCE, time(new Date(Date.now() - DAY)), time(new Date(Date.now() + 365 * DAY))),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(EXPLICIT_3, der(SEQUENCE, ...extensions)),
  );
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', content, privateKey));
  const lines = der(SEQUENCE, content, ecdsaWithSha256, signature).toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`,
  };
}
