/** Whether octets are UTF-8 (RFC 3629 §4): no overlong forms, no surrogates, nothing above U+10FFFF. */
export function isUtf8(octets: Uint8Array): boolean {
  for (let i = 0; i < octets.length; ) {
    const c = octets[i]!;
    const more = c < 0x80 ? 0 : c >= 0xc2 && c < 0xe0 ? 1 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xf0 && c < 0xf5 ? 3 : -1;
    if (more < 0 || i + more >= octets.length) return false;
    for (let k = 1; k <= more; k++) if ((octets[i + k]! & 0xc0) !== 0x80) return false;
    const second = octets[i + 1]!;
    if (
      (c === 0xe0 && second < 0xa0) ||
      (c === 0xed && second > 0x9f) ||
      (c === 0xf0 && second < 0x90) ||
      (c === 0xf4 && second > 0x8f)
    )
      return false;
    i += more + 1;
  }
  return true;
}

const OUTSIDE = `(?:[^{%]|%[0-9A-Fa-f]{2})*`;
const VARIABLE = String.raw`[+#./;?&]?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})+(?:\*|:[1-9][0-9]{0,3})?`;
const TEMPLATE = new RegExp(`^${OUTSIDE}(?:\\{${VARIABLE}(?:,${VARIABLE})*\\}${OUTSIDE})*$`, 's');
const DNS_VARIABLE = /[{,][+#./;?&]?dns(?:\*|:[0-9]+)?[,}]/;

/** Whether octets are a relative URI template (RFC 6570) with the variable `dns`, as `dohpath` needs (RFC 9461 §5). */
export function isDohPath(octets: Uint8Array): boolean {
  if (octets[0] !== 47 || !isUtf8(octets)) return false;
  let text = '';
  for (const c of octets) text += String.fromCharCode(c);
  return TEMPLATE.test(text) && DNS_VARIABLE.test(text);
}
