/** The body: its size, that it is a form, and its fields by the contract. */
import type { KnownErrorCode } from '../../../../generated/errors.ts';
import { forcedRefusal, isKnownCode, placeOf, Refusal, wireError } from '../answer/refusal.ts';
import type { Call } from '../call.ts';
import { BODY_LIMIT } from '../wire.ts';
import type { Stop } from './check.ts';
import { checkForm, type FieldProblem, type FormOperation } from './fields.ts';
import { parseForm } from './form.ts';

export const size = (call: Call): Stop | undefined =>
  call.request.bodyTooLarge === true || call.request.body.length > BODY_LIMIT
    ? call.refusal('request_body_too_large')
    : undefined;

/** Whether the body says that it is a form: the type alone or with the one charset that forms have. */
const isFormType = (type: string | undefined): boolean =>
  type === 'application/x-www-form-urlencoded' ||
  (type !== undefined && /^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?;?$/i.test(type));

/** Reads the body. A request without one is an empty form, whatever its type. */
export function form(call: Call): Stop | undefined {
  const { body } = call.request;
  if (body.length === 0) return undefined;
  if (!isFormType(call.request.header('content-type'))) return call.refusal('unsupported_content_type');
  const sent = parseForm(body);
  // A compressed body is no form either: its type is right, and no byte of it can be read.
  if (sent === undefined && call.request.header('content-encoding') !== undefined)
    return call.refusal('unsupported_content_type');
  if (sent === undefined) return call.refusal('malformed_request_parameters');
  call.sent = sent;
  return undefined;
}

/** The refusal of these problems with fields, if there are any. */
export function refusalOf(call: Call, problems: readonly FieldProblem[]): Stop | undefined {
  if (problems.length === 0) return undefined;
  const errors = problems.map(({ code, field }) => wireError(call.operation, code, { param_name: field }));
  return new Refusal(422, errors);
}

/** Checks the fields against the contract; those problems that have their turn later are left to a later check. */
export const fields =
  (operation: FormOperation, isLater: (code: KnownErrorCode) => boolean = () => false) =>
  (call: Call): Stop | undefined => {
    call.form = checkForm(operation, call.sent);
    return refusalOf(
      call,
      call.form.problems.filter(({ code }) => !isLater(code)),
    );
  };

/** A sign-in by ticket is not in the contract, which is about passwords. */
export function signInFields(call: Call): Stop | undefined {
  const isByTicket = call.sent.some(
    ({ name, value }) => name === 'ticket' || (name === 'strategy' && value === 'ticket'),
  );
  return isByTicket ? anyFields(call) : fields('createSignIn')(call);
}

/** The contract has one code for the form that begins a reverification: a level that is missing is one that is not allowed. */
export function level(call: Call): Stop | undefined {
  call.form = checkForm('startSessionVerification', call.sent);
  return call.form.problems.length > 0 ? call.refusal('form_param_value_invalid') : undefined;
}

/** Fields of a form that is not in the contract. */
export function anyFields(call: Call): undefined {
  const named: Record<string, string> = Object.create(null);
  for (const { name, value } of call.sent) named[name] = value ?? '';
  call.form = { fields: named, problems: [], bare: new Set() };
}

const MAGIC = 'magic:';

/** Brings about the situation that a password such as `magic:form_password_pwned` names, if it is one of this operation. */
export function magic(call: Call): Stop | undefined {
  if (!call.world.settings.magicValues) return undefined;
  for (const name of ['new_password', 'current_password', 'password']) {
    const value = call.form.fields[name];
    if (typeof value !== 'string' || !value.startsWith(MAGIC)) continue;
    const code = value.slice(MAGIC.length);
    if (isKnownCode(code) && placeOf(code, call.operation) !== undefined) return forcedRefusal(call.operation, code);
  }
  return undefined;
}
