/** A password page made of @clerk/vue, as an application has it. */
import { clerkPlugin } from '@clerk/vue';
import { createApp } from 'vue';
import App from './App.vue';

const {
  VITE_CLERK_PUBLISHABLE_KEY,
  VITE_CLERK_PROXY_URL,
  VITE_CLERK_JS_URL,
  VITE_CLERK_UI_URL,
} = import.meta.env;

/** Addresses of the browser SDK. The plugin takes these two options, but its types leave them out. */
const scripts = {
  __internal_clerkJSUrl: VITE_CLERK_JS_URL,
  __internal_clerkUIUrl: VITE_CLERK_UI_URL,
};

createApp(App)
  .use(clerkPlugin, {
    publishableKey: VITE_CLERK_PUBLISHABLE_KEY,
    proxyUrl: VITE_CLERK_PROXY_URL,
    ...scripts,
    telemetry: false,
  })
  .mount('#app');
