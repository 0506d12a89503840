import { hasTemplate } from '../../../zone/records/foreign-text.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Span } from '../../../zone/model/span.ts';
import { isInternalZone } from '../../kit/mail-hosts.ts';
import {
  exampleText,
  isExampleTarget,
  isStandInOwner,
  mayStandIn,
  standInLabel,
  standInText,
} from '../../kit/placeholder.ts';
import { isPolicyZone, isReverseZone } from '../../kit/special-zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachName, eachRecord } from '../../engine/check.ts';

const isExampleZone = ({ zone, settings }: RuleContext): boolean =>
  !zone.apexKnown ||
  zone.purpose.isExample ||
  zone.purpose.isCatalog ||
  isReverseZone(zone) ||
  isInternalZone(zone, settings.internal);

/** The place of the name that a record points at. */
const targetSpan = (record: RecordView): Span =>
  record.fields.find(({ field }) => field.target === true)?.span ?? record.rdataSpan;

const targets = check({
  on: eachRecord(['NS', 'CNAME', 'DNAME', 'MX', 'SRV', 'SVCB', 'HTTPS', 'SOA', 'AFSDB', 'KX', 'NAPTR'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return (
        target > 0 && (standInLabel(zone, target) >= 0 || (!zone.purpose.isExample && isExampleTarget(zone, target)))
      );
    },
  }),
  reports: ['placeholder/word', 'placeholder/example'],
  *run(record, context) {
    const { zone, target } = record,
      label = standInLabel(zone, target);
    if (record.broken || isPolicyZone(context) || (zone.inZone(target) && context.kinds(target) !== 0)) return;
    const at = targetSpan(record),
      name = context.show(target);
    if (label >= 0)
      yield { code: 'placeholder/word', message: 'name', at, args: { text: zone.names.label(label), name } };
    else if (!isExampleZone(context) && isExampleTarget(zone, target))
      yield { code: 'placeholder/example', message: 'name', at, args: { name, type: record.mnemonic } };
  },
});

const texts = check({
  on: eachRecord(['TXT', 'SPF', 'CAA', 'URI'], { when: mayStandIn }),
  reports: ['placeholder/word', 'placeholder/example'],
  *run(record, context) {
    if (record.broken || record.generated || isPolicyZone(context)) return;
    const isText = record.type === 16 || record.type === 99,
      text = isText ? record.text.joined : record.source(lastSpan(record)).replace(/^"|"$/g, '');
    if (hasTemplate(text)) return;
    const word = standInText(text),
      example = word === undefined && !isExampleZone(context) ? exampleText(text) : undefined,
      found = word ?? example;
    if (found === undefined) return;
    const at = isText ? record.text.span(found.start, found.start + found.text.length) : lastSpan(record);
    yield word === undefined
      ? { code: 'placeholder/example', message: 'text', at, args: { text: found.text } }
      : { code: 'placeholder/word', message: 'value', at, args: { text: found.text } };
  },
});

/** The place of a record's last token: the value of CAA, the target of URI. */
function lastSpan(record: RecordView): Span {
  const [start, end] = record.tokens.at(-1) ?? [record.rdataSpan.start, record.rdataSpan.end];
  return { ...record.rdataSpan, start, end };
}

const owners = check({
  on: eachName([], { when: (zone, _record, name) => isStandInOwner(zone, name) }),
  reports: 'placeholder/word',
  *run({ name, records }, context) {
    const first = records.find(({ ownerSpan }) => ownerSpan !== undefined);
    if (first?.ownerSpan === undefined || !context.zone.inZone(name) || isPolicyZone(context)) return;
    yield {
      message: 'owner',
      at: first.ownerSpan,
      args: { text: context.zone.names.label(name), name: context.show(name) },
    };
  },
});

export default [targets, texts, owners];
