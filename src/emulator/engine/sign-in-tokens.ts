/** Sign-in tokens that servers made and pages have yet to bring as tickets. */
import type { Refusal } from './answer/refusal.ts';
import { vendorRefusal } from './answer/vendor-errors.ts';

/** How many are kept; the oldest beyond are forgotten. */
const KEPT = 1_000;

export interface SignInToken {
  readonly userId: string;
  /** In Unix milliseconds. */
  readonly expireAt: number;
  isUsed: boolean;
}

export class SignInTokens {
  readonly #byTicket = new Map<string, SignInToken>();

  keep(ticket: string, userId: string, expireAt: number): void {
    this.#byTicket.set(ticket, { userId, expireAt, isUsed: false });
    const [oldest] = this.#byTicket.keys();
    if (this.#byTicket.size > KEPT && oldest !== undefined) this.#byTicket.delete(oldest);
  }

  /** The token of a ticket, if the ticket is good now. */
  find(ticket: string, now: number): SignInToken | Refusal {
    const token = this.#byTicket.get(ticket);
    if (token === undefined) return vendorRefusal('ticket_invalid_code');
    if (token.isUsed) return vendorRefusal('sign_in_token_already_used_code');
    return now < token.expireAt ? token : vendorRefusal('ticket_expired_code');
  }

  use(ticket: string): void {
    const token = this.#byTicket.get(ticket);
    if (token !== undefined) token.isUsed = true;
  }
}
