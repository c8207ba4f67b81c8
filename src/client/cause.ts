/** What a caller's own `fetch` throws may hold the request, and so the password: an error of ours does not pass that on. */

/** The same if it is a plain error that does not show a secret; else an error that says so. */
export function withoutSecrets(cause: unknown, secrets: readonly string[]): unknown {
  if (isPlain(cause, secrets)) return cause;
  const { name, code }: { readonly name?: unknown; readonly code?: unknown } = Object(cause);
  const shown = isPlain(name, secrets) ? name : 'An error';
  return Object.assign(
    new Error(`${shown}, not shown: it may hold what was sent.`),
    isPlain(code, secrets) && { code },
  );
}

function isPlain(thing: unknown, secrets: readonly string[]): boolean {
  if (Object(thing) !== thing) {
    const text = String(thing);
    return !secrets.some((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)));
  }
  const members: Readonly<Record<string, unknown>> = Object(thing);
  return thing instanceof Error && Object.getOwnPropertyNames(thing).every((name) => isPlain(members[name], secrets));
}
