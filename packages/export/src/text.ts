/** A line inside of a block. */
export const indented = (line: string): string => `  ${line}`;
