import ts from 'typescript';

/**
 * One small change of a source file.
 * @typedef {object} Mutant
 * @property {number} start offset of the text that is replaced
 * @property {number} end offset behind it
 * @property {string} replacement
 * @property {number} line 1-based
 * @property {string} change as people read it: `< became <=`
 */

/** Operators and what each becomes. @type {ReadonlyMap<ts.SyntaxKind, string>} */
const OPERATORS = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.QuestionQuestionToken, '&&'],
]);

/** Methods and what each becomes. @type {ReadonlyMap<string, string>} */
const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
]);

/**
 * Every change that can be made to a source, in the order of the text. Types, imports and the words of errors are left alone.
 * @param {string} text TypeScript
 * @param {string} [file] for the parser's sake
 * @returns {readonly Mutant[]}
 */
export function findMutants(text, file = 'source.ts') {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const mutants = [];
  /** @param {ts.Node} node @param {string} replacement @param {string} [change] */
  const add = (node, replacement, change = `${shorten(node.getText())} became ${shorten(replacement)}`) => {
    const start = node.getStart();
    mutants.push({
      start,
      end: node.getEnd(),
      replacement,
      line: source.getLineAndCharacterOfPosition(start).line + 1,
      change,
    });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node))
      return;
    if (ts.isTypeAliasDeclaration(node) || ts.isThrowStatement(node)) return;
    if (ts.isBinaryExpression(node)) {
      const other = OPERATORS.get(node.operatorToken.kind);
      const joinsText = node.operatorToken.kind === ts.SyntaxKind.PlusToken && [node.left, node.right].some(isText);
      if (other !== undefined && !joinsText) add(node.operatorToken, other);
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      add(node, node.operand.getText());
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) {
      add(node, 'false');
    } else if (node.kind === ts.SyntaxKind.FalseKeyword) {
      add(node, 'true');
    } else if (ts.isNumericLiteral(node)) {
      add(node, `(${node.getText()} + 1)`);
    } else if (isText(node) && !ts.isPropertyAssignment(node.parent) && node.getText().length > 2) {
      add(node, `'changed'`);
    } else if (ts.isConditionalExpression(node)) {
      add(node.condition, `!(${node.condition.getText()})`);
    } else if (ts.isIfStatement(node)) {
      add(node.expression, `!(${node.expression.getText()})`);
    } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
      add(node, ';', `${shorten(node.getText())} was left out`);
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const other = METHODS.get(node.expression.name.text);
      if (other !== undefined) add(node.expression.name, other);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants.sort((a, b) => a.start - b.start);
}

/** @param {ts.Node} node */
const isText = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);

/** @param {string} text */
function shorten(text) {
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.length > 60 ? `${oneLine.slice(0, 57)}...` : oneLine;
}

/** @param {string} text @param {Pick<Mutant, 'start' | 'end' | 'replacement'>} mutant */
export const applyMutant = (text, { start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end);
