import type { components } from '../../../generated/emulator/schema.ts';

/** A message that a real server would have sent by email or as a text message. */
export type Notice = components['schemas']['Notice'];
