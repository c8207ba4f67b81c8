import type { Clerk } from './clerk.ts';

export function showSignInForm(element: Element, clerk: Clerk): () => void {
  const form = element.ownerDocument.createElement('form');
  element.append(form);
  void clerk;
  return () => form.remove();
}
