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
export const REFUSED = 'The server refuses the zone.';

export const RANGE = { range: `"{value}" is not between {min} and {max}, which is all that the field {field} holds. ${REFUSED}` };
export const NOT_NUMBER = { notNumber: `"{value}" is not a number; {field} is one from {min} to {max}. ${REFUSED}` };

export function numberRule(source: string, summary: string): RdataRule {
  return { severity: 'error', source, summary, messages: { ...RANGE, ...NOT_NUMBER } };
}

export function base64Rule(source: string, summary: string): RdataRule {
  return {
    severity: 'error', source, summary,
    messages: {
      character: `"{character}" in {field} is not a base64 digit. ${REFUSED}`,
      incomplete: `{field} does not end on a whole octet: {left} base64 digits are left over, so it is cut off or mistyped. ${REFUSED}`,
      padding: `"{character}" does not belong here: "=" only fills up the last four base64 digits of {field}. ${REFUSED}`,
      afterEnd: `{field} ends with the "=" before "{character}". ${REFUSED}`,
      bits: `The last digit of {field} has bits that belong to no octet, so it is cut off or mistyped. ${REFUSED}`,
    },
  };
}

export function hexRule(source: string, summary: string): RdataRule {
  return {
    severity: 'error', source, summary,
    messages: {
      character: `"{character}" in {field} is not a hexadecimal digit. ${REFUSED}`,
      odd: `{count} hexadecimal digits are half an octet too many: every octet has two. ${REFUSED}`,
    },
  };
}

export function lengthRule(source: string, summary: string): RdataRule {
  return { severity: 'error', source, summary, messages: { length: `{field} is {actual} octets long; of this type it has {expected}. ${REFUSED}` } };
}

export function euiRule(source: string, bits: number): RdataRule {
  return {
    severity: 'error', source, summary: `An EUI-${bits} that cannot be read.`,
    messages: { format: `"{value}" is not {octets} two-digit hexadecimal numbers joined by hyphens, as in {example}. Servers refuse it or read another address.` },
  };
}

export function gatewayRule(source: string, what: string, more: Readonly<Record<string, string>> = {}): RdataRule {
  return {
    severity: 'error', source, summary: `A ${what} that is not what its type says.`,
    messages: {
      needsDot: `"{value}" stands here, but the type says that there is no ${what}: write ".". ${REFUSED}`,
      needsIpv4: `"{value}" stands here, but the type 1 says that the ${what} is an IPv4 address. Write one, or the type that fits: 2 for IPv6, 3 for a name. ${REFUSED}`,
      needsIpv6: `"{value}" stands here, but the type 2 says that the ${what} is an IPv6 address. Write one, or the type that fits: 1 for IPv4, 3 for a name. ${REFUSED}`,
      ...more,
    },
  };
}

export function hintRule(family: string, other: string, otherKey: string): RdataRule {
  return {
    severity: 'error', source: 'RFC 9460 §7.3', summary: `A hint that is no ${family} address.`,
    messages: {
      missing: `{key} has an empty item. ${REFUSED}`,
      otherFamily: `{address} is an ${other} address; it belongs to ${otherKey}. ${REFUSED}`,
      notAddress: `"{address}" is not an ${family} address. ${REFUSED}`,
    },
  };
}
