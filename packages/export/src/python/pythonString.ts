/**
 * A name as a Python string: quotes, backslashes and all that is not printable ASCII escaped; a pair of surrogates is one
 * character, half of one stays what it is.
 */
export const pythonString = (name: string): string =>
  `"${Array.from(name, (sign) => {
    const code = sign.codePointAt(0) as number;
    if (/[ -~]/.test(sign) && sign !== '"' && sign !== '\\') return sign;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  }).join('')}"`;
