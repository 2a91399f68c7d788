const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in XML, between tags and in attributes. */
export const escapeXml = (text: string): string => (/[&<>"]/u.test(text) ? text.replace(/[&<>"]/gu, (found) => entities[found] ?? found) : text);
