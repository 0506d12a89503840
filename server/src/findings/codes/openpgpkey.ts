import { codes } from '../code.ts';

export const openpgpkeyCodes = codes({
  'openpgpkey/base64': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 7929 §2.3',
    summary: 'Invalid base64 in an OPENPGPKEY record',
    messages: {
      character: '"{character}" in {field} isn\'t a base64 character: BIND refuses the zone.',
      incomplete:
        'The {field} is cut off or mistyped: its last base64 group has {left} of four characters. BIND refuses the zone.',
      padding:
        '"{character}" is out of place: "=" only pads the last four base64 characters of {field}, so BIND refuses the zone.',
      afterEnd: 'The {field} already ends with the "=" before "{character}": BIND refuses the zone.',
      bits: 'The {field} is cut off or mistyped: its last base64 character has bits left over. BIND refuses the zone.',
    },
  },
  'openpgpkey/owner': {
    severity: 'warning',
    source: 'RFC 7929 §3',
    summary: "OPENPGPKEY record at a name that mail programs don't query",
    messages: {
      label: 'Mail programs query HASH._openpgpkey.DOMAIN, so they never find this key at {name}.',
      hash: "{label} isn't a local part's hash (56 hexadecimal digits), so mail programs never find this key.",
    },
  },
  'openpgpkey/packet': {
    severity: 'warning',
    source: 'RFC 7929 §2.1',
    summary: "OPENPGPKEY data that isn't an OpenPGP public key",
    messages: {
      armor: "The data is an armored key encoded again, so mail programs can't use it.",
      other: "The data doesn't start like an OpenPGP key, so mail programs can't use it.",
    },
  },
});
