/** The contract mock's `Prefer` header (`code=422, example=form_password_pwned`), understood here too. */
import { DEFAULT_RETRY_AFTER } from './answer/refusal.ts';

/** An example of the contract, as an answer. */
export interface PreferredAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: number;
}

interface Example {
  readonly operation: string;
  readonly status: number;
  readonly name: string;
  readonly body: string;
}

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isRecord(value) ? Object.entries(value) : [];
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce((current, part) => (isRecord(current) ? current[part] : undefined), value);

/** All examples, in the order of the contract. */
function examplesIn(document: unknown): readonly Example[] {
  const follow = (value: unknown): unknown => {
    const reference = at(value, '$ref');
    return typeof reference === 'string' ? follow(at(document, ...reference.slice(2).split('/'))) : value;
  };
  return entriesOf(at(document, 'paths'))
    .flatMap(([, path]) => entriesOf(path))
    .flatMap(([, operation]) =>
      entriesOf(at(operation, 'responses')).flatMap(([status, response]) =>
        entriesOf(at(follow(response), 'content', 'application/json', 'examples')).map(([name, example]) => ({
          operation: String(at(operation, 'operationId')),
          status: Number(status),
          name,
          body: JSON.stringify(at(follow(example), 'value')),
        })),
      ),
    );
}

/**
 * The example that the header asks for, by name, by status, or both; undefined where the operation has none such. The
 * contract is loaded at the first such request, not before.
 */
export async function preferredAnswer(operation: string, header: string): Promise<PreferredAnswer | undefined> {
  const wishes = new Map(
    header.split(/[,;]/).map((wish) => {
      const [name = '', value = ''] = wish.split('=').map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
      return [name.toLowerCase(), value];
    }),
  );
  const code = wishes.get('code');
  const name = wishes.get('example');
  if (code === undefined && name === undefined) return undefined;
  const { default: document } = await import('../../../generated/openapi.json', { with: { type: 'json' } });
  const found = examplesIn(document).find(
    (example) =>
      example.operation === operation &&
      (code === undefined || example.status === Number(code)) &&
      (name === undefined || example.name === name),
  );
  if (found === undefined) return undefined;
  const { status, body } = found;
  return { status, body, ...(status === 429 ? { retryAfter: DEFAULT_RETRY_AFTER } : {}) };
}
