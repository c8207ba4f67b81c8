import createQueryClient from 'openapi-react-query';
import type { ClientOptions } from 'user-password-api/openapi-fetch';
import { createOpenapiFetchClient } from 'user-password-api/openapi-fetch';

export function createApi(options: ClientOptions) {
  const api = createQueryClient(createOpenapiFetchClient(options));

  /** True if the form has to ask for the current password. */
  const useHasPassword = () =>
    api.useQuery('get', '/v1/me').data?.response.password_enabled;

  /** The form's mutation, with the message to show. */
  function useChangePassword() {
    const change = api.useMutation('post', '/v1/me/change_password');
    const { error, mutate, isPending, isSuccess } = change;
    // An Error means no response, or one that is not in the contract.
    const message =
      error instanceof Error
        ? 'Something went wrong. Reload the page to see what was saved.'
        : error?.errors[0]?.long_message;
    return { mutate, isPending, isSuccess, message };
  }

  return { useHasPassword, useChangePassword };
}
