/** Lets the declarations compile in projects without the DOM library. */
import type { Plugin } from 'rolldown';
import ts from 'typescript';

/** The types that the declarations take from the web platform. */
const GLOBALS = new Set(['AbortSignal', 'Element', 'Event', 'Request', 'RequestInit', 'Response', 'URL']);

/** The globals that a declaration file names as types. */
function globalsIn(code: string): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && GLOBALS.has(node.typeName.text))
      found.add(node.typeName.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('declarations.d.ts', code, ts.ScriptTarget.ES2022));
  return [...found].sort();
}

/**
 * Declares each global that a declaration file names as an interface without members. It merges with the one of the DOM library, of
 * Node's types or of React Native's, where there is one, and changes nothing there.
 */
export function declareGlobals(): Plugin {
  return {
    name: 'declare-globals',
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== 'chunk' || !name.endsWith('.d.ts')) continue;
        const globals = globalsIn(file.code).map((each) => `  interface ${each} {}\n`);
        // There is no source map of declarations to lead to.
        file.code = file.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
        if (globals.length > 0) file.code += `declare global {\n${globals.join('')}}\n`;
      }
    },
  };
}
