import {
  Clerk,
  type ClerkOptions,
  isClerkAPIResponseError,
} from 'user-password-api';

interface Question {
  /** Whether the password given last was wrong. */
  readonly wasWrong: boolean;
  /** Fires when the call that waits is aborted: close the dialog. */
  readonly signal: AbortSignal;
}

/** `ask` gives the password, or undefined where the person cancels. */
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
