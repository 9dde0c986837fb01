/** What the rules look at in a source file: its imports, and where it names the browser's own objects. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** Path from the project's root without extension, or a package's name. */
  target: string;
  /** Erased by the compiler: costs nothing at run time. */
  typeOnly: boolean;
}

export interface Source {
  /** From the project's root, with slashes. */
  path: string;
  lines: number;
  imports: Import[];
  /** Uses of `browser` and `chrome` as values: "chrome:12". */
  browserUses: string[];
}

const CODE = /\.(ts|tsx|mts|js|mjs|jsx)$/;

/** @returns the paths of the code below a folder of the project */
export function codeBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => CODE.test(path))
    .sort();
}

export function readSource(root: string, path: string): Source {
  return sourceOf(path, readFileSync(join(root, path), 'utf8'));
}

export function sourceOf(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const browserUses: string[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found) imports.push({ ...found, target: resolved(path, found.target) });
    if (ts.isIdentifier(node) && isBrowserUse(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      browserUses.push(`${node.text}:${line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, browserUses };
}

/** Paths of one file from another end the same way whether or not they name the extension or the index. */
function resolved(from: string, target: string): string {
  const plain = target.replace(/\?.*$/, '');
  if (!plain.startsWith('.')) return plain;
  return posix
    .join(posix.dirname(from), plain)
    .replace(CODE, '')
    .replace(/\/index$/, '');
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return { target: node.moduleSpecifier.text, typeOnly: isErased(node.importClause) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return { target: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  )
    return { target: node.argument.literal.text, typeOnly: true };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    // A path made at run time could be anything: it counts as a target of its own.
    return {
      target: argument && ts.isStringLiteralLike(argument) ? argument.text : '(computed)',
      typeOnly: false,
    };
  }
  return null;
}

function isErased(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false; // import './x' runs it
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function isBrowserUse(node: ts.Identifier): boolean {
  if (node.text !== 'browser' && node.text !== 'chrome') return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return /^(globalThis|window|self)$/.test(parent.expression.getText());
  const isName = ts.isPropertyAssignment(parent) && parent.name === node;
  const isType =
    ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isPropertySignature(parent);
  return !isName && !isType;
}
