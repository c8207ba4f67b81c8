/** The most that an emulator keeps, so that nothing can be made without end. Whoever asks for more is told so. */
export const LIMITS = {
  /** Users of one emulator. */
  users: 250_000,
  /** Clients that seeds, tests and control signed users in on. Those that browsers make are forgotten in turn instead. */
  keptClients: 250_000,
  /** Forced responses that wait. */
  forced: 1_000,
  /** Instances side by side. */
  instances: 1_000,
  /** Bytes of each metadata object, as JSON: as many as the vendor takes. */
  metadataBytes: 8_192,
  /** Levels of objects and lists within each other in metadata. */
  metadataLevels: 100,
} as const;

/** `1,000` */
export const count = (value: number): string => value.toLocaleString('en');

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1)));

/** Returns the requirement that metadata does not meet, in words; undefined if all is well. */
export function metadataProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'an object';
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    // Too deep to be written at all is a RangeError.
    if (!(error instanceof RangeError)) return 'an object that can be written as JSON';
  }
  if (text === undefined || isDeeper(value, LIMITS.metadataLevels)) {
    return `an object nested at most ${LIMITS.metadataLevels} levels deep`;
  }
  const { length } = new TextEncoder().encode(text);
  return length > LIMITS.metadataBytes ? 'an object of at most 8 kB as JSON' : undefined;
}
