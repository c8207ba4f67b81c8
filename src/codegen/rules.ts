/**
 * The rules that make the OpenAPI document a contract, beyond what the linter knows:
 * every status is named, every known error code has an example, and every example is one of the known codes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Json, list, object } from './contract.ts';

/** Ways in which sending a request again can help, as `x-retry` of an error example. */
export const RETRY_WAYS = ['corrected', 'later', 'never', 'signed-in', 'verified'] as const;

/** Kinds of sources for a claim of the contract, as members of `x-source`. */
export const SOURCE_KINDS = ['document', 'client', 'guide', 'assumed'] as const;

/** Statuses that any operation can answer, with a body or without one. */
const STATUSES_OF_ALL = ['200', '400', '429', '500'];
const STATUSES_WITH_BODY = ['413', '415', '422'];

type Node = { readonly [key: string]: Json };

const NEEDS_SOURCE = `needs an x-source: an object of ${SOURCE_KINDS.join(', ')}, at least one of them`;

/** Whether a claim says what it rests on, in words. */
function isSource(value: Json | undefined): boolean {
  const kinds = Object.entries(object(value));
  const isKnown = ([kind, words]: readonly [string, Json]): boolean =>
    SOURCE_KINDS.some((one) => one === kind) && typeof words === 'string' && words !== '';
  return kinds.length > 0 && kinds.every(isKnown);
}

/** Checks the contract below `folder`. Answers one line a problem, each naming its file; none means that all is well. */
export function checkContract(folder: string): readonly string[] {
  const problems: string[] = [];
  const cwd = dirname(folder);
  const say = (file: string, problem: string): void => {
    problems.push(`${relative(cwd, file)}: ${problem}`);
  };
  const files = (name: string): readonly string[] =>
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => join(folder, name, file));
  const read = (file: string): Node => {
    if (!existsSync(file)) return {};
    try {
      const value: Json = parse(readFileSync(file, 'utf8'));
      return object(value);
    } catch (error) {
      say(file, `is not YAML (${String(error).split('\n')[0]})`);
      return {};
    }
  };
  const used = new Set<string>();

  for (const file of files('paths')) {
    for (const operation of Object.values(read(file)).map(object)) {
      const id = String(operation['operationId']);
      const statuses = Object.keys(object(operation['responses']));
      const wanted = [
        'default',
        ...STATUSES_OF_ALL,
        ...(operation['requestBody'] === undefined ? [] : STATUSES_WITH_BODY),
      ];
      for (const status of wanted) {
        if (!statuses.includes(status)) say(file, `operation ${id} does not say what it answers with status ${status}`);
      }
      if (!isSource(operation['x-source'])) say(file, `operation ${id} ${NEEDS_SOURCE}`);
      const sources = object(operation['x-status-sources']);
      for (const status of statuses) {
        if (!isSource(sources[status])) say(file, `status ${status} of operation ${id} ${NEEDS_SOURCE}`);
      }
      for (const status of Object.keys(sources)) {
        if (!statuses.includes(status)) say(file, `operation ${id} has a source for status ${status}, but no response`);
      }
      if (operation['summary'] === undefined || operation['description'] === undefined) {
        say(file, `operation ${id} needs a summary and a description`);
      }
    }
  }

  for (const file of files('responses')) {
    const content = read(file)['content'];
    if (content === undefined) continue;
    const media = object(object(content)['application/json']);
    const examples = Object.entries(object(media['examples']));
    // The body of any other status is not the server's, so there is nothing to show.
    if (examples.length === 0 && basename(file) !== 'Other.yaml') say(file, 'has no example');
    for (const [key, value] of examples) {
      const reference = object(value)['$ref'];
      if (typeof reference !== 'string') {
        say(file, `example ${key} has to be a file of its own in openapi/examples`);
        continue;
      }
      const target = resolve(dirname(file), reference);
      used.add(target);
      if (!existsSync(target)) say(file, `example ${key} is missing: there is no ${relative(cwd, target)}`);
      else if (basename(target, '.yaml') !== key)
        say(file, `example ${key} is in a file of another name, ${reference}`);
    }
    const codes = codesIn(media['schema'], (reference) => read(resolve(dirname(file), reference)));
    const keys = examples.map(([key]) => key);
    for (const code of codes) {
      if (!keys.includes(code)) say(file, `code ${code} has no example`);
    }
    if (codes.length > 0) {
      for (const key of keys) if (!codes.includes(key)) say(file, `example ${key} is not one of the codes`);
      if (keys.join() !== codes.join() && keys.length === codes.length) {
        say(file, 'codes and examples are not in the same order');
      }
      if (codes.includes('form_param_value_invalid') && codes[0] !== 'form_param_value_invalid') {
        say(
          file,
          'form_param_value_invalid has to come first: the contract mock answers every invalid request with it',
        );
      }
    }
  }

  for (const file of files('examples')) {
    const example = read(file);
    if (!used.has(file)) say(file, 'is used by no response');
    const errors = list(object(example['value'])['errors']);
    if (errors.length === 0) continue;
    const code = object(errors[0])['code'];
    if (code !== basename(file, '.yaml')) say(file, `has the code ${String(code)}, which is not its name`);
    for (const field of ['summary', 'description', 'x-remedy']) {
      if (typeof example[field] !== 'string' || example[field] === '') say(file, `has no ${field}`);
    }
    if (!isSource(example['x-source'])) say(file, NEEDS_SOURCE);
    if (!RETRY_WAYS.some((way) => way === example['x-retry'])) {
      say(file, `x-retry has to be one of ${RETRY_WAYS.join(', ')}`);
    }
  }
  return problems;
}

/** The codes that a response file lists for `errors[].code`. `follow` reads the file that a `$ref` names. */
function codesIn(schema: Json | undefined, follow: (reference: string) => Node): readonly string[] {
  if (Array.isArray(schema)) {
    for (const part of schema) {
      const codes = codesIn(part, follow);
      if (codes.length > 0) return codes;
    }
    return [];
  }
  const node = object(schema);
  if (node['enum'] !== undefined) return list(node['enum']).map(String);
  const properties = object(node['properties']);
  for (const next of [node['allOf'], properties['errors'], node['items'], properties['code'], node['anyOf']]) {
    const codes = next === undefined ? [] : codesIn(next, follow);
    if (codes.length > 0) return codes;
  }
  // Errors in general are described elsewhere; only a schema of codes lists them.
  const reference = node['$ref'];
  return typeof reference === 'string' && reference.endsWith('ErrorCode.yaml')
    ? codesIn(follow(reference), follow)
    : [];
}
