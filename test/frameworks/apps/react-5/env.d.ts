interface ImportMeta {
  readonly env: Readonly<
    Record<
      | 'VITE_CLERK_PUBLISHABLE_KEY'
      | 'VITE_CLERK_PROXY_URL'
      | 'VITE_CLERK_JS_URL'
      | 'VITE_CLERK_UI_URL',
      string
    >
  >;
}
