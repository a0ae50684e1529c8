/**
 * Whether a path (from the root of the context, with slashes) is sent to the build, by the rules of `.dockerignore`: the
 * last line that fits decides, a line fits what is below it too, `!` takes back.
 * @param {string} text the file
 * @returns {(path: string) => boolean}
 */
export function contextFilter(text) {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), fits: matcher(line.replace(/^!/, '').replace(/^\/|\/$/g, '')) }));
  return (path) => rules.findLast(({ fits }) => fits(path))?.keeps ?? true;
}

function matcher(pattern) {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(
      /\*\*\/|\*\*|\*|\?/g,
      (part) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[part] ?? part,
    );
  const expression = new RegExp(`^${source}(?:/.*)?$`);
  return (path) => expression.test(path);
}
