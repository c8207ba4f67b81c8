/** The code that the system gives an error, such as `ENOENT`; undefined if it has none. */
export const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code');
