import path from 'node:path';
import ts from 'typescript';

const CATALOGUE = '/src/languages/fr/';

/**
 * The keys of the catalogue that no code reads, such as `answers.confirmed`, found by the compiler. A key that is
 * chosen while the program runs (`refusals[code]`) counts as read when the code spells it, or its end, somewhere.
 */
export function unusedTexts(root: string): string[] {
  const program = programOf(root);
  const checker = program.getTypeChecker();
  const texts = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.includes(CATALOGUE))
    .flatMap(textsOf);
  // The compiler takes its time over each name: it is asked only about those that a text has.
  const keys = new Set(texts.map(({ key }) => key));
  const read = new Set<ts.Declaration>();
  const chosen = new Set<ts.Declaration>();
  const words = new Set<string>();
  const endings = new Set<string>();
  const note = (into: Set<ts.Declaration>, symbols: readonly (ts.Symbol | undefined)[]): void => {
    for (const symbol of symbols) for (const found of symbol?.declarations ?? []) into.add(found);
  };

  for (const file of program.getSourceFiles()) {
    if (!file.fileName.startsWith(`${root}/src/`) || file.fileName.includes('/src/languages/')) continue;
    visit(file, (node) => {
      if (ts.isStringLiteralLike(node)) words.add(node.text);
      if (ts.isTemplateTail(node) && /^_\w+$/.test(node.text)) endings.add(node.text);
      if (ts.isPropertyAccessExpression(node) && keys.has(node.name.text))
        note(read, [checker.getSymbolAtLocation(node.name)]);
      if (ts.isElementAccessExpression(node)) note(chosen, propertiesOf(node.expression, checker));
      if (ts.isBindingElement(node)) {
        const name = (node.propertyName ?? node.name).getText();
        if (keys.has(name)) note(read, [checker.getTypeAtLocation(node.parent).getProperty(name)]);
      }
    });
  }

  const isSpelled = (key: string): boolean =>
    words.has(key) || [...endings].some((ending) => key.endsWith(ending));
  return texts
    .filter(({ key, declaration }) => !read.has(declaration) && !(chosen.has(declaration) && isSpelled(key)))
    .map(({ place }) => place)
    .sort();
}

interface Text {
  readonly key: string;
  /** Where it stands, such as `answers.confirmed`. */
  readonly place: string;
  readonly declaration: ts.Declaration;
}

/** The texts of one file of the catalogue; what stands inside a chosen text counts with it. */
function textsOf(file: ts.SourceFile): Text[] {
  const texts: Text[] = [];
  const collect = (object: ts.ObjectLiteralExpression, parents: readonly string[]): void => {
    for (const property of object.properties) {
      if (!ts.isPropertyAssignment(property)) continue;
      const key = ts.isStringLiteral(property.name) ? property.name.text : property.name.getText(file);
      const place = [...parents, key];
      texts.push({ key, place: place.join('.'), declaration: property });
      if (ts.isObjectLiteralExpression(property.initializer)) collect(property.initializer, place);
    }
  };
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer === undefined || !ts.isObjectLiteralExpression(initializer)) continue;
      collect(initializer, [name.getText(file)]);
    }
  }
  return texts;
}

function programOf(root: string): ts.Program {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.build.json'), (file) =>
    ts.sys.readFile(file),
  ) as {
    config: unknown;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    { ...(config as object), include: ['src'] },
    ts.sys,
    root,
  );
  return ts.createProgram(fileNames, options);
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    visit(child, look);
  });
}

/** All that an object could be asked for by a key that is not known beforehand. */
function propertiesOf(object: ts.Expression, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const type = checker.getTypeAtLocation(object);
  return type.getNumberIndexType() === undefined ? type.getProperties() : [];
}
