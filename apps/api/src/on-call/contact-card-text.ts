/** vCard 3.0 (RFC 2426), the version every phone's address book reads. */
export function cardText(business: string, number: string): string {
  const name = escaped(`${business} After Hours`);
  const lines = ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, `N:;${name};;;`, `ORG:${escaped(business)}`];
  return [...lines, `TEL;TYPE=WORK,VOICE,PREF:${number}`, 'END:VCARD', ''].join('\r\n');
}

const escaped = (words: string): string => words.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, ' ');
