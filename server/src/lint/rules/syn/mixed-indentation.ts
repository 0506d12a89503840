import { TAB } from '../../../zone/syntax/source-text.ts';
import { check, eachChunk } from '../../engine/check.ts';
import { LF, SPACE } from '../../../text/octets.ts';

const HT = 9;

export default check({
  on: eachChunk(TAB),
  reports: 'syn/mixed-indentation',
  *run({ block, bytes }) {
    for (let i = 0; i < bytes.length; i++) {
      const start = i;
      let spaces = false,
        tabs = false;
      for (; bytes[i] === SPACE || bytes[i] === HT; i++)
        if (bytes[i] === HT) tabs = true;
        else spaces = true;
      if (spaces && tabs && i < bytes.length && bytes[i] !== LF && bytes[i] !== 13)
        yield { message: 'mixed', at: { block, start, end: i } };
      while (i < bytes.length && bytes[i] !== LF) i++;
    }
  },
});
