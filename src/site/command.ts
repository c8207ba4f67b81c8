/** The options of `npm run docs`. */
import { parseArgs } from 'node:util';
import { UsageError } from '../cli/options.ts';
import { readBase } from './base.ts';

export const HELP = `Builds the documentation site: static files in dist/site.

Usage: npm run docs -- [options]

  --base ADDRESS  the address that the site will have, such as https://docs.example.com/passwords/; with it, pages have
                  canonical addresses and OpenGraph tags, and sitemap.xml lists them
  --serve         serve the site to this machine once it is built
  --port PORT     the port of --serve; 0 takes any free one. Default: 4000
  --archive       also write the site as one file, for the package
  -h, --help      print this
`;

export interface DocsCommand {
  readonly help: boolean;
  readonly base: URL | undefined;
  /** The port to serve the site on; undefined if it is not to be served. */
  readonly port: number | undefined;
  readonly archive: boolean;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        base: { type: 'string' },
        serve: { type: 'boolean' },
        port: { type: 'string' },
        archive: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const { message } = error as Error; // Node's own; its first sentence says what is wrong
    throw new UsageError(`${message.split(/\.\s/)[0]}. See: npm run docs -- --help`);
  }
}

/** Reads the arguments. Throws a `UsageError`. */
export function readCommand(args: readonly string[]): DocsCommand {
  const { base, serve = false, port, archive = false, help = false } = parse(args);
  if (port !== undefined && !serve) throw new UsageError('--port is the port of --serve, which is not given.');
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    throw new UsageError(`--port must be a whole number from 0 to 65535, not "${port}".`);
  return {
    help,
    archive,
    base: base === undefined ? undefined : readBase(base),
    port: serve ? Number(port ?? 4000) : undefined,
  };
}
