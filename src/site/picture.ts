/** The picture on the start page: which part talks to which. */

const TEXT =
  'Your page calls the SDK. The SDK sends requests to the emulator, in tests and development, or to Clerk, in production.';

const box = (x: number, y: number, width: number, kind: string, title: string, about: string): string =>
  `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="56" rx="9"/><text class="name" x="${x + width / 2}" y="${y + 25}">${title}</text><text x="${x + width / 2}" y="${y + 43}">${about}</text>`;

/** An SVG in the page itself, in the colours of the theme. */
export const picture = (): string =>
  `<svg class="picture" viewBox="0 0 480 150" role="img" aria-label="${TEXT}"><g aria-hidden="true">${[
    box(1, 47, 112, 'plain', 'Your page', 'a form'),
    box(149, 47, 122, 'ours', 'SDK', 'updatePassword'),
    box(309, 1, 170, 'ours', 'Emulator', 'tests, development'),
    box(309, 93, 170, 'plain', 'Clerk', 'production'),
  ].join(
    '',
  )}<path d="M113 75h30M271 75h10q8 0 8-8V37q0-8 8-8h6M281 75q8 0 8 8v30q0 8 8 8h6"/><path class="tip" d="m141 70 8 5-8 5zM301 24l8 5-8 5zM301 116l8 5-8 5z"/></g></svg>`;

/** The same for a Markdown twin. */
export const pictureAsText = (text: string): string =>
  text.replaceAll(/^<svg class="picture".*<\/svg>$/gm, `*${TEXT}*`);
