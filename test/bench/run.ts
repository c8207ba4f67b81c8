/** `npm run bench`: measures one part after the other, so that they do not disturb each other, and keeps what it found in RESULTS.md. */
import { fork, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Section } from './report.ts';
import { at, ONLY_IF_NAMED, PARTS, RESULTS, sections, write, writeNumbers } from './results.ts';

const asked = process.argv.slice(2);
const help = `npm run bench [-- PART…]

Measures our numbers next to their peers on this machine, about 4 minutes in all. Writes them to ${RESULTS} and into README.
Named parts only: the others keep their results. ${ONLY_IF_NAMED} takes 6 minutes more and runs only if it is named. Measure on a machine that does nothing else. Exit code 1: a limit was missed.

${Object.entries(PARTS)
  .map(([name, title]) => `  ${name.padEnd(16)} ${title}`)
  .join('\n')}`;
if (asked.some((word) => word === '--help' || word === '-h')) {
  console.log(help);
  process.exit();
}
const unknown = asked.filter((name) => PARTS[name] === undefined);
if (unknown.length > 0) {
  console.error(`Not a part of the bench: ${unknown.join(', ')}\n\n${help}`);
  process.exit(1);
}

/** What the part hands over, or undefined if it failed. */
const measure = (part: string): Promise<Section | undefined> =>
  new Promise((resolve, reject) => {
    let section: Section | undefined;
    fork(join(import.meta.dirname, `${part}.ts`))
      .on('message', (message: Section) => {
        section = message;
      })
      .on('error', reject)
      .on('close', () => resolve(section));
  });

console.log('npm run build');
const build = spawnSync('npm', ['run', '--silent', 'build'], { encoding: 'utf8' });
if (build.status !== 0) {
  console.error(build.stdout + build.stderr);
  process.exit(1);
}
for (const part of asked.length > 0 ? asked : Object.keys(PARTS).filter((name) => name !== ONLY_IF_NAMED)) {
  console.log(`\n## ${part}\n`);
  const section = await measure(part);
  if (section === undefined) {
    console.error(`${part} failed and keeps its old results.`);
    process.exit(1);
  }
  console.log(section.markdown);
  if (!section.isMet) process.exitCode = 1;
  const before = existsSync(at(RESULTS)) ? readFileSync(at(RESULTS), 'utf8') : '';
  writeFileSync(at(RESULTS), write(new Map([...sections(before), [part, section.markdown]])));
}
writeNumbers();
console.log(`Written to ${RESULTS}, and from there into README and docs/decisions.`);
