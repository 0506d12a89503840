import { toASCII, toUnicode } from 'tr46';

/** A name in presentation form with its non-ASCII labels as A-labels (RFC 5891 §4); undefined when one of them can have none. Labels in ASCII stay as they are. */
export function withALabels(name: string): string | undefined {
  const labels: string[] = [];
  for (const label of name.split('.')) {
    const ascii = /[^\x00-\x7f]/.test(label)
      ? toASCII(label, {
          checkHyphens: true,
          checkBidi: true,
          checkJoiners: true,
          useSTD3ASCIIRules: true,
          verifyDNSLength: true,
        })
      : label;
    if (ascii === null) return undefined;
    labels.push(ascii);
  }
  return labels.join('.');
}

/** The U-label of an A-label, lower case (RFC 5891 §5); undefined when it is the encoded form of none. */
export function unicodeLabel(label: string): string | undefined {
  const { domain, error } = toUnicode(label, {
    checkHyphens: false,
    checkBidi: true,
    checkJoiners: true,
    useSTD3ASCIIRules: true,
  });
  return error || domain === label ? undefined : domain;
}
