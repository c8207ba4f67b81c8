/** A message that a real server would have sent by email or as a text message. */
export interface Notice {
  readonly kind: 'password_set' | 'password_changed' | 'password_removed' | 'verification_code';
  readonly userId: string;
  /** The email address, or the phone number of a code that goes there; null if there is none. */
  readonly to: string | null;
  /** Unix milliseconds. */
  readonly at: number;
  /** The code, if the message is about one. */
  readonly code?: string;
}
