/** A share, 0…1, as a bar `width` characters long when full. */
export function bar(share: number, width: number): string {
  const full = Math.round(share * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}
