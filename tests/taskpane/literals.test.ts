import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const TASKPANE = path.resolve(__dirname, '../../src/taskpane');

/** Attributes whose text a user reads or hears. */
const SPOKEN = new Set([
  'aria-label',
  'title',
  'label',
  'alt',
  'placeholder',
  'aria-description',
  'hint',
  'text',
]);
const LETTERS = /\p{L}{2,}/u;

/** Texts written into the markup itself instead of coming from i18n: `file:line text`. */
function literalsIn(source: string, file: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = spokenText(node);
    if (text !== null && LETTERS.test(text)) {
      found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function spokenText(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) {
    if (ts.isStringLiteral(node.initializer)) return node.initializer.text;
  }
  if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
    const inMarkup = ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent);
    const spoken = ts.isJsxAttribute(node.parent) && SPOKEN.has(node.parent.name.getText());
    return inMarkup || spoken ? node.expression.text : null;
  }
  return null;
}

describe('the scan for untranslated texts', () => {
  it.each([
    ['text', '<b>Готово</b>'],
    ['an expression', "<b>{'Done'}</b>"],
    ['a spoken attribute', '<b title="Close">{x}</b>'],
    ['a spoken expression', '<b aria-label={`Close`}>{x}</b>'],
  ])('finds %s', (_kind, markup) => {
    expect(literalsIn(`const x = ${markup};`, 'x.tsx')).toHaveLength(1);
  });

  it('passes what is not read to anybody', () => {
    expect(literalsIn('const x = <b className="big" title={t("pane.close")}>{" "}</b>;', 'x.tsx')).toEqual(
      [],
    );
  });
});

describe('the pane', () => {
  const files = readdirSync(TASKPANE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );

  it('has components to scan', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files)('%s takes every text from i18n', (file) => {
    expect(literalsIn(readFileSync(path.join(TASKPANE, file), 'utf8'), file)).toEqual([]);
  });

  it('holds no Russian outside i18n but the name of the language itself', () => {
    const russian = files.filter((file) => /[а-яё]/i.test(readFileSync(path.join(TASKPANE, file), 'utf8')));
    expect(russian).toEqual([path.join('components', 'Header.tsx')]);
  });
});
