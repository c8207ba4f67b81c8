// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

/** One way in which a value breaks its schema, as Ajv reports it. */
export interface Violation {
  /** The keyword that failed, for example `minLength`. */
  readonly keyword: string;
  /** JSON pointer of the value that failed. */
  readonly instancePath: string;
  /** JSON pointer of the keyword. */
  readonly schemaPath: string;
  /** Details of the keyword, for example `{ limit: 8 }`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The rule in words. Never holds the value. */
  readonly message?: string;
}

/** Says whether a value fits its schema; `errors` holds what was wrong with the last value that did not. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly Violation[] | null;
}

/**
 * Validators of the form fields of each operation. They change what they are given: `"true"` becomes `true` and an empty
 * text becomes `null` where the schema means that.
 */
export declare const requestValidators: {
  readonly changePassword: Validator;
  readonly removePassword: Validator;
  readonly createSignIn: Validator;
  readonly startSessionVerification: Validator;
  readonly prepareSessionVerification: Validator;
  readonly attemptSessionVerification: Validator;
};

/** Validators of the JSON body of each answer, by operation and status. */
export declare const responseValidators: {
  readonly changePassword: { readonly 200: Validator; readonly 400: Validator; readonly 401: Validator; readonly 403: Validator; readonly 413: Validator; readonly 415: Validator; readonly 422: Validator; readonly 429: Validator; readonly 500: Validator };
  readonly removePassword: { readonly 200: Validator; readonly 400: Validator; readonly 401: Validator; readonly 403: Validator; readonly 413: Validator; readonly 415: Validator; readonly 422: Validator; readonly 429: Validator; readonly 500: Validator };
  readonly getUser: { readonly 200: Validator; readonly 400: Validator; readonly 401: Validator; readonly 403: Validator; readonly 404: Validator; readonly 429: Validator; readonly 500: Validator };
  readonly createDevBrowser: { readonly 200: Validator; readonly 400: Validator; readonly 429: Validator; readonly 500: Validator };
  readonly getClient: { readonly 200: Validator; readonly 400: Validator; readonly 401: Validator; readonly 403: Validator; readonly 429: Validator; readonly 500: Validator };
  readonly createSignIn: { readonly 200: Validator; readonly 400: Validator; readonly 401: Validator; readonly 403: Validator; readonly 404: Validator; readonly 409: Validator; readonly 413: Validator; readonly 415: Validator; readonly 422: Validator; readonly 429: Validator; readonly 500: Validator };
  readonly removeSessions: { readonly 200: Validator; readonly 400: Validator; readonly 401: Validator; readonly 404: Validator; readonly 429: Validator; readonly 500: Validator };
  readonly startSessionVerification: { readonly 200: Validator; readonly 400: Validator; readonly 401: Validator; readonly 403: Validator; readonly 404: Validator; readonly 413: Validator; readonly 415: Validator; readonly 422: Validator; readonly 429: Validator; readonly 500: Validator };
  readonly prepareSessionVerification: { readonly 200: Validator; readonly 400: Validator; readonly 401: Validator; readonly 403: Validator; readonly 404: Validator; readonly 413: Validator; readonly 415: Validator; readonly 422: Validator; readonly 429: Validator; readonly 500: Validator };
  readonly attemptSessionVerification: { readonly 200: Validator; readonly 400: Validator; readonly 401: Validator; readonly 403: Validator; readonly 404: Validator; readonly 413: Validator; readonly 415: Validator; readonly 422: Validator; readonly 429: Validator; readonly 500: Validator };
};
