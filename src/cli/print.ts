/** The one way in which the commands print: whatever a text came from, no control character of it reaches a terminal. */

/** Colours for a terminal; as plain text where the output goes elsewhere or NO_COLOR asks for it. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly red: (text: string) => string;
}

const STYLES = { bold: [1, 22], dim: [2, 22], green: [32, 39], yellow: [33, 39], red: [31, 39] } as const;
const ESCAPE = '\u001b[';
const OWN = [...new Set(Object.values(STYLES).flat())].join('|');
/** The colours of `Paint`, line breaks, and everything that moves the cursor, hides text or turns its direction. */
const SPECIAL = new RegExp(`\\u001b\\[(?:${OWN})m|\\n|\\p{C}`, 'gu');

export function paintFor(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'hasColors'>): Paint {
  const coloured = stream.isTTY === true && stream.hasColors();
  const style =
    ([on, off]: readonly [number, number]) =>
    (text: string): string =>
      coloured ? `${ESCAPE}${on}m${text}${ESCAPE}${off}m` : text;
  return {
    bold: style(STYLES.bold),
    dim: style(STYLES.dim),
    green: style(STYLES.green),
    yellow: style(STYLES.yellow),
    red: style(STYLES.red),
  };
}

/** Text of others for the middle of a line: not even a line break or a colour of it is left. */
export const printable = (text: string): string => text.replaceAll(/\p{C}/gu, '?');

/** Lines of our own. */
const clean = (lines: string): string =>
  lines.replaceAll(SPECIAL, (part) => (part === '\n' || part.startsWith(ESCAPE) ? part : '?'));

/** Prints lines. */
export const print = (stream: NodeJS.WritableStream, lines: string): void => void stream.write(`${clean(lines)}\n`);

/** The sentence to print for an error: its own. */
export const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
