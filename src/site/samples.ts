/** Code samples for operations for which the contract has none: requests to the emulator, with the contract's own examples. */
import type { Operation, Property, Sample } from './operation.ts';

/** Where `npm start` runs, and the token that its default seed knows. */
const LOCAL = 'http://127.0.0.1:4010';
const TOKEN = { __clerk_db_jwt: 'dvb_local' };
/** The password of the default seed. */
const PASSWORD = 'current-password-1';

const exampleOf = ({ name, example, values }: Property): string =>
  example ?? values[0] ?? (name === 'password' ? PASSWORD : name);
const entriesOf = (properties: readonly Property[]): Record<string, string> =>
  Object.fromEntries(properties.map((property) => [property.name, exampleOf(property)]));

export function writeSamples({ id, method, path, security, parameters, body }: Omit<Operation, 'samples'>): Sample[] {
  const inPath = entriesOf(parameters.filter(({ place }) => place === 'path'));
  const inQuery = entriesOf(parameters.filter(({ place, required }) => place === 'query' && required));
  const fields = entriesOf(body?.properties ?? []);
  const token = security.length > 0 ? TOKEN : {};

  const query = new URLSearchParams({ ...inQuery, ...token }).toString();
  const to = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => inPath[name] ?? '');
  const curl = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${LOCAL}${to}${query && `?${query}`}'`,
    ...Object.entries(fields).map(([name, value]) => `  --data-urlencode '${name}=${value}'`),
  ];

  const input = Object.entries({ path: inPath, query: inQuery, body: fields })
    .filter(([, values]) => Object.keys(values).length > 0)
    .map(([name, values]) => `${name}: ${literal(values)}`);
  const client = `import { createClient } from 'user-password-api/client';

const client = createClient({
  baseUrl: '${LOCAL}',${security.length > 0 ? `\n  query: () => (${literal(TOKEN)}),` : ''}
});
const result = await client.${id}(${input.length === 0 ? '' : `{\n  ${input.join(',\n  ')},\n}`});
if (result.ok) console.log(JSON.stringify(result.data, null, 2));
else console.log(result.errors[0]?.long_message ?? result.status);
`;
  return [
    { label: 'curl', lang: 'sh', source: `${curl.join(' \\\n')}\n` },
    { label: 'Generated client', lang: 'ts', source: client },
  ];
}

const literal = (values: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(values)
    .map(([name, value]) => `${name}: '${value}'`)
    .join(', ')} }`;
