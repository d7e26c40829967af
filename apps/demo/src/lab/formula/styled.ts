/**
 * MathML as the page's own sheet sets it. Its policy allows no style in text. Letters are marked, to be slanted: the mathematical
 * letters that browsers would take have another height. Where nothing in a row is high, nor are its parentheses: browsers without a
 * mathematical font make them far too high. A negative number is one element, as others are, so that a row stays as it is when the
 * sign changes.
 */
export const styled = (text: string): string =>
  text
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll(negative, '<mn$1>−$2</mn>')
    .replaceAll(/<mi((?: data-node="[^"]*")?)>(\p{L})<\/mi>/gu, '<mi class="letter"$1>$2</mi>')
    .split('\n')
    .map((row) => (high.test(row) ? row : row.replaceAll('<mo fence="true">', '<mo fence="true" stretchy="false">')))
    .join('\n');

const negative = /<mrow((?: data-node="[^"]*")?)><mo>−<\/mo><mn>([^<]*)<\/mn><\/mrow>/g;
const high = /<mfrac|<msqrt|<mo>\{<\/mo>|<msup>/;
