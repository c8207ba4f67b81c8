// @ts-check
// Control over HTTP, as the page uses it: asking, doing, and looking again.
import { say } from './dom.js';

/**
 * The response is what its caller says it is: the emulator is of the same package.
 * @template T
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<T>}
 */
export async function ask(method, path, body) {
  const response = await fetch(`__emulator${path}`, {
    method,
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(errorOf(text) ?? `The emulator responded with status ${response.status}.`);
  const got = text === '' ? undefined : JSON.parse(text);
  return got;
}

/**
 * @param {string} text
 * @returns {string | undefined}
 */
function errorOf(text) {
  try {
    return JSON.parse(text).error;
  } catch {
    return undefined;
  }
}

/**
 * As much of JSON Schema as the emulator's own document uses.
 * @typedef {{
 *   readonly title?: string, readonly description?: string, readonly type?: string | readonly string[],
 *   readonly minimum?: number, readonly maximum?: number, readonly $ref?: string,
 *   readonly properties?: Readonly<Record<string, Schema>>,
 * }} Schema
 */

/** @type {Readonly<Record<string, Schema>>} */
let schemas = {};

/** Gets what the emulator says about what it takes, once. */
export async function loadSchemas() {
  if (Object.keys(schemas).length > 0) return;
  /** @type {{ readonly components: { readonly schemas: Readonly<Record<string, Schema>> } }} */
  const { components } = await ask('GET', '/openapi.json');
  schemas = components.schemas;
}

/**
 * The properties of a schema that has a name.
 * @param {string} name
 */
export const propertiesOf = (name) => Object.entries(schemas[name]?.properties ?? {});

/** The schema itself, where it is a reference. @param {Schema} schema */
export const follow = (schema) => schemas[schema.$ref?.replace('#/components/schemas/', '') ?? ''] ?? schema;

/** @param {unknown} error */
export const sentence = (error) =>
  error instanceof TypeError
    ? 'The emulator does not respond. Start it again; this page reconnects by itself.'
    : error instanceof Error
      ? error.message
      : String(error);

/** @type {() => Promise<void>} */
let look = async () => {};
/** @type {Promise<void>} */
let looking = Promise.resolve();

/** Says how to look again. @param {() => Promise<void>} how */
export function onRefresh(how) {
  look = how;
}

/** Shows how things are now. One look at a time, so that none overtakes another. */
export function refresh() {
  looking = looking.catch(() => {}).then(() => look());
  return looking;
}

/**
 * Does something, shows what has become of it, and says so beside the control. Resolves with whether it could be done.
 * @param {Element} control
 * @param {string} done
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
export async function act(control, done, method, path, body) {
  try {
    await ask(method, path, body);
  } catch (error) {
    say(control, sentence(error), true);
    return false;
  }
  // Whether the emulator has gone since is said by whoever looks every second.
  await refresh().catch(() => {});
  say(control, done);
  return true;
}
