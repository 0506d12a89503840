import type { Field } from '../../server/src/zone/rrtypes/fields/record-type.ts';
import { include, scope, type Rule } from './rule.ts';
import {
  anyTokenShape,
  byLooksShape,
  hexShape,
  looseShape,
  nameShape,
  numberShape,
  oneToken,
  quotedToken,
  rest,
  stringsShape,
  timeShape,
  wrong,
  type Form,
  type Shape,
  type TextFamily,
} from './shapes.ts';
import { tagLists } from './tag-lists.ts';
import { IPV4, IPV6, TOKEN, whole } from './text.ts';

export interface Kinds {
  /** The shape of a field by its kind; of a kind that is not known here, by the looks of its tokens. */
  shapeOf(field: Field): Shape;
  knows(kind: string): boolean;
}

/** The families of TXT records, in the order in which a first string is tried. */
export const textFamilies: readonly TextFamily[] = [{ id: 'spf', start: '(?i:v=spf1)(?:[ "]|$)' }, ...tagLists];

const ipv4: Form = { match: whole(IPV4), name: 'constant.numeric.address.ipv4' };
const ipv6: Form = { match: whole(IPV6), name: 'constant.numeric.address.ipv6' };
const form = (match: string, name: string): Form => ({ match: whole(match), name });
const rule = (match: string, name: string): Rule => ({ match: whole(match), name: scope(name) });
const wrongRule = (what: string): Rule => ({ match: TOKEN, name: scope(`invalid.illegal.${what}`) });

const base64: Rule = rule('[A-Za-z0-9+/=]+', 'string.unquoted.base64');
const base64Shape = rest('base64', base64, include('string'), wrongRule('base64'));
const namesShape = rest('names', rule('@', 'variable.language.origin'), include('string'), include('escapes'), {
  match: '[^\\s;()"\\\\]+',
  name: scope('variable.other.name'),
});
const mnemonicShape = oneToken(
  'mnemonic',
  form('[0-9]+', 'constant.numeric'),
  form('[A-Za-z][A-Za-z0-9-]*', 'constant.language.mnemonic'),
  wrong('mnemonic'),
);
const gatewayShape = oneToken('gateway', ipv4, ipv6, ...nameShape.forms);

/** Latitude, longitude, altitude and sizes (RFC 1876 §3). */
const locationShape = rest(
  'location',
  rule('[NSEWnsew]', 'constant.language.direction'),
  {
    match: whole('(-?[0-9.]+)(m?)'),
    captures: { 1: { name: scope('constant.numeric') }, 2: { name: scope('keyword.other.unit.length') } },
  },
  include('string'),
  wrongRule('location'),
);

/** `[!]family:address/prefix` (RFC 3123 §5). */
const prefixesShape = rest(
  'prefixes',
  {
    match: whole(`(!)?([12])(:)(?:(${IPV4})|(${IPV6}))(/)([0-9]{1,3})`),
    captures: Object.fromEntries(
      [
        'keyword.operator.negation',
        'constant.language.family',
        'punctuation.separator',
        'constant.numeric.address.ipv4',
        'constant.numeric.address.ipv6',
        'keyword.operator.prefix-length',
        'constant.numeric.prefix-length',
      ].map((name, index) => [index + 1, { name: scope(name) }]),
    ),
  },
  include('string'),
  wrongRule('prefix'),
);

