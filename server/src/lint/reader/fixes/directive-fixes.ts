import type { Code } from '../../../findings/codes/index.ts';
import type { Fix } from '../../../findings/fix.ts';
import { placeOf } from '../../../zone/model/span.ts';
import { entryAt } from '../../kit/reported-entry.ts';
import { argument, before, instead, put } from './reader-edits.ts';
import type { ReaderFix } from './reader-edits.ts';
import { atTop } from './header.ts';

const comment: ReaderFix = (problem, context) => [before(problem, context, '; ', 'Comment out the extra words')];

const near: ReaderFix = (problem, context) => {
  const meant = argument(problem, 'near');
  return meant === '' ? [] : [instead(problem, context, meant, `Write ${meant}`)];
};

export const directiveFixes: Readonly<Partial<Record<Code, ReaderFix>>> = {
  'dir/unknown': near,
  'dir/date': (problem, context) => [
    {
      title: 'Remove the $DATE line',
      safe: false,
      edits: () => {
        const { start, end } = entryAt(problem.block, problem.span.start);
        return [put(problem, context, start, end, '')];
      },
    },
  ],
  'dir/ttl-duplicate': (problem, context) =>
    problem.message === 'same'
      ? [
          {
            title: 'Remove this $TTL',
            safe: false,
            edits: () => {
              const { start, end } = entryAt(problem.block, problem.span.start);
              return [put(problem, context, start, end, '')];
            },
          },
        ]
      : [],
  'dir/ttl-missing': (problem, { zone }): readonly Fix[] => [
    {
      title: 'Set the TTL to 3600',
      safe: false,
      edits: () => {
        const {
          uri,
          range: { end },
        } = placeOf(zone, problem.span);
        return [{ uri, range: { start: end, end }, text: ' 3600' }];
      },
    },
  ],
  'dir/ttl-bad': near,
  'dir/ttl-extra': (problem, context) =>
    problem.message === 'near' ? near(problem, context) : comment(problem, context),
  'dir/ttl-position': (problem, context) => [
    {
      title: 'Move $TTL to the top of the file',
      safe: false,
      edits: () => {
        const { start, end } = entryAt(problem.block, problem.span.start);
        return [put(problem, context, start, end, ''), atTop(context, problem.text)];
      },
    },
  ],
  'dir/origin-missing': (problem, context) => {
    const { zone } = context,
      { end } = problem.span;
    return zone.apexKnown
      ? [
          {
            title: `Write ${zone.nameText(zone.apex)}`,
            safe: false,
            edits: () => [put(problem, context, end, end, ` ${zone.nameText(zone.apex)}`)],
          },
        ]
      : [];
  },
  'dir/origin-extra': comment,
  'dir/include-extra': comment,
  'dir/generate-range': (problem, context) => {
    const rest = argument(problem, 'rest'),
      plain = problem.text.slice(0, problem.text.length - rest.length);
    if (problem.message === 'rest') return [instead(problem, context, plain, `Write ${plain}`)];
    const swapped = problem.text.replace(/^(\d+)-(\d+)/, '$2-$1');
    const apart = /^(\d+)(?:\.\.+|[,:;_~]|to)(\d+)$/i.exec(problem.text);
    if (apart !== null)
      return [instead(problem, context, `${apart[1]!}-${apart[2]!}`, `Write ${apart[1]!}-${apart[2]!}`)];
    return problem.message === 'backwards' ? [instead(problem, context, swapped, `Write ${swapped}`)] : [];
  },
};
