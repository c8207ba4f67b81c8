/** Form fields against the contract: the one place where a broken schema rule becomes an error code. */
import type { KnownErrorCode } from '../../../../generated/errors.ts';
import { requestValidators, type Violation } from '../../../../generated/validators.js';
import type { FormField } from './form.ts';

export type FormOperation = keyof typeof requestValidators;

export interface FieldProblem {
  readonly code: KnownErrorCode;
  /** The field; empty where its name is better not repeated. */
  readonly field: string;
}

/** The fields of a form: each known field's value, as text, boolean or null. */
export type Fields = Readonly<Record<string, string | boolean | null>>;

export interface CheckedForm {
  readonly fields: Fields;
  readonly problems: readonly FieldProblem[];
  /** Fields that were named without a value. */
  readonly bare: ReadonlySet<string>;
}

/** Failed keyword on field -> error code. A row with a field goes before one without. */
const CODES: Readonly<Record<string, KnownErrorCode>> = {
  required: 'form_param_missing',
  minLength: 'form_param_missing',
  'minLength new_password': 'form_password_length_too_short',
  'maxLength new_password': 'form_password_length_too_long',
  maxLength: 'form_param_value_invalid',
  type: 'form_param_type_invalid',
  enum: 'form_param_value_invalid',
  additionalProperties: 'form_param_unknown',
};

function fieldOf({ params, instancePath }: Violation): string {
  const named = params['missingProperty'] ?? params['additionalProperty'];
  return typeof named === 'string' ? named : instancePath.slice(1);
}

/** Sign-in and verification take codes for fewer mistakes than the password operations; the rest is "a value that is not allowed". */
const FINE_CODES: ReadonlySet<FormOperation> = new Set<FormOperation>(['changePassword', 'removePassword']);

const inOneCase = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** The fields of all forms, however they are spelled: `newPassword` is `new_password` in camelCase. */
const KNOWN_NAMES: ReadonlySet<string> = new Set(
  [
    'current_password',
    'new_password',
    'sign_out_of_other_sessions',
    'identifier',
    'password',
    'strategy',
    'level',
    'code',
  ]
    .concat('email_address_id', 'phone_number_id')
    .map(inOneCase),
);

/** Whether a name may be repeated: any other may be a piece of a password, as in `new_password=Tom&Jerry2024=x`. */
const isNameSafe = (name: string): boolean => KNOWN_NAMES.has(inOneCase(name));

/** Checks fields against the operation's schema. At most one problem a field, in the order in which they were met. */
export function checkForm(operation: FormOperation, given: readonly FormField[]): CheckedForm {
  const fields: Record<string, string | boolean | null> = {};
  const problems = new Map<string, FieldProblem>();
  const bare = new Set<string>();
  const say = (code: KnownErrorCode, name: string, nameIsSafe = true): void => {
    if (!problems.has(name)) problems.set(name, { code, field: nameIsSafe ? name : '' });
  };
  for (const { name, value } of given) {
    if (Object.hasOwn(fields, name)) say('form_param_duplicate', name, isNameSafe(name));
    if (value === undefined) say('form_param_format_invalid', name, isNameSafe(name));
    else if (value?.includes('\0')) say('form_param_value_invalid', name, isNameSafe(name));
    if (value === null) bare.add(name);
    // A field may be called anything; this one name would set the prototype.
    if (name === '__proto__') say('form_param_unknown', name);
    else fields[name] = value ?? null;
  }
  const validate = requestValidators[operation];
  if (!validate(fields)) {
    for (const violation of validate.errors ?? []) {
      const field = fieldOf(violation);
      const code = CODES[`${violation.keyword} ${field}`] ?? CODES[violation.keyword] ?? 'form_param_value_invalid';
      // A bare name may be a password that was sent without its field.
      if (code === 'form_param_unknown') say(code, field, !bare.has(field) && isNameSafe(field));
      else if (bare.has(field)) say('form_param_nil', field);
      else say(fields[field] === '' ? 'form_param_missing' : code, field);
    }
  }
  const found = [...problems.values()];
  return { fields, bare, problems: FINE_CODES.has(operation) ? found : found.map(coarse) };
}

const coarse = (problem: FieldProblem): FieldProblem =>
  problem.code === 'form_param_missing' || problem.code === 'form_param_nil'
    ? { ...problem, code: 'form_param_missing' }
    : { ...problem, code: 'form_param_value_invalid' };
