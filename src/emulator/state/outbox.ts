/** A notice that a real server would have sent by email. */
export interface Notice {
  readonly kind: 'password_set' | 'password_changed' | 'password_removed';
  readonly userId: string;
  /** The primary email address, or null if there is none. */
  readonly to: string | null;
  /** Unix milliseconds. */
  readonly at: number;
}
