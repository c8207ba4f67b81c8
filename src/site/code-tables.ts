/** Tables of the guide that are made from code: members of the SDK and the emulator, options, users, situations and magic values. */
import { errorCatalogue } from '../../generated/errors.ts';
import { emulatorOptions } from '../cli/options.ts';
import { situations } from '../emulator/control/situations.ts';
import { count, LIMITS } from '../emulator/setup/limits.ts';
import { defaultSeed } from '../emulator/setup/seed.ts';
import { type Declared, declaredMembers, docOfDeclared } from './declared.ts';
import { EMULATOR_TABLES } from './emulator-tables.ts';
import { table } from './markdown.ts';

const code = (text: string): string => `\`${text}\``;

/** Optional members are undefined if they are left out, which needs no mention; `readonly` only matters to the compiler. */
function typeOf({ type, optional }: Declared): string {
  const shown = (optional ? type.replace(/ \| undefined$/, '') : type)
    .replaceAll('readonly ', '')
    // Any other string, written so that editors still complete the known ones.
    .replace('(string & Record<never, never>)', 'string')
    .replace(/^\((.*)\)$/, '$1');
  return `${code(shown)}${optional ? ', optional' : ''}`;
}

/** The members of a class or an interface. Another interface, which it implements, may have the docstrings that it lacks. */
function members(path = '', name = '', docsPath = path, docsName = ''): string {
  const docs = new Map(docsName === '' ? [] : declaredMembers(docsPath, docsName).map((one) => [one.name, one.text]));
  return table(
    ['Name', 'Type and description'],
    declaredMembers(path, name).map((one) => [
      code(one.name),
      `${typeOf(one)}<br>${one.text || (docs.get(one.name) ?? '')}`,
    ]),
  );
}

const functions = (path = '', ...names: readonly string[]): string =>
  table(
    ['Function', 'Returns true for'],
    names.map((name) => [code(`${name}(error)`), docOfDeclared(path, name)]),
  );

/** The values of a union whose docstring explains them in a list: `one`, `other`: text · `third`: text. */
const values = (path = '', name = ''): string =>
  table(
    ['Value', 'Meaning'],
    docOfDeclared(path, name)
      .split(/ - | · /)
      .slice(1)
      .map((part) => {
        const [names = '', ...text] = part.split(': ');
        return [names, text.join(': ')];
      }),
  );

interface Option {
  readonly short?: string;
  readonly value?: string;
  readonly byDefault?: string;
  readonly help: string;
}

const options = (): string =>
  table(
    ['Option', 'Default', 'Description'],
    Object.entries<Option>(emulatorOptions).map(([name, { short, value, byDefault, help }]) => [
      `${short === undefined ? '' : `${code(`-${short}`)}, `}${code(`--${name}${value === undefined ? '' : ` ${value}`}`)}`,
      byDefault === undefined ? (value === undefined ? 'off' : 'none') : code(byDefault),
      // Example addresses are no links.
      help.replaceAll(/\w+:\/\/[\w.]*\w/g, '`$&`'),
    ]),
  );

const users = (): string =>
  table(
    ['User', 'Password', 'Development token'],
    (defaultSeed.users ?? []).map(({ email, password, locked }) => [
      code(String(email)),
      `${password ? code(password) : 'none'}${locked ? ', the account is locked' : ''}`,
      (defaultSeed.sessions ?? []).flatMap(({ user, token }) => (user === email ? [code(String(token))] : [])).join() ||
        'none: not signed in',
    ]),
  );

const PASSWORD_FIELDS: Readonly<Record<string, string>> = {
  changePassword: '`new_password`, `current_password`',
  removePassword: '`current_password`',
  createSignIn: '`password`',
  attemptSessionVerification: '`password`',
};

const fieldsOfPasswords = (): string =>
  table(
    ['Operation', 'Fields'],
    Object.entries(PASSWORD_FIELDS).map(([id, fields]) => [`[${code(id)}](reference.html#${id})`, fields]),
  );

/** The error codes by the operations that can respond with them. */
function magic(): string {
  const ids = Object.keys(PASSWORD_FIELDS);
  const found = new Map<string, string[]>();
  for (const [name, { places }] of Object.entries(errorCatalogue)) {
    const own = ids.filter((id) => places.some(({ operation }) => operation === id));
    const words = own.length === ids.length ? 'all of them' : own.map(code).join(', ');
    found.set(words, [...(found.get(words) ?? []), code(name)]);
  }
  return table(
    ['Operations', 'Error codes'],
    [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([words, codes]) => [words, codes.join(', ')]),
  );
}

/** The situations for each error code of the two password operations; what holds for both is told once. */
function causes(): string {
  const rows = situations
    .filter(({ operations }) => operations.some((id) => id === 'changePassword' || id === 'removePassword'))
    .map((one) => [code(one.code), one.forced ? 'only if it is forced' : one.when]);
  return table(['Error code', 'Occurs'], [...new Map(rows.map((row) => [row.join(), row])).values()]);
}

const LIMIT_WORDS: { readonly [Name in keyof typeof LIMITS]: string } = {
  users: 'users of one emulator',
  keptClients: 'clients that seeds, tests and the control API signed users in on',
  forced: 'forced responses that wait',
  instances: 'instances of one server',
  metadataBytes: 'bytes of each metadata object, as JSON',
  metadataLevels: 'levels of objects and lists within each other in metadata',
};

const limits = (): string =>
  table(
    ['What', 'At most'],
    Object.entries(LIMIT_WORDS).map(([name, words]) => [words, count(new Map(Object.entries(LIMITS)).get(name) ?? 0)]),
  );

/** By the name of their placeholder. */
const codeTables: Readonly<Record<string, (...words: string[]) => string>> = {
  members,
  functions,
  values,
  options,
  users,
  fieldsOfPasswords,
  magic,
  causes,
  limits,
  ...EMULATOR_TABLES,
};

/** A text of the guide with these tables in it; other placeholders stay. */
export const fillCodeTables = (text: string): string =>
  text.replaceAll(/^\{\{(\w+)((?: [^}]+)?)\}\}$/gm, (placeholder, name: string, words: string) => {
    const made = Object.hasOwn(codeTables, name) ? codeTables[name] : undefined;
    return made === undefined ? placeholder : made(...words.trim().split(' ').filter(Boolean)).trimEnd();
  });
