/** Tells when a file changes, also where an editor puts a new file in its place. */
import { readFileSync, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Milliseconds for an editor to finish its several steps of one save. */
const SETTLES_AFTER = 50;
/** Milliseconds that a file has to stay empty before that counts: many editors empty a file and then write it. */
const EMPTY_AFTER = 1_000;

/** Milliseconds between looks at the path itself, for what no folder tells: a link's target that changes, a folder that is replaced. */
const LOOKS_EVERY = 500;

function unlessGone(look: () => string): string | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** What is used of `watch` of node:fs. */
type Listen = (
  folder: string,
  onEvent: (event: string, name: string | null) => void,
) => { on(event: 'error', listener: () => void): unknown; close(): void };

/** Calls `onChange` when the file's text has changed, one call after the other. Returns a function that ends it. */
export function watchFile(file: string, onChange: () => Promise<void>, listen: Listen = watch): () => void {
  const read = (): string | undefined => unlessGone(() => readFileSync(file, 'utf8'));
  const stamp = (): string | undefined =>
    unlessGone(() => {
      const { mtimeMs, size, ino } = statSync(file);
      return `${mtimeMs} ${size} ${ino}`;
    });
  // Taken before the text, so that no change falls between the two.
  let stamped = stamp();
  let seen = read();
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const look = (waited: number): void => {
    stamped = stamp();
    const now = read();
    // Gone: most likely on its way to being replaced, which will be told too.
    if (now === undefined || now === seen) return;
    if (now === '' && waited < EMPTY_AFTER) {
      timer = setTimeout(look, EMPTY_AFTER, EMPTY_AFTER);
      return;
    }
    seen = now;
    last = last.then(onChange);
  };
  // The folder, because a watched file that is replaced is never heard of again.
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLES_AFTER, 0);
  };
  const watcher = listen(dirname(file), (_event, name) => {
    if (name === null || name === basename(file)) settle();
  });
  // Some systems say so when the folder is gone.
  watcher.on('error', settle);
  const looks = setInterval(() => stamp() !== stamped && settle(), LOOKS_EVERY);
  return () => {
    clearTimeout(timer);
    clearInterval(looks);
    watcher.close();
  };
}
