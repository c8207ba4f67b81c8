/** `npm run drift -- FILE`: compares our contract with another OpenAPI document of the same API. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareDocuments } from './drift/compare.ts';
import { type ApiDocument, readDocument, UnusableDocument } from './drift/document.ts';
import { breaking, writeReport } from './drift/report.ts';

export const HELP = `Compares our contract with another OpenAPI document of the same API, such as a dated version of the vendor's.

Usage: npm run drift -- FILE [--ours FILE] [--json]

  FILE          an OpenAPI 3.0 or 3.1 document, JSON or YAML, in one file; nothing is fetched
  --ours FILE   compare FILE with this document instead of generated/openapi.json, for example with an older contract
  --json        print the findings as JSON
  --help        print this

"ours" is our contract, "theirs" is FILE. Each finding says how theirs differs (missing, extra, stricter, laxer,
different) and what that does to us:

  would refuse a real response            a server that follows FILE may send what our validators do not accept
  would send a request that is refused    we may send what that server does not accept
  harmless                                worth reading, breaks nothing

Looser is not always better: a field that may be null breaks us in a response and helps us in a request.
Operations that only FILE has are counted, not judged.

Exit code: 0 if nothing breaks, 1 if something does, 2 if FILE cannot be compared.

Example:
  npm run drift -- ~/Downloads/2026-05-12.yml
  npm run -s drift -- vendor.json --json | jq '.findings[] | select(.verdict != "harmless")'
`;

const OURS = fileURLToPath(new URL('../../generated/openapi.json', import.meta.url));

function readFile(file: string): ApiDocument {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reasons = new Map([
      ['ENOENT', 'does not exist'],
      ['EISDIR', 'is a directory, not a file'],
      ['EACCES', 'may not be read'],
    ]);
    throw new UnusableDocument(`${file} ${reasons.get(String(code)) ?? `cannot be read (${code})`}.`);
  }
  return readDocument(source, file);
}

/** Runs the command. Returns its exit code and what it prints. */
export function drift(args: readonly string[]): {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
} {
  const refuse = (reason: string) => ({ code: 2, out: '', err: `${reason}\n` }) as const;
  const options = {
    ours: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) return { code: 0, out: HELP, err: '' };
    const [file, ...more] = positionals;
    if (file === undefined) return refuse('Name the document to compare with: npm run drift -- FILE (see --help).');
    if (more.length > 0) return refuse(`Only one document can be compared at a time, not ${positionals.length}.`);
    const comparison = compareDocuments(readFile(values.ours ?? OURS), readFile(file));
    const out = values.json
      ? `${JSON.stringify(comparison, null, 2)}\n`
      : writeReport(comparison, values.ours ?? 'generated/openapi.json', file);
    return { code: breaking(comparison).length > 0 ? 1 : 0, out, err: '' };
  } catch (error) {
    if (error instanceof UnusableDocument) return refuse(error.message);
    if (error instanceof RangeError) return refuse('The document is nested too deeply to be compared.');
    if (error instanceof TypeError && 'code' in error) return refuse(`${error.message.split('. ')[0]}. See --help.`);
    throw error;
  }
}

if (import.meta.main) {
  // Whoever reads the output may stop reading.
  process.stdout.on('error', () => {});
  const { code, out, err } = drift(process.argv.slice(2));
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = code;
}
