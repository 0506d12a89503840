/** How a serial reads: as a date with a count (RFC 1912 §2.2), as seconds since 1970, or as a plain counter. */
export function serialInWords(serial: number): string {
  const dated = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\d\d)$/.exec(String(serial));
  if (dated !== null) {
    const [, year, month, day, count] = dated;
    return `A date and a count: ${year}-${month}-${day}, change ${Number(count)} of that day.`;
  }
  if (serial > 1_000_000_000 && serial < 1_990_000_000)
    return `Seconds since 1970: ${new Date(serial * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC.`;
  return 'A counter.';
}
