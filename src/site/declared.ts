/** The declarations of the code: members of classes and interfaces, functions and exported names, with their docstrings. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

export interface Declared {
  readonly name: string;
  /** As it is written in the source, on one line. */
  readonly type: string;
  readonly optional: boolean;
  /** The docstring, then what is returned and thrown, with `<br>` between them; empty without one. */
  readonly text: string;
}

const sources = new Map<string, ts.SourceFile>();

/** `path` is relative to src/. */
function sourceOf(path: string): ts.SourceFile {
  const known = sources.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  sources.set(path, source);
  return source;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const textOf = (comment: ts.JSDoc['comment']): string =>
  oneLine(ts.getTextOfJSDocComment(comment) ?? '').replaceAll(/\{@link (\w+)\}/g, '`$1`');

/** The docstring of a node, up to its example. */
function docOf(node: ts.Node): string {
  const doc = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  if (doc === undefined) return '';
  const tags = (doc.tags ?? []).flatMap((tag) => {
    if (ts.isJSDocReturnTag(tag)) return [`Returns: ${textOf(tag.comment)}`];
    if (!ts.isJSDocThrowsTag(tag)) return [];
    const type = tag.typeExpression?.type.getText() ?? 'Error';
    return [`${node.getText().includes('Promise<') ? 'Rejects with' : 'Throws'} \`${type}\`: ${textOf(tag.comment)}`];
  });
  return [textOf(doc.comment), ...tags].filter((part) => part !== '').join('<br>');
}

const HIDDEN = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword];
const isHidden = (node: ts.Node): boolean =>
  (ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => HIDDEN.includes(kind))) ||
  ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');

/** A parameter that has a default is optional for the caller; the default itself may be the class's own business. */
function parameter(node: ts.ParameterDeclaration): string {
  if (node.initializer === undefined || node.type === undefined) return oneLine(node.getText());
  const name = ts.isIdentifier(node.name) ? node.name.text : 'options';
  return `${name}?: ${oneLine(node.type.getText())}`;
}

const parameters = (node: ts.SignatureDeclarationBase): string => node.parameters.map(parameter).join(', ');

function memberOf(node: ts.ClassElement | ts.TypeElement): Declared | undefined {
  if (node.name === undefined || ts.isPrivateIdentifier(node.name) || isHidden(node)) return undefined;
  const named = { name: node.name.getText(), text: docOf(node), optional: false };
  if (ts.isMethodDeclaration(node) || ts.isMethodSignature(node)) {
    return { ...named, type: `(${parameters(node)}) => ${oneLine(node.type?.getText() ?? 'void')}` };
  }
  if (ts.isGetAccessorDeclaration(node)) return { ...named, type: oneLine(node.type?.getText() ?? '') };
  if (!ts.isPropertyDeclaration(node) && !ts.isPropertySignature(node)) return undefined;
  const optional = node.questionToken !== undefined;
  if (node.type !== undefined) return { ...named, type: oneLine(node.type.getText()), optional };
  const value = ts.isPropertyDeclaration(node) ? node.initializer : undefined;
  if (value !== undefined && ts.isArrowFunction(value)) {
    const result = oneLine(value.type?.getText() ?? '').replace(/^\((.*)\)$/, '$1');
    return { ...named, type: `(${parameters(value)}) => ${result}` };
  }
  return { ...named, type: value === undefined ? '' : oneLine(value.getText()) };
}

/** The public members of a class or an interface and of what it extends in the same file, its own first. */
export function declaredMembers(path: string, name: string): readonly Declared[] {
  const found = sourceOf(path).statements.find(
    (one): one is ts.ClassDeclaration | ts.InterfaceDeclaration =>
      (ts.isClassDeclaration(one) || ts.isInterfaceDeclaration(one)) && one.name?.text === name,
  );
  if (found === undefined) throw new Error(`${path} declares no class or interface ${name}.`);
  const own = [...found.members].map(memberOf).filter((member) => member !== undefined);
  const above = (found.heritageClauses ?? [])
    .filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
    .flatMap(({ types }) => types.map(({ expression }) => expression.getText()))
    .filter((base) => isDeclared(path, base))
    .flatMap((base) => declaredMembers(path, base));
  const names = new Set(own.map((member) => member.name));
  // A member that is declared again takes its docstring from above if it has none of its own.
  const docs = new Map(above.map((member) => [member.name, member.text]));
  return [
    ...own.map((member) => ({ ...member, text: member.text || (docs.get(member.name) ?? '') })),
    ...above.filter((member) => !names.has(member.name)),
  ];
}

const isDeclared = (path: string, name: string): boolean =>
  sourceOf(path).statements.some(
    (one) => (ts.isClassDeclaration(one) || ts.isInterfaceDeclaration(one)) && one.name?.text === name,
  );

/** The names that a module exports by name, in the order of the source. */
export function exportedNames(path: string): readonly string[] {
  return sourceOf(path).statements.flatMap((one) =>
    ts.isExportDeclaration(one) && one.exportClause !== undefined && ts.isNamedExports(one.exportClause)
      ? one.exportClause.elements.map(({ name }) => name.text)
      : [],
  );
}

/** A function or a type by name, with its docstring. */
function declared(path: string, name: string): ts.Statement {
  const found = sourceOf(path).statements.find((one) =>
    ts.isVariableStatement(one)
      ? one.declarationList.declarations.some((each) => each.name.getText() === name)
      : (ts.isFunctionDeclaration(one) || ts.isTypeAliasDeclaration(one)) && one.name?.text === name,
  );
  if (found === undefined) throw new Error(`${path} declares no ${name}.`);
  return found;
}

/** The docstring of a function or a type, on one line. */
export const docOfDeclared = (path: string, name: string): string => docOf(declared(path, name));

/** The definition of a type, as it is written. */
export function typeOfDeclared(path: string, name: string): string {
  const statement = declared(path, name);
  if (!ts.isTypeAliasDeclaration(statement)) throw new Error(`${path} has no type ${name}.`);
  return oneLine(statement.type.getText());
}
