/** A password page made of @clerk/react 6, as an application has it. */
import { ClerkProvider } from '@clerk/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PasswordPage } from './password-page.tsx';

const {
  VITE_CLERK_PUBLISHABLE_KEY,
  VITE_CLERK_PROXY_URL,
  VITE_CLERK_JS_URL,
  VITE_CLERK_UI_URL,
} = import.meta.env;

/** Addresses of the browser SDK. The provider takes these two properties, but its types leave them out. */
const scripts = {
  __internal_clerkJSUrl: VITE_CLERK_JS_URL,
  __internal_clerkUIUrl: VITE_CLERK_UI_URL,
};

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <ClerkProvider
      publishableKey={VITE_CLERK_PUBLISHABLE_KEY}
      proxyUrl={VITE_CLERK_PROXY_URL}
      {...scripts}
      telemetry={false}
    >
      <PasswordPage />
    </ClerkProvider>
  </StrictMode>,
);
