/** What the rule for a code reported by a field kind will say. Rule files with their pages are made from these rows. */
export interface RdataRule {
  readonly severity: 'error' | 'warning';
  /** For example `RFC 1035 §3.4.1`. */
  readonly source: string;
  readonly summary: string;
  /** By message key; `{name}` stands for an argument. */
  readonly messages: Readonly<Record<string, string>>;
}

/** What happens because of nearly every problem of rdata: BIND loads a zone whole or not at all. */
export const REFUSED = 'BIND refuses the zone.';

export const RANGE = { range: `"{value}" is out of range for {field} ({min} to {max}): ${REFUSED}` };
export const NOT_NUMBER = { notNumber: `"{value}" isn't a number for {field} ({min} to {max}): ${REFUSED}` };

export function numberRule(source: string, summary: string): RdataRule {
  return { severity: 'error', source, summary, messages: { ...RANGE, ...NOT_NUMBER } };
}

export function base64Rule(source: string, summary: string): RdataRule {
  return {
    severity: 'error', source, summary,
    messages: {
      character: `"{character}" in {field} isn't a base64 character: ${REFUSED}`,
      incomplete: `The {field} is cut off or mistyped: its last base64 group has {left} of four characters. ${REFUSED}`,
      padding: `"{character}" is out of place: "=" only pads the last four base64 characters of {field}, so ${REFUSED}`,
      afterEnd: `The {field} already ends with the "=" before "{character}": ${REFUSED}`,
      bits: `The {field} is cut off or mistyped: its last base64 character has bits left over. ${REFUSED}`,
    },
  };
}

export function hexRule(source: string, summary: string): RdataRule {
  return {
    severity: 'error', source, summary,
    messages: {
      character: `"{character}" in {field} isn't a hexadecimal digit: ${REFUSED}`,
      odd: `This is an odd number of hexadecimal digits ({count}): ${REFUSED}`,
    },
  };
}

export function lengthRule(source: string, summary: string): RdataRule {
  return { severity: 'error', source, summary, messages: { length: `The {field} is {actual} octets long instead of {expected}: ${REFUSED}` } };
}

export function euiRule(source: string, bits: number): RdataRule {
  return {
    severity: 'error', source, summary: `Invalid EUI-${bits}`,
    messages: { format: `"{value}" isn't {octets} hexadecimal pairs joined by hyphens, as in {example}: servers refuse it or read another address.` },
  };
}

export function gatewayRule(source: string, what: string, more: Readonly<Record<string, string>> = {}): RdataRule {
  return {
    severity: 'error', source, summary: `Mismatch between ${what} and ${what} type`,
    messages: {
      needsDot: `"{value}" should be ".", as the type says that there's no ${what}: ${REFUSED}`,
      needsIpv4: `"{value}" isn't an IPv4 address, as ${what} type 1 requires: ${REFUSED}`,
      needsIpv6: `"{value}" isn't an IPv6 address, as ${what} type 2 requires: ${REFUSED}`,
      ...more,
    },
  };
}

export function hintRule(family: string, other: string, otherKey: string): RdataRule {
  return {
    severity: 'error', source: 'RFC 9460 §7.3', summary: `Invalid ${family} hint`,
    messages: {
      missing: `{key} has an empty item: ${REFUSED}`,
      otherFamily: `{address} is an ${other} address, which belongs in ${otherKey}: ${REFUSED}`,
      notAddress: `"{address}" isn't an ${family} address: ${REFUSED}`,
    },
  };
}
