/** What a reader reads of markup: no tags, no spaces, and characters as they are. */
export const wordsOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
    )
    .replaceAll(/\s+/g, '');
