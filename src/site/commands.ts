/** Commands for a terminal, as each package manager has them. */

const MANAGERS = [
  { label: 'npm', install: 'npm install', dev: '--save-dev', run: 'npx' },
  { label: 'pnpm', install: 'pnpm add', dev: '--save-dev', run: 'pnpm exec' },
  { label: 'yarn', install: 'yarn add', dev: '--dev', run: 'yarn' },
  { label: 'bun', install: 'bun add', dev: '--dev', run: 'bunx' },
] as const;

/** Markdown of a set of tabs. A command is `install [--dev] PACKAGE …` or `run COMMAND …`; throws on any other. */
export function commandTabs(commands: readonly string[]): string {
  const tabs = MANAGERS.map((manager) => {
    const lines = commands.map((command) => {
      const [, verb, dev, rest] = /^(install|run) (--dev )?(.+)$/.exec(command) ?? [];
      if (verb === undefined) throw new Error(`The guide has a command of no known kind: ${command}.`);
      if (verb === 'run') return `${manager.run} ${rest}`;
      return [manager.install, dev && manager.dev, rest].filter(Boolean).join(' ');
    });
    return `== ${manager.label}\n\`\`\`sh\n${lines.join('\n')}\n\`\`\``;
  });
  return `:::tabs manager\n${tabs.join('\n')}\n:::`;
}