/** The shape of every field kind of the registry, by its id. */
export function createKinds(): Kinds {
  const typeReference: readonly Rule[] = [include('type-reference')];
  const type = oneToken('type', form('[0-9]+', 'constant.numeric'), { match: TOKEN, inside: typeReference });
  const types = rest('types', rule('[0-9]+', 'constant.numeric'), ...typeReference);
  const shape = (id: string, match: string, colour: string, what = id): Shape =>
    oneToken(id, form(match, colour), quotedToken, wrong(what));
  const quotedShape = (id: string, inside: string): Shape =>
    oneToken(
      id,
      { match: quotedToken.match, inside: [include(inside)] },
      { match: TOKEN, inside: [include('unquoted-string')] },
    );
  const byKind: Readonly<Record<string, Shape>> = {
    ipv4: oneToken('ipv4', ipv4, wrong('ipv4-address')),
    ipv6: oneToken('ipv6', ipv6, wrong('ipv6-address')),
    'ipv6-suffix': oneToken('ipv6', ipv6, wrong('ipv6-address')),
    locator64: shape('locator', '[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){3}', 'constant.numeric.address.locator'),
    eui48: shape('eui48', '[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}', 'constant.numeric.address.eui48'),
    eui64: shape('eui64', '[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7}', 'constant.numeric.address.eui64'),
    nsap: shape('nsap', '0[xX][0-9A-Fa-f.]+', 'constant.numeric.address.nsap'),
    'atm-address': shape('atm-address', '\\+?[0-9A-Fa-f.]+', 'constant.numeric.address.atm'),
    'x121-address': oneToken('x121', form('[0-9]+', 'constant.numeric.address.x121'), ...anyTokenShape.forms),
    'address-prefixes': prefixesShape,
    'domain-name': nameShape,
    'host-name': nameShape,
    'mailbox-name': nameShape,
    'quotable-name': nameShape,
    'domain-names': namesShape,
    'domain-name-or-nothing': namesShape,
    'ipsec-gateway': gatewayShape,
    'amt-relay': gatewayShape,
    bit: numberShape,
    uint7: numberShape,
    uint8: numberShape,
    uint16: numberShape,
    uint32: numberShape,
    uint64: shape('uint64', '[0-9]+(?:\\.[0-9]+)?', 'constant.numeric', 'number'),
    seconds: timeShape,
    time: oneToken(
      'date',
      form('[0-9]{14}', 'constant.numeric.date'),
      form('[0-9]+', 'constant.numeric'),
      wrong('date'),
    ),
    algorithm: mnemonicShape,
    'digest-type': mnemonicShape,
    'hash-algorithm': mnemonicShape,
    'key-protocol': mnemonicShape,
    'certificate-type': mnemonicShape,
    'dsync-scheme': mnemonicShape,
    'ip-protocol': mnemonicShape,
    'key-flags': oneToken(
      'flags',
      form('(?:0[xX])?[0-9][0-9A-Fa-f]*', 'constant.numeric'),
      form('[A-Za-z][A-Za-z0-9|]*', 'constant.language.mnemonic'),
      wrong('flags'),
    ),
    services: rest(
      'services',
      rule('[0-9]+', 'constant.numeric'),
      rule('[A-Za-z0-9][A-Za-z0-9-]*', 'constant.language.mnemonic'),
      include('string'),
      wrongRule('service'),
    ),
    type: type,
    'type-bitmap': types,
    'nxt-bitmap': types,
    base64: base64Shape,
    'base64-or-nothing': base64Shape,
    'base64-word': shape('base64-word', '[A-Za-z0-9+/=]+', 'string.unquoted.base64', 'base64'),
    base32hex: shape('base32hex', '[0-9A-Va-v]+', 'string.unquoted.base32'),
    hex: hexShape,
    digest: hexShape,
    'hex-word': shape('hex-word', '[0-9A-Fa-f]+', 'constant.numeric.hex', 'hex'),
    salt: oneToken(
      'salt',
      form('-', 'constant.language.none'),
      form('[0-9A-Fa-f]+', 'constant.numeric.hex'),
      wrong('hex'),
    ),
    'base64-or-hyphen': rest(
      'base64-or-hyphen',
      rule('-', 'constant.language.none'),
      base64,
      include('string'),
      wrongRule('base64'),
    ),
    location: locationShape,
    'svc-params': rest('service-parameters', include('service-parameters')),
    'caa-tag': shape('caa-tag', '[A-Za-z0-9]+', 'variable.parameter.property.caa'),
    'character-string': anyTokenShape,
    strings: stringsShape(textFamilies),
    substitution: quotedShape('substitution', 'substitution-string'),
    text: quotedShape('value', 'value-string'),
    'quoted-text': quotedShape('value', 'value-string'),
    words: looseShape,
  };
  return {
    shapeOf: ({ kind }) => byKind[kind.id] ?? (kind.rest ? looseShape : byLooksShape),
    knows: (kind) => kind in byKind,
  };
}
