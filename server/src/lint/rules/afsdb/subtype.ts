import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['AFSDB']),
  reports: 'afsdb/subtype',
  *run(record) {
    const subtype = record.number('subtype');
    if (!record.broken && subtype !== 1 && subtype !== 2)
      yield { message: 'unknown', at: record.span('subtype'), args: { subtype } };
  },
});
