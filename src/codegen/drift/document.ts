/** An OpenAPI document as it was given: read, checked, and its references followed. */
import { parse } from 'yaml';
import { isObject, type Json, type JsonObject, object } from '../contract.ts';

export type Node = JsonObject;

/** A document that cannot be compared. The message is one sentence for the person who gave it. */
export class UnusableDocument extends Error {}

export interface ApiDocument {
  readonly root: Node;
  /** The value at a reference such as `#/components/schemas/User`. */
  target(reference: string): Json;
  /** Follows `$ref`s until something else stands there. */
  resolve(value: Json | undefined): Node;
}

function parseText(source: string, name: string): Json {
  if (source.trim() === '') throw new UnusableDocument(`${name} is empty.`);
  try {
    return JSON.parse(source);
  } catch {
    // The YAML parser decides. It would read JSON, too, but slowly.
  }
  try {
    const value: Json = parse(source, { merge: true, logLevel: 'error' });
    return value;
  } catch (error) {
    // Without the kind of error before its first line, and what is quoted below it.
    const reason = String(error).replaceAll(/^\w+: |:\n[\s\S]*/g, '');
    throw new UnusableDocument(`${name} is neither JSON nor YAML: ${reason}.`);
  }
}

/** Reads an OpenAPI 3.0 or 3.1 document. Throws {@link UnusableDocument} if it is none. `name` is what messages call it. */
export function readDocument(source: string, name: string): ApiDocument {
  const root = parseText(source.replace(/^\uFEFF/, ''), name);
  if (!isObject(root)) throw new UnusableDocument(`${name} is not an OpenAPI document: it holds no object.`);
  if (root['swagger'] !== undefined) {
    throw new UnusableDocument(`${name} is a Swagger 2.0 document; convert it to OpenAPI 3.0 or 3.1 first.`);
  }
  const version = root['openapi'];
  if (version === undefined)
    throw new UnusableDocument(`${name} is not an OpenAPI document: it has no "openapi" field.`);
  if (!/^3\.[01](\.|$)/.test(String(version))) {
    throw new UnusableDocument(`${name} is OpenAPI ${String(version)}; only 3.0 and 3.1 can be compared.`);
  }
  if (!isObject(root['paths']))
    throw new UnusableDocument(`${name} has no "paths" object, so nothing can be compared.`);

  const target = (reference: string): Json => {
    if (!reference.startsWith('#')) {
      throw new UnusableDocument(
        `${name} refers to ${reference}, which is outside the file; bundle it into one file first, for example with: npx redocly bundle`,
      );
    }
    let current: Json | undefined = root;
    for (const part of reference.split('/').slice(1)) {
      const key = unescaped(part);
      current = Array.isArray(current) ? current[Number(key)] : own(object(current), key);
    }
    if (current === undefined || !/^#(\/|$)/.test(reference)) {
      throw new UnusableDocument(`${name} refers to ${reference}, which is not in the file.`);
    }
    return current;
  };
  const resolve = (value: Json | undefined): Node => {
    const seen = new Set<string>();
    let current = object(value);
    for (let next = current['$ref']; typeof next === 'string'; next = current['$ref']) {
      if (seen.has(next)) throw new UnusableDocument(`${name} has a reference that leads back to itself: ${next}.`);
      seen.add(next);
      current = object(target(next));
    }
    return current;
  };
  return { root, target, resolve };
}

const own = (node: Node, key: string): Json | undefined => (Object.hasOwn(node, key) ? node[key] : undefined);

/** One part of a JSON pointer in a URL fragment. */
function unescaped(part: string): string {
  let text = part;
  try {
    text = decodeURIComponent(part);
  } catch {
    // A lone % stands for itself.
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}
