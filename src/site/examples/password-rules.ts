/** Ticks the rules for a new password while it is typed. Whether it is good enough is for the server to say. */
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** By the error code that the server would answer. */
const rules: Readonly<Record<string, (password: string, email: string) => boolean>> = {
  form_password_length_too_short: (password) => [...password].length >= 8,
  form_password_length_too_long: (password) => password !== '' && [...password].length <= 72 && bytesOf(password) <= 72,
  form_password_matches_identifier: (password, email) =>
    password !== '' && password.toLowerCase() !== email.toLowerCase(),
};

/** `list` holds an item with `data-rule` for each rule, and `summary` tells screen readers how many are met. */
export function tickRules(form: HTMLFormElement, list: Element, summary: Element): void {
  const tick = (): void => {
    const data = new FormData(form);
    const items = [...list.querySelectorAll<HTMLElement>('[data-rule]')];
    for (const item of items) {
      const met = rules[item.dataset['rule'] ?? '']?.(String(data.get('new_password')), String(data.get('username')));
      item.classList.toggle('met', met === true);
    }
    const missing = items.filter((item) => !item.classList.contains('met'));
    const typed = data.get('new_password') !== '';
    summary.textContent = !typed
      ? ''
      : missing.length === 0
        ? 'All rules are met.'
        : `Not yet met: ${missing.map((item) => item.textContent).join(', ')}.`;
  };
  form.addEventListener('input', tick);
  // The fields are emptied only after this event.
  form.addEventListener('reset', () => queueMicrotask(tick));
}
