/** Which records have changed since they were last written to the state file. Off until somebody keeps the state. */
export class Journal {
  #users: Set<string> | undefined;
  #clients: Set<string> | undefined;

  user(id: string): void {
    this.#users?.add(id);
  }

  client(id: string): void {
    this.#clients?.add(id);
  }

  /** The ids of what has changed since the last call; the first call begins to take note. */
  take(): { readonly users: ReadonlySet<string>; readonly clients: ReadonlySet<string> } {
    const taken = { users: this.#users ?? new Set<string>(), clients: this.#clients ?? new Set<string>() };
    if (this.#users === undefined || taken.users.size > 0) this.#users = new Set();
    if (this.#clients === undefined || taken.clients.size > 0) this.#clients = new Set();
    return taken;
  }
}
