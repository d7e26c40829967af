import { printable } from '@chainrule/core';

/** A name as people read it: as it is if it is plain, else as a string in quotes, in which nothing is invisible. */
export const plainName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.#]*( [\p{L}\p{N}_.#]+)*$/u.test(name) && printable(name.normalize()) === name
    ? name
    : printable(JSON.stringify(name));
