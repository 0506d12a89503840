/**
 * POSIX extended regular expressions (RFC 3402 §3.2), checked as BIND checks them. Returns how many groups there are, -1 for an expression that is not valid.
 * One character per octet.
 */
export function groupsOf(expression: string): number {
  if (expression === '') return -1;
  let groups = 0,
    open = 0,
    atom = false,
    repeated = false,
    emptyAllowed = false;
  for (let i = 0; i < expression.length; ) {
    const c = expression[i]!,
      next = expression[i + 1] ?? '';
    switch (c) {
      case '\\':
        if (next === '' || (next >= '1' && next <= '9' && Number(next) > groups)) return -1;
        atom = true;
        repeated = false;
        i += 2;
        break;
      case '[':
        i = bracketEnd(expression, i + 1);
        if (i < 0) return -1;
        atom = true;
        repeated = false;
        break;
      case '{':
        if (next < '0' || next > '9') {
          atom = true;
          repeated = false;
          i++;
          break;
        }
        if (!atom || repeated) return -1;
        i = boundEnd(expression, i + 1);
        if (i < 0) return -1;
        repeated = true;
        break;
      case '(':
        groups++;
        open++;
        i++;
        atom = false;
        repeated = false;
        emptyAllowed = true;
        break;
      case ')':
        if (open > 0 && !atom && !emptyAllowed) return -1;
        if (open > 0) open--;
        atom = true;
        repeated = false;
        i++;
        break;
      case '|':
        if (!atom) return -1;
        atom = false;
        repeated = false;
        emptyAllowed = false;
        i++;
        break;
      case '^':
      case '$':
        atom = true;
        repeated = true;
        i++;
        break;
      case '+':
      case '*':
      case '?':
        if (!atom || repeated) return -1;
        repeated = true;
        i++;
        break;
      default:
        atom = true;
        repeated = false;
        i++;
    }
  }
  return open === 0 && atom ? groups : -1;
}

/** Behind the `}` of a bound such as `{1,3}`, whose numbers go up to 255; -1 when it is not valid. */
function boundEnd(expression: string, start: number): number {
  const found = /^([0-9]+)(?:,([0-9]*))?\}/.exec(expression.slice(start));
  if (found === null) return -1;
  const low = Number(found[1]),
    high = found[2] === undefined || found[2] === '' ? 255 : Number(found[2]);
  return low > 255 || high > 255 || low > high ? -1 : start + found[0].length;
}

const CLASSES = new Set([
  'alnum',
  'digit',
  'punct',
  'alpha',
  'graph',
  'space',
  'blank',
  'lower',
  'upper',
  'cntrl',
  'print',
  'xdigit',
]);

/** Behind the `]` that closes a bracket expression, whose content begins at `start`; -1 when it is not valid. */
function bracketEnd(expression: string, start: number): number {
  let i = expression[start] === '^' ? start + 1 : start,
    some = false,
    low = 0;
  /** 2 behind the hyphen of a range, 1 behind its end. */
  let range = 0;
  while (i < expression.length) {
    const c = expression[i]!,
      next = expression[i + 1] ?? '';
    if (c === ']' && some) return i + 1;
    if (c === '-' && some && range !== 2) {
      if (range === 1) return -1;
      range = 2;
      i++;
      continue;
    }
    if (c === '[' && (next === '.' || next === '=' || next === ':')) {
      const end = expression.indexOf(`${next}]`, i + 2),
        name = expression.slice(i + 2, end);
      if (end < 0 || name === '' || (range === 2 && next !== '.') || (next === ':' && !CLASSES.has(name))) return -1;
      if (next === '.') {
        low = name.length === 1 ? name.charCodeAt(0) : 256;
        if (range > 0) range--;
      }
      i = end + 2;
    } else {
      const value = c.charCodeAt(0);
      if (range === 2 && value < low) return -1;
      if (range > 0) range--;
      low = value;
      i++;
    }
    some = true;
  }
  return -1;
}
