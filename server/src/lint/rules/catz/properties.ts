import { nearest } from '../../../text/near-miss.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { signerTypes } from '../../kit/catalog-member.ts';
import { bindProperties, isFirstVersion, isPropertyName, readProperty, startOf } from '../../kit/catalog-property.ts';
import type { CatalogProperty } from '../../kit/catalog-property.ts';
import type { RuleContext } from '../../engine/context.ts';
import { partOfOwner, renaming } from '../../kit/owner-labels.ts';
import { check, eachName } from '../../engine/check.ts';
import type { Relayed, Report } from '../../engine/check.ts';
import { PTR, TXT } from '../../../zone/rrtypes/codes.ts';

type Said = Report<'catz/unknown-property' | 'catz/no-member'>;
/** Whether servers know the properties of a catalog zone, and whose they are: RFC 9432 §4.3, §4.4. */
export default check({
  on: eachName([], { when: (zone, _record, name) => zone.purpose.isCatalog && isPropertyName(zone, name) }),
  reports: ['catz/unknown-property', 'catz/no-member'],
  *run({ name, records }, context) {
    const { zone } = context,
      first = records.find((record) => record.ownerSpan !== undefined && !signerTypes.has(record.type));
    if (first === undefined) return;
    const property = readProperty(zone, name),
      own = records.filter((record) => !signerTypes.has(record.type));
    if (property.member >= 0 && !context.has(property.member, PTR)) yield noMember(property, own, first, context);
    else yield* unknown(property, own, first, context);
  },
});

function noMember(
  { member, labels, written }: CatalogProperty,
  records: readonly RecordView[],
  first: RecordView,
  context: RuleContext,
): Said {
  const code = 'catz/no-member',
    text = written.slice(0, -1).join('.'),
    deep = records.find((record) => record.type === PTR && record.target >= 0),
    label = labels[0]!;
  if (deep !== undefined && !['coo', 'group', 'ext', ...bindProperties].includes(label)) {
    const right = written.slice(0, -1).join('-'),
      isFree = right.length < 64 && !context.exists(context.child(context.zone.names.parent(member), right));
    return {
      code,
      message: 'deep',
      at: partOfOwner(first, text) ?? first.ownerSpan!,
      args: { label, zone: context.show(deep.target) },
      fixes: isFree ? renaming(records, text, right, false) : [],
    };
  }
  const owner = written.at(-2)!;
  return {
    code,
    message: 'none',
    at: partOfOwner(first, owner, startOf({ member, labels, written }, written.length - 2)) ?? first.ownerSpan!,
    args: { member: context.show(member) },
  };
}

function* unknown(
  property: CatalogProperty,
  records: readonly RecordView[],
  first: RecordView,
  context: RuleContext,
): Iterable<Relayed> {
  const { member, labels } = property,
    label = labels[0]!,
    code = 'catz/unknown-property',
    isFirst = isFirstVersion(context),
    isBinds = bindProperties.includes(label);
  const draft = (message: string, args: Readonly<Record<string, string>>, right?: string, count = 1): Relayed => {
    const text = labels.slice(0, count).reverse().join('.'),
      from = startOf(property, labels.length - count);
    return {
      said: { code, message, args: { label, ...args } },
      at: partOfOwner(first, text, from) ?? first.ownerSpan!,
      fixes: right === undefined ? [] : renaming(records, text, right, false, from),
    };
  };
  if (label === 'ext') {
    const near =
      labels.length === 1 || bindProperties.includes(labels[1]!) ? undefined : nearest(labels[1]!, bindProperties, 2);
    if (labels.length === 1) {
      if (!isFirst) yield draft('bare', {});
    } else if (member >= 0 && labels.length === 2 && (labels[1] === 'coo' || labels[1] === 'group'))
      yield draft('plain', { near: labels[1] }, labels[1], 2);
    else if (near !== undefined)
      yield draft('near', { label: `${labels[1]!}.ext`, near: `${near}.ext` }, `${near}.ext`, 2);
  } else if (isBinds) {
    if (!isFirst) yield draft('ext', { right: `${label}.ext` }, `${label}.ext`, labels[1] === 'ext' ? 2 : 1);
  } else if (member < 0) {
    if (label === 'coo' || label === 'group') {
      yield draft('member', {});
      return;
    }
    const near = nearest(label, ['zones', 'version'], 2);
    if (
      near !== undefined &&
      (near === 'zones'
        ? labels.length === 2 && records.some((record) => record.type === PTR)
        : labels.length === 1 && records.some((record) => record.type === TXT))
    )
      yield draft('near', { near }, near);
  } else if (label === 'coo' || label === 'group') {
    if (labels.length > 1) yield draft('front', { right: [...labels].reverse().join('.') });
  } else {
    const near = nearest(label, ['coo', 'ext'], 1) ?? nearest(label, ['group', ...bindProperties]),
      right = near === undefined || isFirst || !bindProperties.includes(near) ? near : `${near}.ext`;
    yield right === undefined
      ? draft('unknown', { right: `${label}.ext` }, `${label}.ext`)
      : draft('near', { near: right }, right);
  }
}
