/** What the pages say around their tables. */
interface Words {
  readonly title: string;
  readonly introduction: string;
  readonly explanation: string;
}

const corpus = (kind: string): string => `[test/defects/${kind}](../test/defects/${kind})`;

const symbols =
  '- **✔ line**: the tool says something about the bad zone that it does not say about the repaired one, and names the line of the defect, or of the other record involved.\n- **✔**: it says something, without a line or with another one, or refuses the zone without a word.\n- **–**: it says the same about both.\n';

const limits =
  'The zones were written by the authors of Zonewright from their own list of what goes wrong, each with a repaired twin, so the first column is no surprise: a test keeps it so. Defects that Zonewright does not find are listed likewise where they are known.';

export const zoneText: Words = {
  title: 'Zone defects by tool',
  introduction: `Each row is a zone with one defect, out of ${corpus('zone')}; each column a tool that read it. \`npm run defects -- zone\` writes this page.`,
  explanation: `${limits} Servers’ checkers are made to tell whether a server can load a zone, and some of what is listed here is none of their business: a “–” is no reproach.

${symbols}- **n/a**: it refuses this line of the repaired zone, too, for instance since it does not know the record type or \`$GENERATE\`, and so can tell nothing.
- **hangs**: it did not come to an end within half a minute, and was stopped.

Zonewright is run with its default profile, or with \`strict\` where the corpus says so; its hints don’t count. The other tools are run as shown, on the same files; all their messages count, warnings and notices too.`,
};

export const mailText: Words = {
  title: 'Mail defects by tool',
  introduction: `Each row is a zone with one defect in what it says about mail, out of ${corpus('mail')}; each column a tool that judged it. \`npm run defects -- mail\` writes this page.`,
  explanation: `${limits} The other tools are libraries for receivers of mail: they judge a message, and tell what is wrong with a record when it keeps them from doing so. What they do beyond that is not shown here.

${symbols}- **n/a**: BIND refuses the zone, so there is no record for them to ask for.

Zonewright reads the zone file. The libraries ask a resolver that answers what BIND would answer from it, without a network; names of example.net, example.org and google.com exist there and have good records.
The sender is 203.0.113.9, which no record names. What counts as found is a verdict of *permerror*, *temperror*, *none* or *ambiguous*, an exception, or a message, where the repaired zone has none of it; a mere *pass* or *fail* does not count, since it tells of the sender and not of the record.
mailauth is asked for SPF and DMARC of each domain with MX or SPF records, for each DKIM key below \`_domainkey\`, and for MTA-STS and BIMI where the zone has them; spf-parse gets the text of each SPF record; python3-spf is asked for SPF in its harsh mode.`,
};
