/** What an editor makes of the packed package: the texts that it shows, and the examples in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { install, type Project, root } from './packed.ts';

let project: Project;
beforeAll(async () => {
  project = await install(inject('tarball'));
});
afterAll(async () => {
  await rm(project.folder, { recursive: true, force: true });
});

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noEmit: true,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

/** A project of files that are in memory only, beside the installed package. */
function editor(files: ReadonlyMap<string, string>): ts.LanguageService {
  const paths = new Map([...files].map(([name, text]) => [join(project.folder, name), text]));
  return ts.createLanguageService({
    getCompilationSettings: () => OPTIONS,
    getCurrentDirectory: () => project.folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [...paths.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const text = paths.get(path) ?? ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    fileExists: (path) => paths.has(path) || ts.sys.fileExists(path),
    readFile: (path) => paths.get(path) ?? ts.sys.readFile(path),
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
}

describe('a text is shown on', () => {
  const LINES = [
    'clerk.user?.|totpEnabled',
    'clerk.user?.|updatePassword',
    'clerk.user?.emailAddresses[0]?.verification?.|status',
    'clerk.user?.primaryEmailAddress?.|linkedTo',
    'clerk.session?.|factorVerificationAge',
    'clerk.client?.sessions[0]?.user?.phoneNumbers[0]?.|phoneNumber',
    'error.errors[0].meta.|lockoutExpiresInSeconds',
    'error.errors[0].meta.zxcvbn?.suggestions?.[0]?.|message',
    'new Clerk("", { |proxyUrl: "" })',
    'new Clerk("", { onReverification: ({ strategies }) => void strategies[0]?.|safeIdentifier })',
    'clerk.load({ |timeoutMs: 1 })',
  ];
  const text = [
    "import Clerk, { type ClerkAPIResponseError } from 'user-password-api';",
    'declare const clerk: Clerk; declare const error: ClerkAPIResponseError;',
    ...LINES.map((line) => `void (${line.replace('|', '')});`),
  ].join('\n');
  let service: ts.LanguageService;
  beforeAll(() => {
    service = editor(new Map([['shown.ts', text]]));
  });

  test.each(LINES)('%s', (line) => {
    const at = text.indexOf(line.replace('|', '')) + line.indexOf('|');
    const info = service.getQuickInfoAtPosition(join(project.folder, 'shown.ts'), at);
    expect(ts.displayPartsToString(info?.documentation)).toMatch(/\w+ \w+/);
  });
});

test('every example of the docstrings compiles in the strictest mode', () => {
  const folder = join(root, 'src/client');
  const files = new Map<string, string>();
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.ts'))) {
    const blocks = readFileSync(join(folder, name), 'utf8').matchAll(
      /^ *\* @example\s?([\s\S]*?)(?=^ *\*\/|^ *\* @)/gm,
    );
    for (const [, block = ''] of blocks) {
      const code = block.replace(/^ *\* ?/gm, '');
      files.set(
        `example-${files.size}.ts`,
        `import { Clerk, isClerkAPIResponseError, isClerkCallError, type UpdatePasswordErrorCode, type User } from 'user-password-api';
declare const key: string, currentPassword: string, newPassword: string, error: unknown;
declare const user: User;
declare function show(text: string): void;
declare function askForPassword(): Promise<string | undefined>;
void [Clerk, isClerkAPIResponseError, isClerkCallError, key, currentPassword, newPassword, error, user, show, askForPassword];
export type Used = UpdatePasswordErrorCode;
${/\b(const|let) clerk\b/.test(code) ? '' : 'declare const clerk: Clerk;'}
${code}`,
      );
    }
  }
  expect(files.size).toBeGreaterThan(3);
  const service = editor(files);
  const problems = [...files.keys()].flatMap((name) =>
    service
      .getSemanticDiagnostics(join(project.folder, name))
      .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}\n${files.get(name)}`),
  );
  expect(problems).toEqual([]);
});
