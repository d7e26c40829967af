import { randomGenerator } from '@chainrule/core';

/** What ends a string, a comment or a statement somewhere, means something somewhere, or cannot be seen. */
const pieces = [
  ...['"', "'", '`', '\\', '\\"', '/*', '*/', '//', '--', '#', '{{x}}', '%s', '%n', '??/', '"""', "'''", '\\u0022'],
  ...['\\x41', '\\101', '\n', '\r', '\r\n', '\t', '\b', '\f', '\v', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029'],
  ...[
    '\u00a0',
    '\ufeff',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2066',
    'e\u0301',
    '\u00e9',
    'ß',
    'Ω',
    '漢字',
    '😀',
    '\u0000',
  ],
  ...['\ud83d', '\ude00', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'undefined', 'NaN'],
  ...['Infinity', 'null', 'true', 'if', 'for', 'return', 'class', 'def', 'lambda', 'None', 'True', 'import', 'int'],
  ...['double', 'static', 'sizeof', 'select', 'from', 'order', '=cmd', '+1', '-1', '@x', '=HYPERLINK("x")', '<script>'],
  ...['</script>', '&amp;', '<!--', '-->', ']]>', '$a$', '\\frac', '_^', '~', ' ', '', '0', '1', '-0', '1e5', '0x1'],
  ...['x', 'x0', 'y', 'm', 'v0', 'exp', 'power', 'row', 'a b', 'a.b', 'a[0]', 'a,b', 'a;b', '(', ')', '|', '&&', '$'],
  ...["'; DROP TABLE x; --", '"; process.exit(1); //', '*/ process.exit(1) /*', '#include <x>', '\\\n', '%', 'NULL'],
  ...['a'.repeat(300), '$'.concat('{1}')],
];

/** So many different names of these pieces, one alone and several together; always the same. */
export function hostileNames(count: number): readonly string[] {
  const names = new Set(pieces);
  const { integer } = randomGenerator(7);
  while (names.size < count) {
    const some = Array.from({ length: 2 + integer(3) }, () => pieces[integer(pieces.length)] as string);
    names.add(some.join(''));
  }
  return [...names];
}
