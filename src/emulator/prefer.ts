/** The contract mock's `Prefer` header (`code=422, example=form_password_pwned`), understood here too. */
import { errorCatalogue } from '../../generated/errors.ts';
import type { ForcedAnswer } from './forced.ts';
import { isKnownCode, placeOf } from './refusal.ts';

/**
 * The error that the header asks for: the example by that name, else the first code of that status. Undefined where it asks
 * for a success (which is answered as things are) or for what the operation does not have.
 */
export function preferredAnswer(operation: string, header: string | undefined): ForcedAnswer | undefined {
  if (header === undefined) return undefined;
  const wishes = new Map(
    header.split(/[,;]/).map((wish) => {
      const [name = '', value = ''] = wish.split('=').map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
      return [name.toLowerCase(), value];
    }),
  );
  const example = wishes.get('example');
  if (example !== undefined && isKnownCode(example)) {
    return placeOf(example, operation) === undefined ? undefined : { code: example };
  }
  const status = Number(wishes.get('code'));
  const code = Object.keys(errorCatalogue).find(
    (one) => isKnownCode(one) && placeOf(one, operation)?.status === status,
  );
  return code !== undefined && isKnownCode(code) ? { code } : undefined;
}
