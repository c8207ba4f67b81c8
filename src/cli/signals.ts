export type Hear = (listener: (signal: NodeJS.Signals) => void) => void;

/** Listens for the signals that end a program. One that comes before anybody hears is kept for whoever does. */
export function catchSignals(): Hear {
  const early: NodeJS.Signals[] = [];
  let heed = (signal: NodeJS.Signals): void => void early.push(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => heed(signal));
  return (listener) => {
    heed = listener;
    for (const signal of early.splice(0)) listener(signal);
  };
}
