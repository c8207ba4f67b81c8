/** `user-password-api mock`: the contract mock on a port. Stateless: it says what a response looks like, not what requests did. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { forbiddenPort, takenPort, UsageError } from './options.ts';
import { print } from './print.ts';
import { startPrism } from './prism.ts';
import { catchSignals } from './signals.ts';

/** One more than the emulator's, so that both can run side by side. */
const PORT = '4011';

export const mockHelp = `Starts the contract mock: Prism, which responds with the examples of the contract. It keeps no state: use it to see
what each response looks like, and the emulator to see what requests do.

Usage: user-password-api mock [options]

Options:
  -p, --port PORT  Port to listen on, on 127.0.0.1; 0 takes any free one. Default: ${PORT}.
  -h, --help       Print this help.

Needs Prism beside it: npm install --save-dev @stoplight/prism-cli

Examples:
  user-password-api mock
      The mock on http://127.0.0.1:${PORT}. The output has a request to try.
  curl 'http://127.0.0.1:${PORT}/v1/me/change_password?__clerk_db_jwt=dvb_local' \\
    -H 'Prefer: code=422, example=form_password_incorrect' \\
    -d current_password=not-it -d new_password=correct-horse-battery
      The header Prefer selects the response: any status, and any example by the name of its error code.

The header sl-violations of a response lists what is wrong with the request. Ctrl+C stops the mock.
`;

export interface MockCommand {
  readonly help: boolean;
  readonly port: number;
}

const SEE = 'See: user-password-api mock --help';

/** Reads the arguments after `mock`. Throws a `UsageError`. */
export function parseMock(args: readonly string[]): MockCommand {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: { port: { type: 'string', short: 'p' }, help: { type: 'boolean', short: 'h' } },
  });
  let help = false;
  let port: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') throw new UsageError(`"${token.value}" is not an option. ${SEE}`);
    const { name, rawName, value } = token;
    if (name === 'help' && value === undefined) help = true;
    else if (name === 'help') throw new UsageError(`${rawName} takes no value.`);
    else if (name !== 'port') throw new UsageError(`There is no option ${rawName}. ${SEE}`);
    else if (port !== undefined) throw new UsageError(`${rawName} is given twice.`);
    else if (value === undefined) throw new UsageError(`${rawName} needs a value: ${rawName} PORT.`);
    else port = value;
  }
  port ??= PORT;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new UsageError(`--port must be a whole number from 0 to 65535, not "${port}".`);
  }
  return { help, port: Number(port) };
}

interface Operation {
  readonly 'x-codeSamples'?: readonly { readonly lang: string; readonly label: string; readonly source: string }[];
}

/** First requests to try, with the address in them: the code samples of the contract. */
function welcome(url: string, root: string, contract: string): string {
  const document: { readonly paths: Readonly<Record<string, { readonly post?: Operation }>> } = JSON.parse(contract);
  const sample = (path: string, label: string): string =>
    (document.paths[path]?.post?.['x-codeSamples']?.find((one) => one.label === label)?.source ?? '')
      .replaceAll('http://127.0.0.1:4010', url)
      .trim();
  // A copy of the project has no built package, but runs the source.
  const isCopy = existsSync(join(root, 'generated/client.ts'));
  const code = sample('/v1/me/change_password', 'Generated client');
  return `The contract mock listens on ${url}

Change the password:
${sample('/v1/me/change_password', 'curl')}

Remove the password:
${sample('/v1/me/remove_password', 'curl')}

From code (save as try.ts in this folder, then: ${isCopy ? 'npx node try.ts' : 'node try.ts'}):
${isCopy ? code.replaceAll("'user-password-api/client'", "'./generated/client.ts'") : code}

Another response, by header:  Prefer: code=422, example=form_password_incorrect
Options: --help · Stop: Ctrl+C
`;
}

/** Rejects if the port cannot be had. Prism itself finds that out only when it has read the contract, which takes seconds. */
async function tryPort(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

/** Runs until a signal. `root` is the folder of the package. Resolves with the exit code; rejects, with one sentence, if it cannot start. */
export async function runMock({ port }: MockCommand, root: string): Promise<number> {
  const hear = catchSignals();
  const document = join(root, 'generated/openapi.json');
  const started = tryPort(port).then(() => startPrism({ port, document }));
  const prism = await started.catch((error: Error) => {
    if (error.message.includes('EADDRINUSE')) throw takenPort(port);
    if (error.message.includes('EACCES')) throw forbiddenPort(port);
    throw error;
  });
  let isStopping = false;
  hear(() => {
    isStopping = true;
    void prism.stop();
  });
  print(process.stdout, welcome(prism.url, root, readFileSync(document, 'utf8')));
  const last = await prism.ended;
  if (isStopping) return 0;
  throw new Error(`Prism ended by itself: ${last}`);
}
