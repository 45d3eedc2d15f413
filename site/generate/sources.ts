import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The repository. VitePress and Vitest bundle this file, so it is found from where they run: the workspace `site`. */
export const ROOT = path.resolve(process.cwd(), existsHere() ? '.' : '..');

/** Whether the program runs at the top of the repository. */
function existsHere(): boolean {
  return readdirSync(process.cwd()).includes('site');
}

/** A text of the repository. */
export function readSource(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** A call in the code of the application, such as `conflict('limit_reached', …)`. */
export interface Call {
  readonly name: string;
  /** Texts among its arguments; what is put together at run time stands there as `…`, what is no text as `null`. */
  readonly texts: readonly (string | null)[];
  readonly file: string;
}

/** Every call and `new` in `src/`, but for those of specs. */
export function callsInSources(): Call[] {
  const folder = path.join(ROOT, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .toSorted()
    .flatMap((name) => callsIn(path.join('src', name)));
}

function callsIn(file: string): Call[] {
  const source = ts.createSourceFile(file, readSource(file), ts.ScriptTarget.Latest, true);
  const constants = new Map<string, string>();
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      node.initializer !== undefined &&
      ts.isStringLiteralLike(node.initializer)
    )
      constants.set(node.name.getText(), node.initializer.text);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const texts = (node.arguments ?? []).map((argument) => textOf(argument, constants));
      calls.push({ name: node.expression.getText(), texts, file });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

function textOf(node: ts.Expression, constants: ReadonlyMap<string, string>): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return constants.get(node.text) ?? null;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left, constants), textOf(node.right, constants)];
    return left === null && right === null ? null : `${left ?? '…'}${right ?? '…'}`;
  }
  if (ts.isConditionalExpression(node)) return textOf(node.whenTrue, constants);
  return null;
}
