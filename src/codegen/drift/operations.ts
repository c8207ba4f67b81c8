/** The operations of a document, under one name for the same operation in either document. */
import { list, object } from '../contract.ts';
import type { ApiDocument, Node } from './document.ts';

export interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly node: Node;
}

export interface Operation {
  /** Its name in messages: the method and the path as this document has it. */
  readonly title: string;
  readonly node: Node;
  readonly parameters: readonly Parameter[];
  /** The names in the path template, in order. */
  readonly pathNames: readonly string[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Every operation by method and path. The names of path parameters do not matter, and `base` goes in front of each path. */
export function readOperations(document: ApiDocument, base: string): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, value] of Object.entries(object(document.root['paths']))) {
    const item = document.resolve(value);
    for (const method of METHODS) {
      if (item[method] === undefined) continue;
      const node = object(item[method]);
      const parameters = readParameters(document, item, node);
      const full = `${base}${path}`;
      const key = `${realMethod(document, method, parameters)} ${full.replaceAll(/\{[^}]*\}/g, '{}')}`;
      const pathNames = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
      operations.set(key, { title: `${method.toUpperCase()} ${full}`, node, parameters, pathNames });
    }
  }
  return operations;
}

/** An operation's parameters, and those of its path that it does not define itself. */
function readParameters(document: ApiDocument, item: Node, node: Node): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const value of [...list(item['parameters']), ...list(node['parameters'])]) {
    const parameter = document.resolve(value);
    const place = String(parameter['in']);
    const name = place === 'header' ? String(parameter['name']).toLowerCase() : String(parameter['name']);
    found.set(`${place} ${name}`, { in: place, name, node: parameter });
  }
  return [...found.values()];
}

/** The API's clients send only GET and POST; `_method=DELETE` in the query says which method a POST stands for. */
function realMethod(document: ApiDocument, method: string, parameters: readonly Parameter[]): string {
  const override = parameters.find((one) => one.in === 'query' && one.name === '_method')?.node;
  const values = list(document.resolve(override?.['schema'])['enum']);
  const only = method === 'post' && override?.['required'] === true && values.length === 1 ? values[0] : method;
  return String(only).toUpperCase();
}

/** The path of each server, such as `/v1` for `https://host/v1`. */
export function basePaths(document: ApiDocument): readonly string[] {
  return list(document.root['servers']).map((server) => {
    const variables = object(object(server)['variables']);
    const url = String(object(server)['url'] ?? '').replaceAll(/\{([^}]*)\}/g, (_, name: string) =>
      String(object(variables[name])['default'] ?? name),
    );
    return URL.parse(url, 'http://localhost')?.pathname.replace(/\/+$/, '') ?? '';
  });
}

/** The first part of every path if all paths share it, such as `/v1`. */
export function commonStart(document: ApiDocument): string {
  const starts = new Set(Object.keys(object(document.root['paths'])).map((path) => `/${path.split('/')[1]}`));
  return starts.size === 1 ? ([...starts][0] ?? '') : '';
}

/** The needs of each way of signing a request, by what is sent and not by the document's names. */
export function readSecurity(document: ApiDocument, operation: Operation): readonly (readonly string[])[] {
  const ways = list(operation.node['security'] ?? document.root['security']);
  const schemes = object(object(document.root['components'])['securitySchemes']);
  const describe = (name: string): string => {
    const scheme = document.resolve(schemes[name]);
    if (scheme['type'] === 'apiKey') return `${scheme['in']} ${scheme['name']}`;
    if (scheme['type'] === 'http') return `HTTP ${String(scheme['scheme']).toLowerCase()}`;
    return scheme['type'] === undefined ? `the undefined scheme ${name}` : String(scheme['type']);
  };
  const read = ways.map((way) => Object.keys(object(way)).map(describe).sort());
  return read.length > 0 ? read : [[]];
}
