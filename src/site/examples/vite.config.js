/** Three pages, each with an address of its own. */
export default {
  base: './',
  build: {
    target: 'es2022',
    rollupOptions: { input: ['index.html', 'update-password.html', 'remove-password.html'] },
  },
};
