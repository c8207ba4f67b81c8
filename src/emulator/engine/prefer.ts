/** The contract mock's `Prefer` header (`code=422, example=form_password_pwned`), understood here too. */
import { DEFAULT_RETRY_AFTER } from './answer/refusal.ts';

/** An example of the contract, as an answer. */
export interface PreferredAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: number;
}

/** By status and name: the key of the body. */
type Statuses = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The example that the header asks for, by name, by status, or both; undefined where the operation has none such. The
 * examples are loaded at the first such request, not before.
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
  const { default: examples } = await import('../../../generated/examples.json', { with: { type: 'json' } });
  const values: Readonly<Record<string, unknown>> = examples.values;
  const operations: Readonly<Record<string, Statuses>> = examples.operations;
  for (const [status, names] of Object.entries(operations[operation] ?? {})) {
    if (code !== undefined && Number(status) !== Number(code)) continue;
    const key = name === undefined ? Object.values(names)[0] : Object.hasOwn(names, name) ? names[name] : undefined;
    if (key === undefined) continue;
    const body = JSON.stringify(values[key]);
    return { status: Number(status), body, ...(status === '429' ? { retryAfter: DEFAULT_RETRY_AFTER } : {}) };
  }
  return undefined;
}
