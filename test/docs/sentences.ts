import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { productFolder } from '#log/release';

/** What the domain says to people: the code of a refusal or a warning, and its sentence. What is filled in is `…`. */
export interface Spoken {
  readonly code: string;
  readonly sort: 'refusal' | 'warning';
  readonly nl: string;
  readonly en: string;
}

const domain = join(productFolder, 'libs', 'domain');

/** The folders of the domain that refuse or warn, each with what it says, read from the source. */
export function sentencesByFolder(): ReadonlyMap<string, readonly Spoken[]> {
  const folders = readdirSync(domain, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = folders.map(({ name }) => [name, sentencesIn(join(domain, name))] as const);
  return new Map(found.filter(([, sentences]) => sentences.length > 0));
}

function sentencesIn(folder: string): Spoken[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const all = files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return spokenIn(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  });
  const byCode = new Map(all.map((spoken) => [`${spoken.sort} ${spoken.code}`, spoken]));
  return [...byCode.values()].sort((a, b) => (`${a.sort} ${a.code}` < `${b.sort} ${b.code}` ? -1 : 1));
}

function spokenIn(file: ts.SourceFile): Spoken[] {
  const found: Spoken[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'refusal') found.push(...ofRefusal(node));
    if (ts.isFunctionDeclaration(node) && /\bWarning\b/.test(node.type?.getText() ?? '')) {
      found.push(...ofWarning(node, file));
    }
    if (ts.isVariableDeclaration(node)) found.push(...ofTable(node));
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

function ofRefusal({ arguments: [code, says], parent }: ts.CallExpression): Spoken[] {
  if (!code || !says) return [];
  // Sentences that were put in a constant of their own stand beside the call.
  const literal = ts.isIdentifier(says) ? literalNamed(says.text, parent) : says;
  const sentence = literal && sentenceIn(literal);
  return sentence ? [{ code: textOf(code), sort: 'refusal', ...sentence }] : [];
}

function ofWarning(declaration: ts.FunctionDeclaration, file: ts.SourceFile): Spoken[] {
  const found: Spoken[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const code = initializerOf(node, 'code');
      const sentence = sentenceIn(node) ?? spreadSentence(node, file);
      if (code && sentence) found.push({ code: textOf(code), sort: 'warning', ...sentence });
    }
    node.forEachChild(visit);
  };
  visit(declaration);
  return found;
}

/** `Record<string, Sentence>`: the sentences of the warnings that a table of facts names by their codes. */
function ofTable({ type, initializer }: ts.VariableDeclaration): Spoken[] {
  if (!/\bRecord<string, Sentence>/.test(type?.getText() ?? '')) return [];
  if (!initializer || !ts.isObjectLiteralExpression(initializer)) return [];
  return initializer.properties.filter(ts.isPropertyAssignment).flatMap(({ name, initializer: says }) => {
    const sentence = sentenceIn(says);
    const code = ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : '…';
    return sentence ? [{ code, sort: 'warning' as const, ...sentence }] : [];
  });
}

/** `{ ...another(date), code: 'other' }`: the sentence is that of the other warning. */
function spreadSentence(node: ts.ObjectLiteralExpression, file: ts.SourceFile) {
  const spread = node.properties.find(ts.isSpreadAssignment)?.expression;
  if (!spread || !ts.isCallExpression(spread)) return undefined;
  const name = spread.expression.getText();
  const other = file.statements.filter(ts.isFunctionDeclaration).find((one) => one.name?.text === name);
  return other && ofWarning(other, file)[0];
}

function literalNamed(name: string, from: ts.Node): ts.Expression | undefined {
  for (let node: ts.Node | undefined = from; node; node = node.parent) {
    if (!ts.isBlock(node)) continue;
    const declared = node.statements
      .filter(ts.isVariableStatement)
      .flatMap((one) => [...one.declarationList.declarations]);
    const found = declared.find((one) => one.name.getText() === name)?.initializer;
    if (found) return found;
  }
  return undefined;
}

function sentenceIn(node: ts.Node): Pick<Spoken, 'nl' | 'en'> | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const [nl, en] = [initializerOf(node, 'nl'), initializerOf(node, 'en')];
  return nl && en ? { nl: textOf(nl), en: textOf(en) } : undefined;
}

function initializerOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  return node.properties.filter(ts.isPropertyAssignment).find((one) => one.name.getText() === name)?.initializer;
}

/** A text with `…` for everything that is filled in. */
function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return '…';
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}
