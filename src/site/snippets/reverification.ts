import {
  Clerk,
  type ClerkOptions,
  isClerkAPIResponseError,
} from 'user-password-api';

interface Question {
  /** True if the last password was wrong. */
  readonly wasWrong: boolean;
  /** Aborts with the call that waits: close the dialog. */
  readonly signal: AbortSignal;
}

/** `ask` resolves to the password, or to undefined if the user cancels. */
export function createClerk(
  key: string,
  options: ClerkOptions,
  ask: (question: Question) => Promise<string | undefined>,
): Clerk {
  return new Clerk(key, {
    ...options,
    onReverification: async ({ verifyWithPassword, signal }) => {
      for (let wasWrong = false; ; wasWrong = true) {
        const password = await ask({ wasWrong, signal });
        if (password === undefined) return; // cancelled
        try {
          return await verifyWithPassword(password);
        } catch (error) {
          if (
            !isClerkAPIResponseError(error) ||
            error.errors[0].code !== 'form_password_incorrect'
          )
            throw error;
        }
      }
    },
  });
}
