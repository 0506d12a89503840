import { SVC_KEYS, type SvcEncoding } from '../../server/src/zone/rrtypes/kinds/svc-keys.ts';
import { groups, include, scope, type Rule } from './rule.ts';
import { IPV4, IPV6, quoted, whole } from './text.ts';

const key = 'variable.parameter.service-parameter';
const comma: Rule = { match: ',', name: scope('punctuation.separator.value') };
/** An item of a comma-separated value, which may be quoted. */
const item = (match: string): string => `(?<=[=,"])(?:${match})(?=[,"\\s;()]|$)`;
const otherItem = '[^,"\\s;()\\\\]+';
const wrongItem = (what: string): Rule => ({ match: otherItem, name: scope(`invalid.illegal.${what}`) });
const textItem: Rule = { match: otherItem, name: scope('string.unquoted') };

const values: Readonly<Record<SvcEncoding, readonly Rule[]>> = {
  'key-list': [comma, { match: otherItem, name: scope(key) }],
  alpn: [comma, textItem],
  empty: [comma, textItem],
  port: [{ match: item('[0-9]{1,5}'), name: scope('constant.numeric.port') }, wrongItem('number')],
  'ipv4-list': [comma, { match: item(IPV4), name: scope('constant.numeric.address.ipv4') }, wrongItem('ipv4-address')],
  'ipv6-list': [comma, { match: item(IPV6), name: scope('constant.numeric.address.ipv6') }, wrongItem('ipv6-address')],
  base64: [{ match: item('[A-Za-z0-9+/=]+'), name: scope('string.unquoted.base64') }, wrongItem('base64')],
  template: [
    { match: '\\{[^\\s;()"{}]*\\}', name: scope('constant.other.placeholder') },
    { match: '[^,"\\s;()\\\\{]+', name: scope('string.unquoted') },
  ],
  groups: [comma, { match: item('[0-9]+'), name: scope('constant.numeric') }, wrongItem('number')],
  path: [comma, textItem],
  text: [comma, textItem],
};

/** Parameters of SVCB and HTTPS (RFC 9460 §2.1): `key`, `key=value` or `key="value"`. */
export function serviceParameterRules(): Readonly<Record<string, readonly Rule[]>> {
  const encodings = Object.keys(values) as readonly SvcEncoding[];
  const namesOf = (encoding: SvcEncoding): readonly string[] => [
    ...SVC_KEYS.filter((known) => known.encoding === encoding).map(({ name }) => name),
    ...(encoding === 'text' ? ['key[0-9]{1,5}'] : []),
  ];
  const parameter = (names: string, colour: string, encoding: SvcEncoding): Rule => ({
    begin: `(?<![^\\s()"])(${names})(=)`,
    beginCaptures: groups(colour, 'keyword.operator.assignment'),
    end: '(?=[\\s;()]|$)',
    patterns: [...quoted([include(`value-${encoding}`)]), include(`value-${encoding}`), include('escapes')],
  });
  return {
    'service-parameters': [
      ...encodings
        .filter((encoding) => namesOf(encoding).length > 0)
        .map((encoding) => parameter(`(?i:${namesOf(encoding).join('|')})`, key, encoding)),
      { match: whole(`(?i:${encodings.flatMap(namesOf).join('|')})`), name: scope(key) },
      parameter('[^\\s;()"=\\\\]+', `${key}.unknown`, 'text'),
      { match: whole('[^\\s;()"=\\\\]+'), name: scope(`${key}.unknown`) },
      include('string'),
      include('unquoted-string'),
    ],
    ...Object.fromEntries(encodings.map((encoding) => [`value-${encoding}`, values[encoding]])),
  };
}
