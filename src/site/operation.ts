/** An operation of the contract as the pages tell it. */
import type { ErrorSource } from '../../generated/errors.ts';

/** A type in words; a word that names an object of the contract says which. */
export type TypeWords = readonly { readonly text: string; readonly object?: string }[];

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly type: TypeWords;
  /** Limits in words, such as `8 to 72 characters`. */
  readonly limits: readonly string[];
  readonly values: readonly string[];
  /** Values beside the listed ones may come. */
  readonly open: boolean;
  readonly example?: string;
  readonly description: string;
  /** The properties of an object that has no name of its own. */
  readonly properties: readonly Property[];
}

export interface ObjectType {
  readonly name: string;
  readonly description: string;
  readonly properties: readonly Property[];
}

export interface Example {
  /** For an error, its code. */
  readonly name: string;
  readonly summary: string;
  /** For an error, what causes it. */
  readonly description: string;
  readonly value: unknown;
}

export interface Answer {
  readonly status: string;
  /** The source for this status of this operation. */
  readonly source: ErrorSource;
  readonly description: string;
  /** The body of a success. */
  readonly properties: readonly Property[];
  /** The named object that a refusal carries, narrowed to the codes that can come. */
  readonly refusal?: string;
  readonly examples: readonly Example[];
}

export interface Sample {
  readonly label: string;
  readonly lang: string;
  readonly source: string;
}

export interface Operation {
  readonly id: string;
  /** Of its twin: `change-password`. */
  readonly slug: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  /** The source of the operation. */
  readonly source: ErrorSource;
  readonly method: string;
  readonly path: string;
  /** Ways to say who is asking; each is a list of schemes that go together. An empty one: nothing needs to be said. */
  readonly security: readonly (readonly string[])[];
  readonly parameters: readonly (Property & { readonly place: string })[];
  readonly body?: {
    readonly mediaType: string;
    readonly description: string;
    readonly properties: readonly Property[];
    /** Whether other fields are refused. */
    readonly closed: boolean;
  };
  readonly answers: readonly Answer[];
  /** Those of the contract, else ones made from it. */
  readonly samples: readonly Sample[];
}
