const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML and HTML read it back; what XML has no way to write is written `\u{fffe}`. */
export const xmlText = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] as string)
    .replaceAll(/[\u{fffe}\u{ffff}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
