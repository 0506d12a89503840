import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['NS'], { when: (zone, _record, name) => zone.names.isWildcard(name) }),
  reports: 'deleg/ns-wildcard',
  *run({ owner, records }, context) {
    for (const record of records)
      yield { message: 'wildcard', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(owner) } };
  },
});
